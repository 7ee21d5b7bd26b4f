import type { Fields } from '../shared/value.ts'

/** What kind an event is; one that says nothing is of none of them. */
export const eventTypes = [
  'stammtisch',
  'officeHour',
  'advice',
  'ideaExchange',
  'workshop',
  'group',
  'seminar',
  'day',
  'meeting',
] as const
export type EventType = (typeof eventTypes)[number]

/** What kind of event the fields say it is; a word of a newer version is none that this one knows. */
export const eventTypeOf = (fields: Fields): EventType | undefined =>
  eventTypes.find((type) => type === fields['type'])

/** Kinds at which one is called first and seen on a screen only if both like it. */
export const isPhoneFirst = (type: EventType | undefined): boolean =>
  type === 'officeHour' || type === 'advice'
