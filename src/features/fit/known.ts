import type { Whole } from '../../db/register/all.ts'
import type { TownRow } from '../../db/register/tables.ts'
import { readGraph, type Graph } from '../../records/fit/graph.ts'
import type { FitRow } from '../../records/fit/rows.ts'
import { foldedName, isNear } from '../../shared/register/town.ts'
import { doubtIn, tieOf, type Doubt, type Doubts } from './doubts.ts'
import type { Asked, Linked, Question } from './question.ts'

export type Spot = Pick<TownRow, 'name' | 'country' | 'lat' | 'lon' | 'population'>

/** What is known of all towns, seen from one; `home` is its id, undefined where it isn't known where it lies. */
export type Known = {
  readonly graph: Graph
  readonly spots: ReadonlyMap<string, Spot>
  readonly home: string | undefined
  readonly doubts: Doubts
}

/** A town's id in the graph: countries are ISO codes everywhere, and '?' where the base doesn't know. */
const idOf = ({ name, country, lat, lon }: Spot): string => [name, country || '?', lat, lon].join('|')

const number = (people: number): string => (people > 0 ? String(people) : '')

/** One town, or two that are linked, as a line of an export. */
function rowOf(one: Spot, other?: Spot): FitRow {
  const row = {
    origincityLabel: one.name,
    origincountry: one.country || '?',
    originlat: String(one.lat),
    originlong: String(one.lon),
    originpopulation: number(one.population),
  }
  if (!other) return row
  return {
    ...row,
    sistercityLabel: other.name,
    destination_countryLabel: other.country || '?',
    destinationlat: String(other.lat),
    destinationlong: String(other.lon),
    destinationpopulation: number(other.population),
  }
}

/**
 * Two towns of about one size in one place are one, whatever they are called: Warszawa and Warschau. The middle of a large one is
 * set less exactly than that of a village.
 */
const isLarge = (people: number): boolean => people >= 20_000
function isAlike(spot: Spot, town: Asked): boolean {
  const [fewer, more] = [Math.min(spot.population, town.people), Math.max(spot.population, town.people)]
  if (spot.country !== town.country || (fewer > 0 && more >= 2 * fewer)) return false
  return isNear(spot, town, isLarge(fewer) ? 5 : 1)
}

/** Finds towns by their names and where they lie; one that is nowhere in the base is added, if it is known where it lies. */
function finder(towns: readonly TownRow[]): {
  readonly spots: ReadonlyMap<string, Spot>
  readonly find: (town: Asked) => Spot | undefined
} {
  const spots = new Map<string, Spot>()
  const called = new Map<string, Spot[]>()
  const keyOf = (country: string, name: string): string => `${country} ${foldedName(name)}`
  const add = (spot: Spot): void => {
    const key = keyOf(spot.country, spot.name)
    spots.set(idOf(spot), spot)
    called.set(key, [...(called.get(key) ?? []), spot])
  }
  towns.forEach(add)
  const find = (town: Asked): Spot | undefined => {
    const { names, country, lat, lon, people } = town
    const [name] = names
    const found = names
      .flatMap((one) => called.get(keyOf(country, one)) ?? [])
      .find((one) => isNear(one, town))
    if (found || lat === null || lon === null || !name || !country) return found
    const alike = towns.find((one) => isAlike(one, town))
    if (alike) return alike
    const spot = { name, country, lat, lon, population: people }
    add(spot)
    return spot
  }
  return { spots, find }
}

/** The links that associations publish; one that is only planned has not come about yet. */
function published(entries: Whole['entries']): Linked[] {
  const partnerships = entries.flatMap(({ content }) =>
    content && 'kind' in content && content.status !== 'planned' ? [content] : [],
  )
  return partnerships.flatMap(({ towns, status, dates }) => {
    const doubt = doubtIn(
      status,
      dates.map(({ on }) => on),
    )
    const asked = towns.map(({ name, population, ...rest }) => ({
      ...rest,
      names: [name],
      people: population ?? 0,
    }))
    return asked.flatMap((one, at) => asked.slice(at + 1).map((other): Linked => [one, other, doubt]))
  })
}

/** Puts together who is linked with whom: by the base, by what associations publish, and by the notebook itself. */
export function knownFrom(
  { towns, entries }: Whole,
  { town, links }: Pick<Question, 'town' | 'links'>,
): Known {
  const { spots, find } = finder(towns)
  const byNumber = new Map(towns.map((one) => [one.id, one]))
  const rows = towns.flatMap((one) =>
    one.links.length === 0
      ? [rowOf(one)]
      : one.links.flatMap(([id]) => (id > one.id ? [rowOf(one, byNumber.get(id))] : [])),
  )
  const doubts = new Map<string, Doubt>()
  for (const one of towns)
    for (const [id, since] of one.links) {
      const [doubt, other] = [since > 0 ? doubtIn('', [String(since)]) : '', byNumber.get(id)]
      if (doubt && other) doubts.set(tieOf(idOf(one), idOf(other)), doubt)
    }
  // What associations say of themselves goes before the base, and the notebook before both.
  for (const [one, other, doubt] of [...published(entries), ...links]) {
    const [from, to] = [find(one), find(other)]
    if (!from || !to) continue
    rows.push(rowOf(from, to))
    doubts.set(tieOf(idOf(from), idOf(to)), doubt)
  }
  const home = find(town)
  // The base may not know how many people live there.
  if (home) rows.push(rowOf({ ...home, population: home.population || town.people }))
  return { graph: readGraph(rows), spots, home: home && idOf(home), doubts }
}
