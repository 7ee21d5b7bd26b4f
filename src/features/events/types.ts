import type { EventType } from '../../records/event-types.ts'
import type { TextKey } from '../../ui/text.ts'

/** The words for each kind of event. */
export const typeKeys: { readonly [type in EventType]: TextKey } = {
  stammtisch: 'events.type.stammtisch',
  officeHour: 'events.type.officeHour',
  advice: 'events.type.advice',
  ideaExchange: 'events.type.ideaExchange',
  workshop: 'events.type.workshop',
  group: 'events.type.group',
  seminar: 'events.type.seminar',
  day: 'events.type.day',
  meeting: 'events.type.meeting',
}

/** Fields that some kinds need at once and others hardly ever. */
export type Fitting = 'link' | 'dialIn' | 'agenda' | 'programme'
export const fittings: readonly Fitting[] = ['link', 'dialIn', 'agenda', 'programme']

/** What the form asks for at once, by kind and in that order: where one is called first, the telephone comes first. */
const byType: { readonly [type in EventType]: readonly Fitting[] } = {
  stammtisch: ['link', 'dialIn'],
  officeHour: ['dialIn', 'link'],
  advice: ['dialIn', 'link'],
  ideaExchange: ['link', 'dialIn', 'agenda'],
  workshop: ['link', 'dialIn', 'agenda'],
  group: ['link', 'dialIn', 'agenda'],
  seminar: ['link', 'dialIn', 'programme'],
  day: ['programme'],
  meeting: ['link', 'dialIn', 'agenda'],
}

/**
 * What stands near the top of the form: what fits the kind, and what was filled in before a kind was chosen that asks for
 * something else.
 */
export function fittingAtTop(type: EventType | undefined, filled: ReadonlySet<Fitting>): Fitting[] {
  const own = type ? byType[type] : []
  return [...own, ...fittings.filter((one) => filled.has(one) && !own.includes(one))]
}
