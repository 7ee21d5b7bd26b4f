import { event } from '../../records/kinds/event.ts'
import type { Fields } from '../../shared/value.ts'
import type { Occurrence } from '../tables.ts'

/** One date of an event, as its page and the lists show it. */
export type Shown = Pick<Occurrence, 'date' | 'time' | 'endDate' | 'endTime' | 'state'> & {
  /** The zone in which that is. */
  readonly zone: string
  /** By which answers and figures are kept: 'once', or the day that the rule gives. */
  readonly original: string
  readonly isOver: boolean
}

/** An occurrence with the zone that its event has. */
export function shownOf(occurrence: Occurrence, fields: Fields, now: number): Shown {
  const { date, time, endDate, endTime, original, state, ends } = occurrence
  const zone = event.occasions?.(fields)[0]?.zone ?? ''
  return { date, time, endDate, endTime, zone, original, state, isOver: ends < now }
}

/** The date of a series that the page is about: the one asked for, else the next, else the last. */
function choose(occurrences: readonly Occurrence[], day: string, now: number): Occurrence | undefined {
  const ahead = occurrences.filter((one) => one.ends >= now)
  return (
    occurrences.find((one) => one.original === day) ??
    ahead.find((one) => one.state !== 'cancelled') ??
    ahead[0] ??
    occurrences.at(-1)
  )
}

/**
 * What an event's page shows of its dates. Also before the calendar has been worked out: then it is what the fields
 * say. Undefined while the event has no date.
 * @param day the day of a series that is asked for, or ''
 */
export function dateOf(
  fields: Fields,
  occurrences: readonly Occurrence[],
  day: string,
  now: number,
): Shown | undefined {
  const occasion = event.occasions?.(fields)[0]
  if (!occasion) return undefined
  const found = choose(occurrences, day, now)
  const { date, time, endDate, endTime, zone, rule, isCancelled } = occasion
  if (found && rule && found.original !== 'once') return shownOf(found, fields, now)
  return {
    date,
    time,
    endDate,
    endTime,
    zone,
    original: rule && found?.original !== 'once' ? date : 'once',
    state: isCancelled ? 'cancelled' : 'stands',
    isOver: found ? found.ends < now : false,
  }
}
