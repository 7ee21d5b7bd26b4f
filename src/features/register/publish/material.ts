import { listBin } from '../../../db/bin.ts'
import { occurrencesOf } from '../../../db/calendar/find.ts'
import { dateOf, type Shown } from '../../../db/calendar/shown.ts'
import { listOf, rowOf } from '../../../db/find.ts'
import type { Row } from '../../../db/show.ts'
import type { Notebook } from '../../../db/tables.ts'
import { textOf } from '../../../records/fields.ts'
import { today } from '../../../ui/dates.ts'

/** Everything that an entry is made from, as the notebook says it now. */
export type Material = {
  /** The record that it tells of; undefined where it tells of none, or that lies in the bin. */
  readonly source: Row | undefined
  readonly towns: readonly Row[]
  /** Those in the bin too: whoever is deleted agrees to nothing any more, and the name is still to be hidden. */
  readonly people: readonly Row[]
  /** When an event is: of a series the next time. */
  readonly when: Shown | undefined
  /** 'YYYY-MM-DD': who is under age today needs the parents' agreement too. */
  readonly today: string
}

const binned = (rows: readonly Row[]): Row[] =>
  rows
    .filter(({ kind }) => kind === 'person')
    .map((row) => ({ ...row, fields: { ...row.fields, publicOn: '' } }))

/** What an entry about a record is made from. */
export async function readMaterial(notebook: Notebook, about: string): Promise<Material> {
  const [found, towns, people, bin] = await Promise.all([
    rowOf(notebook, about),
    listOf(notebook, 'town'),
    listOf(notebook, 'person'),
    listBin(notebook),
  ])
  const source = found?.list === 'bin' ? undefined : found
  const isEvent = source?.kind === 'event' && textOf(source.fields, 'date') !== ''
  const when = isEvent
    ? dateOf(source.fields, await occurrencesOf(notebook, source.id), '', notebook.now())
    : undefined
  const day = today(new Date(notebook.now()))
  return { source, towns, people: [...people, ...binned(bin)], when, today: day }
}
