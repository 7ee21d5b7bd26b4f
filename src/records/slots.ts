import type { Fields, Value } from '../shared/value.ts'
import { elementsOf, textOf, tickedIn } from './fields.ts'

/** A time that is offered: 'YYYY-MM-DD' and 'HH:MM', on the clock of the event's place. */
export type Slot = { readonly date: string; readonly time: string }

/** A time with the ids of those who took it: none while it is free, two where two took it at once. */
export type OfferedSlot = Slot & { readonly id: string; readonly takers: readonly string[] }

/** Whether it is a time of day that a clock shows: another device may have written anything. */
export const isClock = (time: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)

const slotIn = (value: Value): Slot | undefined => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  const fields = value as Fields
  const time = textOf(fields, 'time')
  return { date: textOf(fields, 'date'), time: isClock(time) ? time : '' }
}

/** The times of an advice session, in their order; those that say no day or time yet stand last. */
export function slotsOf(fields: Fields): OfferedSlot[] {
  const keyOf = ({ date, time, id }: OfferedSlot): string => `${date || '9'} ${time || '9'} ${id}`
  return elementsOf(fields, 'slots', slotIn)
    .map(({ id, value }) => ({ ...value, id, takers: tickedIn(fields, `taken/${id}`) }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
