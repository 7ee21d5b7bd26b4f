import type { Row } from '../../../db/show.ts'
import type { Occurrence } from '../../../db/tables.ts'
import { textOf } from '../../../records/fields.ts'
import { isWithin, type Material } from './material.ts'

/** An event with its days in the period. Whatever goes on over the end of a year belongs to the year it began in. */
export type Held = {
  readonly event: Row
  /** That took place. */
  readonly over: readonly Occurrence[]
  /** That lie ahead. */
  readonly ahead: readonly Occurrence[]
  /** That were called off. */
  readonly off: readonly Occurrence[]
}

/** The events of the period, each once, by their first day there; days count on the calendar of the place. */
export function heldEvents({ events, occurrences, period, now }: Material): Held[] {
  const days = new Map<string, Occurrence[]>()
  for (const one of occurrences)
    if (one.name === 'event' && isWithin(one.date, period))
      days.set(one.record, [...(days.get(one.record) ?? []), one])
  const held = events.flatMap((event): Held[] => {
    const own = days.get(event.id)
    if (!own) return []
    const standing = own.filter(({ state }) => state !== 'cancelled')
    return [
      {
        event,
        over: standing.filter(({ ends }) => ends <= now),
        ahead: standing.filter(({ ends }) => ends > now),
        off: own.filter(({ state }) => state === 'cancelled'),
      },
    ]
  })
  return held.sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))
}

const firstDay = ({ over, ahead, off }: Held): string =>
  [...over, ...ahead, ...off].map(({ date }) => date).sort()[0] ?? ''

/** The visits of the period, by day. */
export const visitsWithin = ({ visits, period }: Material): Row[] =>
  visits
    .filter(({ fields }) => isWithin(textOf(fields, 'date'), period))
    .sort((a, b) => (a.sort < b.sort ? -1 : 1))
