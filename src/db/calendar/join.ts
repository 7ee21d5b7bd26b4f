import { instantOf } from '../../shared/zone.ts'
import { endOf } from './end.ts'
import type { Shown } from './shown.ts'

/** So long before the beginning the door stands open, in milliseconds. */
const early = 15 * 60 * 1000

/**
 * Whether one can join a date of an event at this moment: from a quarter of an hour before it begins until it ends, on the
 * clock of its place; one without hours all day long, and one that is called off never.
 */
export function isOpenAt(shown: Omit<Shown, 'original' | 'isOver'>, now: number): boolean {
  if (shown.state === 'cancelled') return false
  const starts = instantOf(shown.date, shown.time, shown.zone)
  return now >= starts - (shown.time ? early : 0) && now < endOf(shown)
}
