import type { Language } from '../shared/language.ts'

const noBreak = '\u00A0'

type Day = { year: number | undefined; month: number; day: number }

const written = /^(?:(\d{4})|-)-(\d\d)-(\d\d)$/

/** A calendar date as numbers, or nothing if there is no such day. Without a year, 29 February is one. */
export function readDay(date: string): Day | undefined {
  const [, year, month = '', day = ''] = written.exec(date) ?? []
  const found = {
    year: year === undefined ? undefined : Number(year),
    month: Number(month),
    day: Number(day),
  }
  return isDay(found) ? found : undefined
}

/** Whether the calendar has this day. */
function isDay({ year = 2000, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= utc({ year, month, day: 1 }, 1).getUTCDate()
}

// Calendar days are counted in UTC and never meet a time zone. With monthsOn = 1: the last day of the month.
function utc({ year = 2000, month, day }: Day, monthsOn = 0): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1 + monthsOn, monthsOn ? 0 : day)
  return date
}

const formats = new Map<Language, Intl.DateTimeFormat>()

function words(day: Day, language: Language): { weekday: string; month: string } {
  const format =
    formats.get(language) ??
    new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  formats.set(language, format)
  const parts = format.formatToParts(utc(day))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return { weekday: part('weekday'), month: part('month') }
}

function withoutYear(day: Day, language: Language): string {
  const { month } = words(day, language)
  if (language === 'hu') return `${month}${noBreak}${day.day}.`
  return `${day.day}${language === 'de' ? '.' : ''}${noBreak}${month}`
}

function withYear(day: Day, language: Language): string {
  const short = withoutYear(day, language)
  if (day.year === undefined) return short
  // A Hungarian date may break after its year: whole, it would be broken in the middle of a number.
  return language === 'hu' ? `${day.year}. ${short}` : `${short} ${day.year}`
}

function withWeekday(day: Day, language: Language): string {
  const date = withYear(day, language)
  if (day.year === undefined) return date
  const { weekday } = words(day, language)
  if (language === 'hu') return `${date}, ${weekday}`
  return language === 'en' ? `${weekday} ${date}` : `${weekday}, ${date}`
}

// What is no date is shown as it was written: somebody meant something by it.
function show(date: string, language: Language, how: (day: Day, language: Language) => string): string {
  const day = readDay(date)
  return day ? how(day, language) : date
}

/**
 * "Freitag, 5. Juni 2026".
 * @param date 'YYYY-MM-DD', or '--MM-DD', which has no weekday. Anything else is shown as it is, here and below.
 */
export function longDate(date: string, language: Language): string {
  return show(date, language, withWeekday)
}

/** "5. Juni 2026", or "5. Juni" for '--06-05'. */
export function mediumDate(date: string, language: Language): string {
  return show(date, language, withYear)
}

/** "5. Juni", with or without a year in the date. */
export function dayAndMonth(date: string, language: Language): string {
  return show(date, language, withoutYear)
}

type Moment = Day & { hour: number; minute: number }

function read(moment: Date, timeZone: string | undefined): Moment {
  if (timeZone === undefined) {
    // Not through Intl: a formatter keeps the zone it was made in, and tablets travel.
    const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    return { year, month, day, hour: moment.getHours(), minute: moment.getMinutes() }
  }
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(moment)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function clock({ hour, minute }: Moment, language: Language): string {
  if (language === 'hu') return `${hour}:${two(minute)}`
  if (language === 'de') return `${two(hour)}:${two(minute)}${noBreak}Uhr`
  if (language === 'pl') return `${two(hour)}:${two(minute)}`
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'midday'
  return `${hour % 12 || 12}${minute === 0 ? '' : `:${two(minute)}`}${hour < 12 ? 'am' : 'pm'}`
}

/**
 * "14:05 Uhr", "2:05pm".
 * @param timeZone an IANA name ("Europe/London"); without it the device's own. An unknown one is a RangeError.
 */
export function timeOfDay(moment: Date, language: Language, timeZone?: string): string {
  return clock(read(moment, timeZone), language)
}

/** "Freitag, 5. Juni 2026, 14:05 Uhr"; time zone as for `timeOfDay`. */
export function dateAndTime(moment: Date, language: Language, timeZone?: string): string {
  const when = read(moment, timeZone)
  return `${withWeekday(when, language)}${language === 'hu' ? ' ' : ', '}${clock(when, language)}`
}

/** The calendar date of a moment as 'YYYY-MM-DD', on the device's own calendar. */
export function today(now: Date): string {
  const { year, month, day } = read(now, undefined)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}
