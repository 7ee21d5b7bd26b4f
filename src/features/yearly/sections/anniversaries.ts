import type { Row } from '../../../db/show.ts'
import { textOf } from '../../../records/fields.ts'
import { isDay } from '../../../shared/day-count.ts'
import { precisionOf, roughDate } from '../../../ui/rough-dates.ts'
import type { Names } from '../../../records/names.ts'
import { row, table, type Say } from './section.ts'

/** An anniversary: on a day, in a month or in a year, as exactly as its beginning is known. */
type Anniversary = { readonly of: Row; readonly date: string; readonly years: number }

/** How often an agreement is celebrated, and any other paper. */
const everyYears = (of: Row): number => (of.fields['type'] === 'agreement' ? 5 : 25)

const monthsAhead = 24

/** The end of the 24 months that begin today, on the calendar. */
function endOf(today: string): string {
  const year = Number(today.slice(0, 4)) + monthsAhead / 12
  const same = `${year}${today.slice(4)}`
  return isDay(same) ? same : `${year}-02-28`
}

/** The same date in another year, as exact as it is known; a 29 February that isn't there is the day before. */
function inYear(date: string, year: number): string {
  const same = `${year}${date.slice(4)}`
  return date.length < 10 || isDay(same) ? same : `${year}-02-28`
}

/** Anniversaries in the 24 months from today on. What is known to its decade only has none: nobody knows which year. */
function anniversaries(documents: readonly Row[], today: string): Anniversary[] {
  const end = endOf(today)
  const found = documents.flatMap((of): Anniversary[] => {
    const date = textOf(of.fields, 'date')
    if (!['day', 'month', 'year'].includes(precisionOf(date))) return []
    const began = Number(date.slice(0, 4))
    const years = [0, 1, 2].map((ahead) => Number(today.slice(0, 4)) + ahead)
    return years.flatMap((year) => {
      const next = inYear(date, year)
      const passed = year - began
      // A month or a year lies in the time ahead as long as any day of it does.
      const isAhead = next >= today.slice(0, next.length) && next <= end
      return isAhead && passed > 0 && passed % everyYears(of) === 0 ? [{ of, date: next, years: passed }] : []
    })
  })
  return found.sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Agreements of which no exact year is known: their anniversaries can't be told. */
export const undatedAgreements = (documents: readonly Row[]): Row[] =>
  documents.filter(
    ({ fields }) =>
      fields['type'] === 'agreement' && ['decade', 'unknown'].includes(precisionOf(textOf(fields, 'date'))),
  )

/** The anniversaries ahead in a table, each with its beginning, as exactly as somebody knows it. */
export function anniversaryTable(
  documents: readonly Row[],
  today: string,
  { mask }: Names,
  { t, language }: Say,
): string {
  return table(
    [t('yearly.column.when'), t('yearly.column.what'), t('yearly.column.with'), t('yearly.column.began')],
    anniversaries(documents, today).map(({ of, date, years }) =>
      row(
        roughDate(date, language),
        t('yearly.years', { count: years, what: mask(of.label) || t('yearly.untitled') }),
        textOf(of.fields, 'town'),
        roughDate(textOf(of.fields, 'date'), language),
      ),
    ),
  )
}
