import { textOf } from '../records/fields.ts'
import { stateOf } from '../records/kinds/project.ts'
import type { Fields } from '../shared/value.ts'
import { dateOf } from './calendar/shown.ts'
import { occurrencesOf } from './calendar/find.ts'
import { ofTown } from './of-town.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'

/** A record of what is done with a partner town. */
export type Happening = {
  readonly row: Row
  /** The day that it is listed under, 'YYYY-MM-DD'; of a paper as exact as it is known; '' for none. */
  readonly date: string
  /** 'open' is what nobody has agreed upon, and what was called off. */
  readonly stage: 'ahead' | 'past' | 'open'
}

const mostNotes = 200

const stageOfProject = (fields: Fields): Happening['stage'] => {
  const state = stateOf(fields)
  if (state === 'done') return 'past'
  return state === 'idea' || state === 'cancelled' ? 'open' : 'ahead'
}

function ofProject(row: Row): Happening {
  const [from, to] = [textOf(row.fields, 'from'), textOf(row.fields, 'to')]
  const stage = stageOfProject(row.fields)
  const moved = stateOf(row.fields) === 'postponed' ? textOf(row.fields, 'postponedTo') : from
  return { row, date: stage === 'ahead' ? moved : to || from, stage }
}

async function ofEvent(notebook: Notebook, row: Row): Promise<Happening> {
  const shown = dateOf(row.fields, await occurrencesOf(notebook, row.id), '', notebook.now())
  if (!shown) return { row, date: '', stage: 'open' }
  const stage = shown.isOver ? 'past' : 'ahead'
  return { row, date: shown.date, stage: shown.state === 'cancelled' ? 'open' : stage }
}

const happeningOf = (notebook: Notebook, row: Row): Happening | Promise<Happening> => {
  if (row.kind === 'project') return ofProject(row)
  return row.kind === 'event'
    ? ofEvent(notebook, row)
    : { row, date: textOf(row.fields, 'date'), stage: 'past' }
}

/** The notes about any of these. */
const notesAbout = ({ tables }: Notebook, ids: readonly string[]): Promise<Row[]> =>
  tables.records
    .where('about')
    .anyOf([...ids])
    .filter(({ kind }) => kind === 'note')
    .limit(mostNotes)
    .toArray()

/**
 * What is done with a town: its projects, visits, events and papers, and the notes about them; the latest first, what has
 * no date last. At most 200 of each kind.
 */
export async function happeningsWith(notebook: Notebook, town: Fields): Promise<Happening[]> {
  const rows = await ofTown(notebook, town)
  const notes = await notesAbout(
    notebook,
    rows.map(({ id }) => id),
  )
  const found = await Promise.all([...rows, ...notes].map((row) => happeningOf(notebook, row)))
  return found.sort((a, b) => (a.date === b.date ? (a.row.id < b.row.id ? -1 : 1) : a.date < b.date ? 1 : -1))
}
