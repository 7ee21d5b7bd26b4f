import { remove } from '../../db/bin.ts'
import { openForm } from '../../db/draft.ts'
import { change, save } from '../../db/save.ts'
import { savedTables, type Notebook } from '../../db/tables.ts'
import type { Row } from '../../db/show.ts'
import type { Anniversary } from '../../records/anniversaries.ts'
import { celebrationOf } from '../../records/celebration.ts'
import { addDays } from '../../shared/day-count.ts'
import { daysWithin } from '../../shared/rough-date.ts'
import type { Format } from './formats.ts'
import { proposedDay, type Made } from './make.ts'

/** The Saturday on or after a day. */
const saturday = (day: string): string => addDays(day, 6 - new Date(`${day}T12:00:00Z`).getUTCDay())

/**
 * The day that is proposed for a celebration: the anniversary itself where its day is known and still ahead. Of a month it is
 * the first Saturday, of a year one in May, when it is warm; both not before everything can be prepared.
 */
export function celebrationDay(format: Format, { on }: Pick<Anniversary, 'on'>, today: string): string {
  const within = daysWithin(on)
  const soonest = proposedDay(format, today)
  if (!within || within.last < today) return soonest
  if (within.first === within.last) return within.first
  const wished = saturday(on.length === 4 ? `${on}-05-01` : within.first)
  return wished > soonest ? wished : saturday(soonest)
}

/**
 * Keeps what was made for a celebration, and in the partnership that it is planned: all of it or nothing. Returns the way
 * back, which is one change too.
 */
export async function keepCelebration(
  notebook: Notebook,
  partnership: Row,
  { key }: Pick<Anniversary, 'key'>,
  { id, edits }: Made,
  day: string,
): Promise<() => Promise<void>> {
  const { over } = await openForm(notebook, partnership.id)
  const set = { [`plannedOn/${key}`]: day, [`celebration/${key}`]: id }
  const replaced = Object.fromEntries(Object.keys(set).map((field) => [field, over[field] ?? []]))
  await save(notebook, [...edits, { record: partnership.id, kind: partnership.kind, set, over: replaced }])
  const before = celebrationOf(partnership.fields, key)
  const { tables } = notebook
  return () =>
    tables.transaction('rw', savedTables(tables), async () => {
      await remove(
        notebook,
        edits.map(({ record }) => record),
      )
      await change(notebook, [partnership.id], {
        [`plannedOn/${key}`]: before.plannedOn || null,
        [`celebration/${key}`]: before.project || null,
      })
    })
}
