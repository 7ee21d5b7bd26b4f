import { addDays } from '../shared/day-count.ts'
import type { Language } from '../shared/language.ts'
import { dayAndMonth, longDate, mediumDate, readDay } from './dates.ts'

/** Within this many days of today nobody wonders which year is meant. */
const near = 180

const isNear = (date: string, today: string): boolean =>
  date >= addDays(today, -near) && date <= addDays(today, near)

function weekday(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${date}T12:00:00Z`))
}

/** "Freitag, 27. November"; with its year where that could be asked. Days are 'YYYY-MM-DD'; what is none stays as it is. */
export function nearLongDate(date: string, today: string, language: Language): string {
  if (!readDay(date)?.year || !isNear(date, today)) return longDate(date, language)
  const [name, day] = [weekday(date, language), dayAndMonth(date, language)]
  if (language === 'hu') return `${day}, ${name}`
  return language === 'en' ? `${name} ${day}` : `${name}, ${day}`
}

/** The same without the weekday: "27. November". */
export function nearDate(date: string, today: string, language: Language): string {
  return isNear(date, today) ? dayAndMonth(date, language) : mediumDate(date, language)
}
