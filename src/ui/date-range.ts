import type { Language } from '../shared/language.ts'
import { dayAndMonth, longDate, mediumDate, readDay } from './dates.ts'

const noBreak = '\u00A0'

/** What stands between two dates; a dash without blanks joins two numbers, one with blanks joins words. */
const between = (language: Language): string => (language === 'en' ? ' to ' : `${noBreak}– `)

/**
 * "5.–8. Juni 2026", "30. Mai – 2. Juni 2026", or the first day alone where there is no other.
 * @param from and `to`: 'YYYY-MM-DD'; `to` may be ''.
 */
export function dateRange(from: string, to: string, language: Language): string {
  const [first, last] = [readDay(from), readDay(to)]
  if (!first || !last || from === to) return mediumDate(from || to, language)
  if (first.year !== last.year)
    return `${mediumDate(from, language)}${between(language)}${mediumDate(to, language)}`
  if (first.month === last.month) {
    if (language === 'hu') return `${mediumDate(from, language).replace(/\.$/, '')}–${last.day}.`
    if (language === 'en') return `${first.day} to ${mediumDate(to, language)}`
    return `${first.day}${language === 'de' ? '.' : ''}–${mediumDate(to, language)}`
  }
  if (language === 'hu')
    return `${mediumDate(from, language)}${between(language)}${dayAndMonth(to, language)}`
  return `${dayAndMonth(from, language)}${between(language)}${mediumDate(to, language)}`
}

/** The same with weekdays, for one day: "Freitag, 5. Juni 2026"; two days and more stand without. */
export const longRange = (from: string, to: string, language: Language): string =>
  to && to !== from ? dateRange(from, to, language) : longDate(from, language)
