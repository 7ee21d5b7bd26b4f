import { registerLimits } from '../../../shared/register/limits.ts'
import type { BaseTown } from '../../../shared/register/base.ts'
import { isLine, shownText } from '../../../shared/register/text.ts'
import { Broken, type Row } from './broken.ts'
import { countryOf } from './countries.ts'

/** The columns of a town: those of our query, and those of the tables of Kaltenbrunner's kind. */
const columns = {
  one: {
    id: ['town'],
    name: ['townLabel', 'origincityLabel'],
    country: ['country', 'origincountry'],
    lat: ['lat', 'originlat'],
    lon: ['lon', 'originlong'],
    population: ['population', 'originpopulation'],
  },
  other: {
    id: ['partner'],
    name: ['partnerLabel', 'sistercityLabel'],
    country: ['partnerCountry', 'destination_countryLabel'],
    lat: ['partnerLat', 'destinationlat'],
    lon: ['partnerLon', 'destinationlong'],
    population: ['partnerPopulation', 'destinationpopulation'],
  },
} as const

/** Why a row says nothing that could be shown. */
export type Lacking = 'name' | 'place'
export type Link = { readonly one: BaseTown; readonly other: BaseTown; readonly since: number }

const valueOf = ({ value }: Row, names: readonly string[]): string =>
  names.map((name) => value(name)).find((text) => text !== '') ?? ''

/** What Wikidata knows to be unknown. */
const isUnknown = (text: string): boolean => text === '' || /^(?:_:|t\d+$|https?:)/.test(text)

function degrees(row: Row, text: string, limit: number): number {
  const number = /^-?\d+(?:\.\d+)?(?:E-?\d+)?$/i.test(text) ? Number(text) : NaN
  if (!(Math.abs(number) <= limit)) throw new Broken(row.line, `no degrees of a globe: ${text.slice(0, 40)}`)
  return number + 0
}

function count(row: Row, text: string): number {
  if (isUnknown(text)) return 0
  const number = /^\d+(?:\.\d+)?(?:E\d+)?$/i.test(text) ? Math.round(Number(text)) : NaN
  if (!(number <= 1e9)) throw new Broken(row.line, `no number of inhabitants: ${text.slice(0, 40)}`)
  return number
}

function yearOf(row: Row, text: string): number {
  if (isUnknown(text)) return 0
  const year = Number(/^(\d{4})(?:-|$)/.exec(text)?.[1] ?? NaN)
  if (Number.isNaN(year)) throw new Broken(row.line, `no date: ${text.slice(0, 40)}`)
  return year
}

function townOf(row: Row, side: keyof typeof columns): BaseTown | Lacking {
  const of = (field: keyof (typeof columns)['one']): string => valueOf(row, columns[side][field])
  const name = shownText(of('name')).trim()
  if (!isLine(registerLimits.line)(name)) throw new Broken(row.line, 'a name with more than one line')
  // The query service says the number where there is no name.
  if (name === '' || /^Q\d+$/.test(name)) return 'name'
  if (isUnknown(of('lat')) || isUnknown(of('lon'))) return 'place'
  return {
    name: name.slice(0, registerLimits.name),
    country: countryOf(of('country')),
    lat: degrees(row, of('lat'), 90),
    lon: degrees(row, of('lon'), 180),
    population: count(row, of('population')),
    wikidata: /(?:^|\/)(Q\d{1,12})$/.exec(of('id'))?.[1] ?? '',
  }
}

/** The link that a row tells, or what it lacks. Throws Broken for what can't be meant. */
export function linkOf(row: Row): Link | Lacking {
  const [one, other] = [townOf(row, 'one'), townOf(row, 'other')]
  if (typeof one === 'string') return one
  if (typeof other === 'string') return other
  return { one, other, since: yearOf(row, valueOf(row, ['since'])) }
}

/** Throws Broken unless the row has the columns of two towns: else every row of another table would only be left out. */
export function checkColumns(row: Row): void {
  for (const side of [columns.one, columns.other])
    if (valueOf(row, side.name) === '') throw new Broken(row.line, `no column ${side.name.join(' or ')}`)
}
