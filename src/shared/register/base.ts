import { Malformed, type Bytes } from '../bytes.ts'
import { json } from '../exchange/codec.ts'
import { isDay } from '../day-count.ts'
import { isCount, listOf, type Check } from '../shape.ts'
import { registerLimits as most } from './limits.ts'
import { isLine } from './text.ts'

/** A town of the base. `country`: ISO 3166, '' where the export names none that is; degrees to 4 places; 0 for no population. `wikidata`: 'Q64' or ''. */
export type BaseTown = {
  readonly name: string
  readonly country: string
  readonly lat: number
  readonly lon: number
  readonly population: number
  readonly wikidata: string
}
/** Two towns by their index, the smaller first, and the year since when, 0 for unknown. */
export type BaseLink = { readonly a: number; readonly b: number; readonly since: number }

export type Base = {
  /** The day of the export, 'YYYY-MM-DD'. */
  readonly asOf: string
  /** Whose data it is, as it must be named. */
  readonly attribution: string
  readonly towns: readonly BaseTown[]
  readonly links: readonly BaseLink[]
}

/**
 * The base as it travels: a column for each field, so that it packs well. Degrees in ten-thousandths, `wikidata` without its Q, 0 for none.
 * `a` are the differences to the link before: links come sorted by a, then b.
 */
type Columns = {
  readonly version: 1
  readonly asOf: string
  readonly attribution: string
  readonly countries: readonly string[]
  readonly name: readonly string[]
  readonly country: readonly number[]
  readonly lat: readonly number[]
  readonly lon: readonly number[]
  readonly population: readonly number[]
  readonly wikidata: readonly number[]
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly since: readonly number[]
}

const scale = 10_000
const isScaled =
  (limit: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && Math.abs(value as number) <= limit * scale
const column = (check: Check): Check => listOf(check, most.baseTowns)
const links = listOf(isCount, most.baseLinks)

const columns = json<Columns>({
  version: (value) => value === 1,
  asOf: (value) => typeof value === 'string' && isDay(value),
  attribution: isLine(most.line),
  countries: listOf((value) => typeof value === 'string' && /^(?:[A-Z]{2})?$/.test(value), 700),
  name: column(isLine(most.name, 1)),
  country: column(isCount),
  lat: column(isScaled(90)),
  lon: column(isScaled(180)),
  population: column(isCount),
  wikidata: column(isCount),
  a: links,
  b: links,
  since: links,
})

export const baseType = columns.type

/** The base as bytes; its hash in the feed is their SHA-256. Towns in the order they have, links sorted. */
export function writeBase({ asOf, attribution, towns, links: pairs }: Base): Bytes {
  const countries = [...new Set(towns.map(({ country }) => country))].sort()
  const sorted = [...pairs].sort((one, other) => one.a - other.a || one.b - other.b)
  return columns.write({
    version: 1,
    asOf,
    attribution,
    countries,
    name: towns.map(({ name }) => name),
    country: towns.map(({ country }) => countries.indexOf(country)),
    lat: towns.map(({ lat }) => Math.round(lat * scale)),
    lon: towns.map(({ lon }) => Math.round(lon * scale)),
    population: towns.map(({ population }) => population),
    wikidata: towns.map(({ wikidata }) => Number(wikidata.slice(1))),
    a: sorted.map(({ a }, at) => a - (sorted[at - 1]?.a ?? 0)),
    b: sorted.map(({ b }) => b),
    since: sorted.map(({ since }) => since),
  })
}

/** The base in an answer's bytes. Throws Malformed for another shape, columns of different lengths, and links to towns that aren't there. */
export function readBase(bytes: Uint8Array): Base {
  const said = columns.read(bytes)
  const { name, country, lat, lon, population, wikidata } = said
  if ([country, lat, lon, population, wikidata].some(({ length }) => length !== name.length))
    throw new Malformed('columns of different lengths')
  if ([said.b, said.since].some(({ length }) => length !== said.a.length))
    throw new Malformed('columns of different lengths')
  const towns = name.map((town, at) => ({
    name: town,
    country: said.countries[country[at] ?? -1] ?? '',
    lat: (lat[at] ?? 0) / scale,
    lon: (lon[at] ?? 0) / scale,
    population: population[at] ?? 0,
    wikidata: wikidata[at] ? `Q${wikidata[at]}` : '',
  }))
  let a = 0
  const pairs = said.a.map((more, at) => {
    a += more
    return { a, b: said.b[at] ?? 0, since: said.since[at] ?? 0 }
  })
  if (pairs.some((pair) => pair.a >= pair.b || pair.b >= towns.length))
    throw new Malformed('a link to nowhere')
  return { asOf: said.asOf, attribution: said.attribution, towns, links: pairs }
}
