import { anniversariesOfDate } from '../../records/anniversaries.ts'
import type { Occasion } from '../../records/occasion.ts'
import { addDays, daysBetween, isDay } from '../../shared/day-count.ts'
import { daysWithin } from '../../shared/rough-date.ts'
import { instantOf } from '../../shared/zone.ts'
import type { Occurrence } from '../tables.ts'
import { endOf } from './end.ts'
import { daysOf, type ByRule } from './rule.ts'

/** How far ahead the calendar is worked out, in years; birthdays also this side of a year ago. */
const yearsAhead = 2
const yearsBack = 1
const most = 2000

/** `years` later on the calendar; a 29 February that isn't there still sorts where it should. */
const inYears = (date: string, years: number): string => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`

/** 'YYYY-MM-DD', where no year is known of the year in which counting begins; '' where it is no day. */
function firstDay(date: string, from: string): string {
  if (date.startsWith('--'))
    return isDay(`2000-${date.slice(2)}`) ? `${from.slice(0, 4)}-${date.slice(2)}` : ''
  return isDay(date) ? date : ''
}

type Place = { original: string; date: string; time: string; state: Occurrence['state'] }

function placeOf(day: string, { time, exceptions, isCancelled }: Occasion): Place {
  const exception = exceptions[day]
  const moved = exception !== undefined && exception !== 'cancelled' && isDay(exception.date)
  const place = moved
    ? { original: day, date: exception.date, time: exception.time || time, state: 'moved' as const }
    : { original: day, date: day, time, state: 'stands' as const }
  return isCancelled || exception === 'cancelled' ? { ...place, state: 'cancelled' } : place
}

function occurrenceOf(record: string, place: Place, occasion: Occasion, span: number): Occurrence {
  const { name, endTime, zone } = occasion
  const { original, date, time, state } = place
  const endDate = addDays(date, span)
  const starts = instantOf(date, time, zone)
  const ends = Math.max(starts, endOf({ date, time, endDate, endTime, zone }))
  const id = `${record} ${name} ${original}`
  return { id, record, name, original, date, time, endDate, endTime: time && endTime, starts, ends, state }
}

/** Anniversaries last as long as their beginning is uncertain: a day, or the whole month or year. */
const anniversaries = (
  record: string,
  occasion: Occasion,
  window: { from: string; to: string },
): Occurrence[] =>
  anniversariesOfDate(occasion.date, window).flatMap(({ on, years }) => {
    const days = daysWithin(on)
    if (!days) return []
    const place = {
      original: `${occasion.began}:${years}`,
      date: days.first,
      time: '',
      state: 'stands' as const,
    }
    return occurrenceOf(record, place, occasion, daysBetween(days.first, days.last))
  })

/**
 * The days of an occasion: from its first one to two years ahead, at most 2,000 of them; birthdays, name days and
 * anniversaries from a year ago. A rule that cannot be read counts as once, so that the event stays in sight. Each time of day holds on
 * the place's own clock, whatever the season does to it.
 */
export function expand(record: string, occasion: Occasion, now: number, byRule?: ByRule): Occurrence[] {
  const today = new Date(now).toISOString().slice(0, 10)
  const from = occasion.name === 'event' ? '' : inYears(today, -yearsBack)
  if (occasion.began) return anniversaries(record, occasion, { from, to: inYears(today, yearsAhead) })
  const first = firstDay(occasion.date, from || today)
  if (!first) return []
  const span = Math.max(0, isDay(occasion.endDate) ? daysBetween(first, occasion.endDate) : 0)
  const days =
    occasion.rule && daysOf(first, occasion.rule, { from, to: inYears(today, yearsAhead), most }, byRule)
  if (!days) {
    const once = { ...placeOf(first, { ...occasion, exceptions: {} }), original: 'once' }
    return [occurrenceOf(record, once, occasion, span)]
  }
  return days.map((day) => occurrenceOf(record, placeOf(day, occasion), occasion, span))
}
