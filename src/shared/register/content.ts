import { isDay } from '../day-count.ts'
import { languages, type Language } from '../language.ts'
import { exactly, isCount, listOf, oneOf, orNull, shaped, type Check } from '../shape.ts'
import { registerLimits as most } from './limits.ts'
import { isLine, isMailAddress, isParagraph, isPhoneNumber, isWebAddress } from './text.ts'
import {
  happenings,
  linkKinds,
  linkStates,
  publicProjectStates,
  themes,
  type EntryType,
  type Happening,
  type LinkKind,
  type LinkState,
  type PublicProjectState,
  type Theme,
} from './words.ts'

/** A paragraph in each language, '' where there is none. */
export type Texts = { readonly [language in Language]: string }

/** A town as a map has it. `country`: ISO 3166 in two capitals; `lat`, `lon`: degrees; `place`: its id in the gazetteer, '' for none. */
export type PublicTown = {
  readonly name: string
  readonly country: string
  readonly lat: number | null
  readonly lon: number | null
  readonly place: string
  readonly population: number | null
}

/** What happened when: `on` is a year, a month or a day ('1991', '1991-05', '1991-05-17'); that is how precise it is. */
export type PublicDate = { readonly on: string; readonly what: Happening; readonly place: string }

/** How one reaches the association: never a person who hasn't agreed, which the app sees to. */
export type PublicContact = { readonly mail: string; readonly web: string; readonly phone: string }

/** What every entry has. `title` is in `language`; `association` publishes it. */
export type Common = {
  readonly association: string
  readonly title: string
  readonly language: Language
  readonly text: Texts
  readonly towns: readonly PublicTown[]
  readonly themes: readonly Theme[]
  readonly seeksPartners: boolean
  readonly contact: PublicContact
}

export type PartnershipContent = Common & {
  readonly kind: LinkKind
  readonly status: LinkState
  readonly dates: readonly PublicDate[]
}
export type ProjectContent = Common & {
  readonly status: PublicProjectState
  readonly dates: readonly PublicDate[]
}
/** Open to all. `time` is '' for a whole day, else 'HH:MM' on the wall of `zone` (IANA); `until` a later day or ''. */
export type EventContent = Common & {
  readonly date: string
  readonly until: string
  readonly time: string
  readonly zone: string
  readonly place: string
  readonly online: boolean
  readonly link: string
}
/** With whom, and what one would do again; `text` says what was done. */
export type ExperienceContent = Common & { readonly withWhom: string; readonly again: Texts }

export type Contents = {
  partnership: PartnershipContent
  project: ProjectContent
  event: EventContent
  idea: Common
  experience: ExperienceContent
  advice: Common
}
export type Content = Contents[EntryType]

const isDegree =
  (limit: number): Check =>
  (value) =>
    typeof value === 'number' && Math.abs(value) <= limit && !Object.is(value, -0)

const isTime: Check = (value) => typeof value === 'string' && /^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/.test(value)
const isZone: Check = (value) =>
  typeof value === 'string' &&
  /^(?:[A-Za-z0-9_+-]+(?:\/[A-Za-z0-9_+-]+){0,2})?$/.test(value) &&
  value.length <= 60
const isDate: Check = (value) => typeof value === 'string' && isDay(value)
export const isCountry: Check = (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value)
const isDateOrPart: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value) &&
  isDay(`${value}-01-01`.slice(0, 10))

const isTexts = shaped({
  de: isParagraph(most.paragraph),
  en: isParagraph(most.paragraph),
  hu: isParagraph(most.paragraph),
  pl: isParagraph(most.paragraph),
} satisfies { [language in Language]: Check })

const isTown = shaped({
  name: isLine(most.name, 1),
  country: isCountry,
  lat: orNull(isDegree(90)),
  lon: orNull(isDegree(180)),
  place: isLine(64),
  population: orNull(isCount),
} satisfies { [field in keyof PublicTown]: Check })

const isPublicDate = shaped({
  on: isDateOrPart,
  what: oneOf(...happenings),
  place: isLine(most.name),
} satisfies {
  [field in keyof PublicDate]: Check
})

const isThemes: Check = (value) =>
  listOf(oneOf(...themes), most.themes)(value) && new Set(value as Theme[]).size === (value as Theme[]).length

const common: { readonly [field in keyof Common]: Check } = {
  association: isLine(most.name, 1),
  title: isLine(most.title, 1),
  language: oneOf(...languages),
  text: isTexts,
  towns: listOf(isTown, most.towns),
  themes: isThemes,
  seeksPartners: oneOf(true, false),
  contact: shaped({ mail: isMailAddress, web: isWebAddress(most.address), phone: isPhoneNumber }),
}
const dates = listOf(isPublicDate, most.dates)

const checks: { readonly [type in EntryType]: { readonly [field in keyof Contents[type]]: Check } } = {
  partnership: {
    ...common,
    title: isLine(most.title),
    kind: oneOf(...linkKinds),
    status: oneOf(...linkStates),
    dates,
  },
  project: { ...common, status: oneOf(...publicProjectStates), dates },
  event: {
    ...common,
    date: isDate,
    until: (value) => value === '' || isDate(value),
    time: isTime,
    zone: isZone,
    place: isLine(most.line),
    online: oneOf(true, false),
    link: isWebAddress(most.address),
  },
  idea: common,
  experience: { ...common, withWhom: isLine(most.line), again: isTexts },
  advice: common,
}

/** What of several fields together can't be: a partnership names two towns at least; no event ends before it begins. */
function wrongTogether(type: EntryType, value: Content): string | undefined {
  if (type === 'partnership') return value.towns.length >= 2 ? undefined : 'towns'
  if (type !== 'event') return undefined
  const { date, until, time, zone } = value as EventContent
  if (until !== '' && until < date) return 'until'
  return time !== '' && zone === '' ? 'zone' : undefined
}

/** The first field by which a value isn't what an entry of this type says: exactly these fields. Undefined if it is. */
export function wrongField(type: EntryType, value: unknown): string | undefined {
  const wanted = checks[type]
  if (exactly<Content>(value, wanted)) return wrongTogether(type, value)
  const said = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  const wrong = Object.entries<Check>(wanted).find(([field, check]) => !check(said.get(field)))
  return wrong?.[0] ?? [...said.keys()].find((field) => !(field in wanted)) ?? ''
}

/** Whether a value is what an entry of this type says. */
export const isContent = (type: EntryType, value: unknown): value is Content =>
  wrongField(type, value) === undefined
