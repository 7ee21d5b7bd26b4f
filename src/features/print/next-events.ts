import { rowsOf } from '../../db/find.ts'
import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'

/** An event and the first of its days that is not over, 'YYYY-MM-DD'. */
export type NextEvent = { readonly event: Row; readonly date: string }

/** The next `most` events that take place, each once, however often it comes again. */
export async function nextEvents(notebook: Notebook, most: number): Promise<NextEvent[]> {
  const dates = new Map<string, string>()
  await notebook.tables.occurrences
    .where('[name+ends]')
    .between(['event', notebook.now()], ['event', Infinity])
    .until(() => dates.size > most)
    .each(({ record, date, state }) => {
      if (state !== 'cancelled' && !dates.has(record)) dates.set(record, date)
    })
  const events = await rowsOf(notebook, [...dates.keys()])
  return events
    .map((event) => ({ event, date: dates.get(event.id) ?? '' }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, most)
}
