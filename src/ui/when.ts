import type { Language } from '../shared/language.ts'
import { instantOf, wallOf } from '../shared/zone.ts'
import { dateRange } from './date-range.ts'
import { dayAndMonth, longDate, timeOfDay } from './dates.ts'
import type { Translate } from './text.ts'

/** When something is, on the place's own calendar and clock. */
export type When = {
  readonly date: string
  /** '' for the whole day. */
  readonly time: string
  /** The last day; '' or the first one where it is only one. */
  readonly endDate: string
  readonly endTime: string
  readonly zone: string
}

const comma = (language: Language, date: string, time: string): string =>
  language === 'hu' && /^\d/.test(time) ? `${date} ${time}` : `${date}, ${time}`

/** "18:00 Uhr" for '18:00'. */
export const timeWords = (time: string, language: Language): string =>
  timeOfDay(new Date(`2000-01-01T${time}:00Z`), language, 'UTC')

const weekday = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(date))

/** "Freitag, 5. Juni": for lists that say the year above. */
function dayWords(date: string, language: Language): string {
  if (language === 'hu') return `${dayAndMonth(date, language)}, ${weekday(date, language)}`
  return `${weekday(date, language)}${language === 'en' ? ' ' : ', '}${dayAndMonth(date, language)}`
}

const lasts = ({ date, endDate }: When): boolean => endDate !== '' && endDate !== date

function span(from: string, to: string, language: Language, t: Translate): string {
  if (!to) return timeWords(from, language)
  // One word for both: "18:00 bis 20:00 Uhr".
  const begin = language === 'de' ? from : timeWords(from, language)
  return t('ui.when.span', { from: begin, to: timeWords(to, language) })
}

/** What stands behind the day: its time, or that it is the whole day. */
const hours = ({ time, endTime }: When, language: Language, t: Translate): string =>
  time ? span(time, endTime, language, t) : t('ui.when.allDay')

function words(when: When, language: Language, t: Translate, day: typeof longDate): string {
  const { date, time, endDate, endTime } = when
  if (!lasts(when)) return comma(language, day(date, language), hours(when, language, t))
  if (!time) return dateRange(date, endDate, language)
  const last = day(endDate, language)
  return t('ui.when.days', {
    from: comma(language, day(date, language), timeWords(time, language)),
    to: endTime ? comma(language, last, timeWords(endTime, language)) : last,
  })
}

/** "Freitag, 5. Juni 2026, 18:00 bis 20:00 Uhr": on the place's clock, without a word about zones. */
export const whenWords = (when: When, language: Language, t: Translate): string =>
  words(when, language, t, longDate)

/** The same without the year, for lists under the name of a month. */
export const whenInMonth = (when: When, language: Language, t: Translate): string =>
  words(when, language, t, dayWords)

/** The same moments on the reader's clock, "bei Ihnen 13:05 Uhr"; '' where it shows what the place's shows. */
export function whenAtReader(when: When, language: Language, t: Translate, ownZone: string): string {
  const { date, time, endDate, endTime, zone } = when
  if (!time || !zone) return ''
  const begins = wallOf(instantOf(date, time, zone), ownZone)
  if (begins.date === date && begins.time === time) return ''
  const ends = endTime ? wallOf(instantOf(endDate || date, endTime, zone), ownZone) : undefined
  const isOtherDay = begins.date !== date || lasts(when) || (ends && ends.date !== begins.date)
  const own = {
    date: begins.date,
    time: begins.time,
    endDate: ends?.date ?? '',
    endTime: ends?.time ?? '',
    zone: ownZone,
  }
  return t('ui.when.yours', {
    time: isOtherDay ? words(own, language, t, dayWords) : hours(own, language, t),
  })
}

/** "In 4 Tagen", "Morgen", "In 3 Wochen", "Vor 2 Monaten". */
export function daysAway(days: number, language: Language): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const far = Math.abs(days)
  const said =
    far < 14
      ? format.format(days, 'day')
      : far < 60
        ? format.format(Math.round(days / 7), 'week')
        : format.format(Math.round(days / 30.4), 'month')
  return said.charAt(0).toLocaleUpperCase(language) + said.slice(1)
}
