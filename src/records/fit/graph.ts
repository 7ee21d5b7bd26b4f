import { nearTowns, type Near } from './near.ts'
import { point } from './sphere.ts'
import { readRows, townFromId, type FitRow, type Town } from './rows.ts'

/**
 * Towns by number, in the order of their ids, and who is linked with whom. One number more than there are towns: the
 * last is kept for a guest, a town that is asked about and that no row named.
 */
export type Graph = {
  readonly towns: Town[]
  readonly numberOf: Map<string, number>
  /** The partners of town t: `to[start[t]]` up to, without, `to[start[t] + degree[t]]`. */
  readonly start: Int32Array
  readonly degree: Int32Array
  readonly to: Int32Array
  readonly countries: string[]
  readonly country: Int32Array
  readonly inCountry: Int32Array[]
  /** Natural logarithm of the number of people; NaN when unknown. */
  readonly size: Float64Array
  /** The point on a sphere of radius 1. */
  readonly points: Float64Array
  readonly near: Near
}

function links(
  count: number,
  pairs: readonly (readonly [number, number])[],
): Pick<Graph, 'start' | 'degree' | 'to'> {
  const lists: number[][] = Array.from({ length: count + 1 }, () => [])
  for (const [one, other] of pairs) {
    lists[one]?.push(other)
    lists[other]?.push(one)
  }
  const degree = Int32Array.from(lists, (list) => list.length)
  const start = new Int32Array(count + 1)
  for (let town = 1; town <= count; town++) start[town] = (start[town - 1] ?? 0) + (degree[town - 1] ?? 0)
  return { start, degree, to: Int32Array.from(lists.flatMap((list) => list.sort((a, b) => a - b))) }
}

const logOf = (people: number | undefined): number => (people === undefined ? Number.NaN : Math.log(people))

/**
 * Reads lines of an export of twin towns, each keyed by the header of its file. They may repeat, and come in any order
 * and in both directions: the graph is the same. Throws a FitProblem that names the row when one is broken.
 */
export function readGraph(rows: Iterable<FitRow>): Graph {
  const { towns, pairs } = readRows(rows)
  const count = towns.length
  const numberOf = new Map(towns.map(({ id }, at) => [id, at]))
  const countries = [...new Set(towns.map((town) => town.country))].sort()
  const country = new Int32Array(count + 1).fill(countries.length)
  const lists: number[][] = [...countries.map(() => []), []]
  const numbers = new Map(countries.map((name, at) => [name, at]))
  const size = new Float64Array(count + 1).fill(Number.NaN)
  const points = new Float64Array(3 * (count + 1))
  for (const [at, town] of towns.entries()) {
    country[at] = numbers.get(town.country) ?? 0
    lists[country[at] ?? 0]?.push(at)
    size[at] = logOf(town.people)
    point(points, at, town)
  }
  const inCountry = lists.map((list) => Int32Array.from(list))
  const numbered = pairs.map(([one, other]): [number, number] => [
    numberOf.get(one) ?? 0,
    numberOf.get(other) ?? 0,
  ])
  return {
    ...links(count, numbered),
    towns,
    numberOf,
    countries,
    country,
    inCountry,
    size,
    points,
    near: nearTowns(points, inCountry),
  }
}

/** The number of a town; one that no row named becomes the guest, without partners. Throws a FitProblem. */
export function numberIn(graph: Graph, id: string): number {
  const known = graph.numberOf.get(id)
  if (known !== undefined) return known
  const guest = graph.towns.length
  const town = townFromId(id)
  const found = graph.countries.indexOf(town.country)
  graph.country[guest] = found < 0 ? graph.countries.length : found
  point(graph.points, guest, town)
  graph.near.welcome(guest, graph.inCountry[graph.country[guest] ?? 0] ?? new Int32Array())
  return guest
}

/** Does something in the graph as it would be without one link; the graph is as before afterwards. */
export function without<T>(graph: Graph, one: number, other: number, what: () => T): T {
  const slots = [hide(graph, one, other), hide(graph, other, one)] as const
  try {
    return what()
  } finally {
    show(graph, one, other, slots[0])
    show(graph, other, one, slots[1])
  }
}

function hide(graph: Graph, town: number, partner: number): number {
  const start = graph.start[town] ?? 0
  const end = start + (graph.degree[town] ?? 0)
  const slot = start + graph.to.subarray(start, end).indexOf(partner)
  if (slot < start) throw new Error('there is no such link to leave out')
  graph.to.copyWithin(slot, slot + 1, end)
  graph.degree[town] = end - 1 - start
  return slot
}

function show(graph: Graph, town: number, partner: number, slot: number): void {
  const end = (graph.start[town] ?? 0) + (graph.degree[town] ?? 0)
  graph.to.copyWithin(slot + 1, slot, end)
  graph.to[slot] = partner
  graph.degree[town] = (graph.degree[town] ?? 0) + 1
}
