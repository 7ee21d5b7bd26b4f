import type { Row } from '../../../db/show.ts'
import { anniversariesOf, byDay } from '../../../records/anniversaries.ts'
import { textOf } from '../../../records/fields.ts'
import { isDay } from '../../../shared/day-count.ts'
import { precisionOf } from '../../../shared/rough-date.ts'
import { roughDate } from '../../../ui/rough-dates.ts'
import type { Material } from './material.ts'
import type { Names } from './names.ts'
import { isToldBy } from './partners.ts'
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
  { documents, partners, today }: Pick<Material, 'documents' | 'partners' | 'today'>,
  { mask }: Names,
  { t, language }: Say,
): string {
  const ofPapers = anniversaries(
    documents.filter((one) => !isToldBy(partners, one)),
    today,
  ).map(({ of, date, years }) => ({
    on: date,
    years,
    name: of.label,
    town: textOf(of.fields, 'town'),
    began: textOf(of.fields, 'date'),
  }))
  const ofPartners = partners.flatMap(({ town, row: { label, fields } }) =>
    anniversariesOf(fields, { from: today, to: endOf(today) }).map(({ on, years, began }) => ({
      on,
      years,
      name: label,
      town,
      began: began.date,
    })),
  )
  return table(
    [t('yearly.column.when'), t('yearly.column.what'), t('yearly.column.with'), t('yearly.column.began')],
    [...ofPapers, ...ofPartners]
      .sort(byDay)
      .map(({ on, years, name, town, began }) =>
        row(
          roughDate(on, language),
          t('yearly.years', { count: years, what: mask(name) || t('yearly.untitled') }),
          town,
          roughDate(began, language),
        ),
      ),
  )
}
