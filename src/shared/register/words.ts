/** What an entry of the register is about. */
export const entryTypes = ['partnership', 'project', 'event', 'idea', 'experience', 'advice'] as const
export type EntryType = (typeof entryTypes)[number]

export const linkKinds = [
  'partnership',
  'friendship',
  'contact',
  'projectPartnership',
  'sponsorship',
  'solidarity',
  'climate',
  'ring',
  'other',
] as const
export type LinkKind = (typeof linkKinds)[number]

export const linkStates = ['planned', 'active', 'resting', 'ended'] as const
export type LinkState = (typeof linkStates)[number]

/** The states of a project as a notebook knows them. */
export const publicProjectStates = [
  'idea',
  'planned',
  'agreed',
  'running',
  'done',
  'postponed',
  'cancelled',
] as const
export type PublicProjectState = (typeof publicProjectStates)[number]

/** What happened on a date. */
export const happenings = [
  'contact',
  'council',
  'signed',
  'renewed',
  'celebrated',
  'begun',
  'planned',
  'resting',
  'ended',
  'other',
] as const
export type Happening = (typeof happenings)[number]

/** What people of two towns can have in common; ticked, never guessed. */
export const themes = [
  'youth',
  'school',
  'seniors',
  'families',
  'care',
  'inclusion',
  'women',
  'choir',
  'music',
  'culture',
  'language',
  'cuisine',
  'sports',
  'remembrance',
  'democracy',
  'europe',
  'faith',
  'integration',
  'climate',
  'nature',
  'agriculture',
  'structuralChange',
  'economy',
  'tourism',
  'traffic',
  'townPlanning',
  'digital',
  'fireBrigade',
  'administration',
  'volunteering',
] as const
export type Theme = (typeof themes)[number]
