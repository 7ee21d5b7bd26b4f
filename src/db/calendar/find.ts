import { addDays } from '../../shared/day-count.ts'
import type { Occurrence, Notebook } from '../tables.ts'

type Name = Occurrence['name']

const allNames: readonly Name[] = ['event', 'birthday', 'nameDay', 'anniversary']

const byStart = (a: Occurrence, b: Occurrence): number =>
  a.date === b.date ? a.starts - b.starts : a.date < b.date ? -1 : 1

/** Events, and anniversaries of a year, that began so many days before the first day asked for may still go on. */
const longest = 366
const lasting: readonly Name[] = ['event', 'anniversary']

/** More than run at the same time: those that end first are not always those that begin first. */
const spare = 40

/** The events that are not over yet, cancelled ones too, in the order in which they begin. */
export async function nextOccurrences(
  { tables }: Notebook,
  now: number,
  most: number,
): Promise<Occurrence[]> {
  const found = await tables.occurrences
    .where('[name+ends]')
    .between(['event', now], ['event', Infinity], false, true)
    .limit(most + spare)
    .toArray()
  return found.sort((a, b) => a.starts - b.starts).slice(0, most)
}

/**
 * All days in the calendar that lie between two days, both of them included, in their order; also those that began
 * before and still go on.
 * @param fromDate and `toDate`: 'YYYY-MM-DD'
 */
export async function occurrencesBetween(
  { tables }: Notebook,
  fromDate: string,
  toDate: string,
  names: readonly Name[] = allNames,
): Promise<Occurrence[]> {
  const begin = addDays(fromDate, -longest)
  const found = await Promise.all(
    names.map((name) =>
      tables.occurrences
        .where('[name+date]')
        .between([name, lasting.includes(name) ? begin : fromDate], [name, toDate], true, true)
        .filter((one) => one.endDate >= fromDate)
        .toArray(),
    ),
  )
  return found.flat().sort(byStart)
}

/** Whether any anniversary stands in the calendar. */
export const hasAnniversaries = async ({ tables }: Notebook): Promise<boolean> =>
  (await tables.occurrences
    .where('[name+date]')
    .between(['anniversary', ''], ['anniversary', '\uffff'])
    .limit(1)
    .count()) > 0

/** All days of one record, in their order. */
export async function occurrencesOf({ tables }: Notebook, record: string): Promise<Occurrence[]> {
  return (await tables.occurrences.where('record').equals(record).toArray()).sort(byStart)
}
