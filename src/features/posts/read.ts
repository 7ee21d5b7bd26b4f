import { listBin } from '../../db/bin.ts'
import { occurrencesOf } from '../../db/calendar/find.ts'
import { dateOf, type Shown } from '../../db/calendar/shown.ts'
import { listAbout, listOf, rowOf } from '../../db/find.ts'
import { inOrder } from '../../db/pages.ts'
import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { knownTowns } from '../../db/towns.ts'
import { anniversaryCalled, type Anniversary } from '../../records/anniversaries.ts'
import type { Fields } from '../../shared/value.ts'
import { today } from '../../ui/dates.ts'

/** What a post is made from and checked against, as it is now. */
export type Material = {
  /** The record that the post tells of. */
  readonly about: Row
  /** When it was: of an event the date that was last or comes next. */
  readonly shown: Shown | undefined
  /** Of a partnership the anniversary that is meant; undefined where none is. */
  readonly anniversary: Anniversary | undefined
  readonly photos: readonly Row[]
  readonly channels: readonly Row[]
  /** Everybody in the notebook, those in the bin too: they agree to nothing, and their names stay in. */
  readonly people: readonly Row[]
  /** Those who stand there, by id. */
  readonly standing: ReadonlyMap<string, Fields>
  readonly towns: readonly string[]
  readonly today: string
}

/** More towns than any association has. */
const mostTowns = 500

async function shownOf(notebook: Notebook, about: Row): Promise<Shown | undefined> {
  if (about.kind !== 'event') return undefined
  const occurrences = await occurrencesOf(notebook, about.id)
  const now = notebook.now()
  // One tells of what was; only where nothing was yet, of what will be.
  const last = occurrences.filter(({ ends, state }) => ends < now && state !== 'cancelled').at(-1)
  return dateOf(about.fields, occurrences, last?.original ?? '', now)
}

/** Undefined where the record isn't there any more. */
export async function readMaterial(
  notebook: Notebook,
  id: string,
  anniversary: string,
): Promise<Material | undefined> {
  const about = await rowOf(notebook, id)
  if (!about || about.list === 'bin') return undefined
  const [shown, tellers, channels, people, binned, towns] = await Promise.all([
    shownOf(notebook, about),
    listAbout(notebook, id),
    listOf(notebook, 'channel'),
    listOf(notebook, 'person'),
    listBin(notebook),
    knownTowns(notebook, mostTowns),
  ])
  const gone = binned.filter(({ kind }) => kind === 'person')
  return {
    about,
    shown,
    anniversary: about.kind === 'partnership' ? anniversaryCalled(about.fields, anniversary) : undefined,
    photos: inOrder(tellers.filter(({ kind }) => kind === 'photo')),
    channels,
    people: [...people, ...gone.map((row) => ({ ...row, fields: { ...row.fields, namedInPostsOn: '' } }))],
    standing: new Map(people.map((row) => [row.id, row.fields])),
    towns,
    today: today(new Date(notebook.now())),
  }
}
