import { addDays } from '../../shared/day-count.ts'
import { instantOf } from '../../shared/zone.ts'
import type { Shown } from './shown.ts'

/** An event without an end counts as over after this many milliseconds. */
const usualLength = 3 * 60 * 60 * 1000

/** The moment at which a date of an event is over, in milliseconds since 1970. */
export function endOf({
  date,
  time,
  endDate,
  endTime,
  zone,
}: Pick<Shown, 'date' | 'time' | 'endDate' | 'endTime' | 'zone'>): number {
  const last = endDate || date
  if (time && endTime) return instantOf(last, endTime, zone)
  if (time && last === date) return instantOf(date, time, zone) + usualLength
  return instantOf(addDays(last, 1), '', zone)
}
