import { textOf } from '../records/fields.ts'
import { nextOccurrences } from './calendar/find.ts'
import { rowsOf } from './find.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'
import { isNamed, keysOfTown } from './town-keys.ts'

/** So many dates ahead are looked through: what comes after them is not next. */
const look = 200

export type Next = { readonly row: Row; readonly date: string }

/** By the id of a town, the event with it that comes next; by one read of the calendar. A town without one is not there. */
export async function nextWith(
  notebook: Notebook,
  towns: readonly Row[],
): Promise<ReadonlyMap<string, Next>> {
  const ahead = (await nextOccurrences(notebook, notebook.now(), look)).filter(
    ({ state }) => state !== 'cancelled',
  )
  const rows = await rowsOf(notebook, [...new Set(ahead.map(({ record }) => record))])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = new Map<string, Next>()
  for (const town of towns) {
    const keys = keysOfTown(town.fields)
    for (const { record, date } of ahead) {
      const row = byId.get(record)
      if (!row || !isNamed(textOf(row.fields, 'town'), keys)) continue
      found.set(town.id, { row, date })
      break
    }
  }
  return found
}
