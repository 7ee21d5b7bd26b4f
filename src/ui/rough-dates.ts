import type { Language } from '../shared/language.ts'
import { precisionOf } from '../shared/rough-date.ts'
import { mediumDate } from './dates.ts'
import { parseDate } from './typed-date.ts'

/** '198' for everything in the eighties, '' where no year is known. */
export const decadeOf = (date: string): string => (precisionOf(date) === 'unknown' ? '' : date.slice(0, 3))

/** The centuries in which a Polish decade is told by its century; the first two decades of each have no such name. */
const centuries: { readonly [century: string]: string } = {
  '17': 'XVIII',
  '18': 'XIX',
  '19': 'XX',
  '20': 'XXI',
}

/** How the number before the last zero is spoken decides the ending: tíz, negyven, ötven, hetven, kilencven; ezer. */
const hungarianEnding = (decade: string): string =>
  /[14579]$/.test(decade) || decade.endsWith('00') ? 'es' : 'as'

/** "1980er", "1980s", "1980–1989", "1980-as": for buttons, beside others of their kind. */
export function decadeShort(decade: string, language: Language): string {
  const year = `${decade}0`
  if (language === 'de') return `${year}er`
  if (language === 'en') return `${year}s`
  return language === 'pl' ? `${year}–${decade}9` : `${year}-${hungarianEnding(decade)}`
}

function decadeWords(decade: string, language: Language): string {
  const short = decadeShort(decade, language)
  if (language === 'de') return `${short} Jahre`
  if (language === 'en') return `the ${short}`
  if (language === 'hu') return `${short} évek`
  const century = centuries[decade.slice(0, 2)]
  const tens = Number(decade.slice(2))
  return century && tens >= 2 ? `lata ${tens}0. ${century}\u00A0wieku` : `lata ${short}`
}

function monthWords(date: string, language: Language): string {
  const [year, month] = date.split('-')
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  // Alone, a Polish month is named, not counted: "maj", never "maja".
  const name = format.format(Date.UTC(2000, Number(month) - 1, 5))
  return language === 'hu' ? `${year}.\u00A0${name}` : `${name}\u00A0${year}`
}

/** "3. Mai 1987", "Mai 1987", "1987", "1980er Jahre"; '' where nothing is known. Anything else is shown as it is. */
export function roughDate(date: string, language: Language): string {
  const precision = precisionOf(date)
  if (precision === 'decade') return decadeWords(date, language)
  return precision === 'month' ? monthWords(date, language) : mediumDate(date, language)
}

/** Oldest first; what has no date comes last. */
export function compareRough(one: string, other: string): number {
  if (one === other) return 0
  if (!decadeOf(one) || !decadeOf(other)) return decadeOf(one) ? -1 : decadeOf(other) ? 1 : 0
  return one < other ? -1 : 1
}

export type TypedDate = { readonly day: string; readonly month: string; readonly year: string }

/** A chronicle may hold the programme of what is being prepared, but nothing that lies further ahead. */
const yearsAhead = 2

function readYear(typed: string, today: string): string | undefined {
  const [number = '', ...others] = typed.match(/\d+/g) ?? []
  const year = others.length === 0 ? parseDate(`1.1.${number}`, 'de', today, { past: true }) : undefined
  const isNear = year !== undefined && Number(year.slice(0, 4)) <= Number(today.slice(0, 4)) + yearsAhead
  return isNear ? year.slice(0, 4) : undefined
}

function readFull(day: string, month: string, year: string, today: string): string | undefined {
  const isNumber = /^\d*\.?$/.test(month.trim())
  const text = isNumber ? `${day}.${month}.${year}` : `${day} ${month} ${year}`
  // The fields stand day first in every language, so the text is read that way in every language.
  return parseDate(text, 'de', today, { past: true })
}

/**
 * What was typed as a rough date of this precision, in any spelling of month and year; undefined if it is none yet.
 * @param today 'YYYY-MM-DD'. A year of two digits is the latest that has begun.
 */
export function readRough(
  precision: 'day' | 'month' | 'year',
  typed: TypedDate,
  today: string,
): string | undefined {
  const year = readYear(typed.year, today)
  if (year === undefined || precision === 'year') return year
  if (precision === 'month')
    return typed.month.trim() ? readFull('1', typed.month, year, today)?.slice(0, 7) : undefined
  return readFull(typed.day, typed.month, year, today)
}
