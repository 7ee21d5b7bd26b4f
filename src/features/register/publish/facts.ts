import { datesOf as partnershipDates, stateOf, typeOf } from '../../../records/kinds/partnership.ts'
import { stateOf as projectStateOf } from '../../../records/kinds/project.ts'
import type { DateType, PartnershipState, PartnershipType } from '../../../records/kinds/partnership.ts'
import { textOf } from '../../../records/fields.ts'
import { pointOf } from '../../../records/kinds/town.ts'
import { registerLimits } from '../../../shared/register/limits.ts'
import type { PublicDate, PublicTown } from '../../../shared/register/content.ts'
import type { Happening, LinkKind, LinkState } from '../../../shared/register/words.ts'
import type { Fields } from '../../../shared/value.ts'

// What the notebook's records say, in the register's words.

const kinds: { readonly [type in PartnershipType]: LinkKind } = {
  partnership: 'partnership',
  friendship: 'friendship',
  contact: 'contact',
  project: 'projectPartnership',
  sponsorship: 'sponsorship',
  ring: 'ring',
  other: 'other',
}

const states: { readonly [state in PartnershipState]: LinkState } = {
  preparing: 'planned',
  active: 'active',
  resting: 'resting',
  ended: 'ended',
}

const happenings: { readonly [type in DateType]: Happening } = {
  firstContact: 'contact',
  decided: 'council',
  signedHere: 'signed',
  signedThere: 'signed',
  renewed: 'renewed',
  other: 'other',
}

export const linkKindOf = (fields: Fields): LinkKind => kinds[typeOf(fields)]
export const linkStateOf = (fields: Fields): LinkState => states[stateOf(fields)]

/** A line as everybody may read it: no breaks, no longer than it may be. */
export const lineOf = (text: string, most: number): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, most)
    .replace(/\p{Cs}/gu, '')

/** Lines of text without any other control character. */
export const paragraphOf = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .trim()
    .slice(0, registerLimits.paragraph)
    .replace(/\p{Cs}/gu, '')

/** A town's record as everybody may read it; undefined where its name or country is missing. */
export function publicTown(fields: Fields): PublicTown | undefined {
  const [name, country] = [lineOf(textOf(fields, 'name'), registerLimits.name), textOf(fields, 'country')]
  if (!name || !/^[A-Z]{2}$/.test(country)) return undefined
  const point = pointOf(fields)
  const population = fields['population']
  return {
    name,
    country,
    // No -0: the register knows one spelling of each number.
    lat: point ? point.lat + 0 : null,
    lon: point ? point.lon + 0 : null,
    place: lineOf(textOf(fields, 'place'), 64),
    population:
      typeof population === 'number' && Number.isSafeInteger(population) && population > 0
        ? population
        : null,
  }
}

/** A date that may be told, by the id under which it is ticked. */
export type Tellable = { readonly id: string; readonly date: PublicDate }

/** As exact as a year at least: of a decade the register knows nothing. */
const isTellable = ({ date: { on } }: Tellable): boolean => /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(on)

/** The dates of a record that may be told; `names` are the towns of a partnership by their ids. */
export function tellableDates(kind: string, fields: Fields, names: ReadonlyMap<string, string>): Tellable[] {
  if (kind === 'partnership') {
    const placeOf = (type: DateType): string => {
      const side = type === 'signedHere' ? 'here' : type === 'signedThere' ? 'there' : ''
      return lineOf(side ? (names.get(textOf(fields, side)) ?? '') : '', registerLimits.name)
    }
    return partnershipDates(fields)
      .map(({ id, value: { date, type } }) => ({
        id,
        date: { on: date, what: happenings[type], place: placeOf(type) },
      }))
      .filter(isTellable)
      .slice(0, registerLimits.dates)
  }
  if (kind !== 'project') return []
  const isAhead = ['idea', 'planned', 'agreed', 'postponed'].includes(projectStateOf(fields))
  const day = (id: string, what: Happening): Tellable => ({
    id,
    date: { on: textOf(fields, id), what, place: '' },
  })
  return [day('from', isAhead ? 'planned' : 'begun'), day('to', isAhead ? 'planned' : 'ended')].filter(
    isTellable,
  )
}
