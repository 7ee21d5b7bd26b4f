import type { Notebook, Occurrence } from '../tables.ts'

/** The birthdays and name days from one day until another, 'YYYY-MM-DD', both counted, in their order. */
export async function upcomingDays({ tables }: Notebook, from: string, last: string): Promise<Occurrence[]> {
  const found = await Promise.all(
    ['birthday', 'nameDay'].map((name) =>
      tables.occurrences.where('[name+date]').between([name, from], [name, last], true, true).toArray(),
    ),
  )
  return found.flat().sort((a, b) => (a.date < b.date ? -1 : 1))
}
