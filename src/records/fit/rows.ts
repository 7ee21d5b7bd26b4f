import { FitProblem } from './problem.ts'

/** A line of the export, keyed by the header of its file. What is not named here is not read. */
export type FitRow = { readonly [column: string]: string | undefined }

export type Town = {
  readonly id: string
  readonly name: string
  readonly country: string
  /** Degrees. */
  readonly lat: number
  readonly lon: number
  /** Unknown for a good part of the towns. */
  readonly people: number | undefined
}

export type ReadRows = { readonly towns: Town[]; readonly pairs: [string, string][] }

const origin = ['origincityLabel', 'origincountry', 'originlat', 'originlong', 'originpopulation'] as const
const destination = [
  'sistercityLabel',
  'destination_countryLabel',
  'destinationlat',
  'destinationlong',
  'destinationpopulation',
] as const

const decimal = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/

function degrees(written: string, most: number, row: number | undefined): number {
  if (written === '') throw new FitProblem('no-place', row, 'a town has no coordinates')
  const value = decimal.test(written) ? Number(written) : Number.NaN
  if (!(Math.abs(value) <= most))
    throw new FitProblem('bad-place', row, `${written.slice(0, 40)} is no coordinate`)
  return value
}

function peopleOf(written: string, row: number): number | undefined {
  if (written === '') return undefined
  const value = decimal.test(written) ? Number(written) : Number.NaN
  if (!(value >= 0 && value < 1e9))
    throw new FitProblem('bad-population', row, `${written.slice(0, 40)} is no number of people`)
  return value === 0 ? undefined : value
}

function townOf(row: FitRow, columns: typeof origin | typeof destination, at: number): Town | undefined {
  const [name, country, lat, lon, people] = columns.map((column) => {
    const text = row[column]
    if (text !== undefined && typeof text !== 'string')
      throw new FitProblem('bad-row', at, `${column} is no text`)
    return text ?? ''
  }) as [string, string, string, string, string]
  if ([name, country, lat, lon].every((text) => text === '')) return undefined
  if (name === '') throw new FitProblem('no-name', at, 'a town has no name')
  if (country === '') throw new FitProblem('no-country', at, `${name.slice(0, 60)} has no country`)
  return {
    id: [name, country, lat, lon].join('|'),
    name,
    country,
    lat: degrees(lat, 90, at),
    lon: degrees(lon, 180, at),
    people: peopleOf(people, at),
  }
}

/** The town that an id names: for one that no row told of. Throws a FitProblem. */
export function townFromId(id: string): Town {
  const [lon = '', lat = '', country = '', ...name] = id.split('|').reverse()
  if (name.length === 0 || country === '' || id.startsWith('|'))
    throw new FitProblem('no-town', undefined, 'an id is name|country|lat|lon')
  return {
    id,
    name: name.reverse().join('|'),
    country,
    lat: degrees(lat, 90, undefined),
    lon: degrees(lon, 180, undefined),
    people: undefined,
  }
}

/** Of two numbers for one town the larger: the same in whatever order they come. */
const larger = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.max(one, other)

/**
 * Towns and pairs of the rows, each once and in the order of their ids. A row whose second town is empty, or the same as
 * the first, tells of a town without partners. Throws a FitProblem with the first row that is broken.
 */
export function readRows(rows: Iterable<FitRow>): ReadRows {
  const towns = new Map<string, Town>()
  const pairs = new Map<string, [string, string]>()
  let at = 0
  const meet = (town: Town): string => {
    const known = towns.get(town.id)
    towns.set(town.id, known ? { ...known, people: larger(known.people, town.people) } : town)
    return town.id
  }
  for (const row of rows) {
    if (typeof row !== 'object' || row === null) throw new FitProblem('bad-row', at, 'it is no row')
    const one = townOf(row, origin, at)
    const other = townOf(row, destination, at)
    if (!one && !other) throw new FitProblem('no-name', at, 'it names no town')
    const ids = [one, other].flatMap((town) => (town ? [meet(town)] : []))
    const [low, high] = ids.sort()
    if (low !== undefined && high !== undefined && low !== high) pairs.set(`${low}\n${high}`, [low, high])
    at++
  }
  const byId = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
  return {
    towns: [...towns.values()].sort((one, other) => byId(one.id, other.id)),
    pairs: [...pairs].sort(([one], [other]) => byId(one, other)).map(([, pair]) => pair),
  }
}
