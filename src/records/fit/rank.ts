import { groundOf, type Ground } from './ground.ts'
import { viewFrom } from './view.ts'
import { numberIn, type Graph } from './graph.ts'
import { kmBetween } from './sphere.ts'
import { doubtsOf, explain } from './explain.ts'
import { downwards } from './downwards.ts'
import { judge } from './judge.ts'
import type { Reason } from './reasons.ts'
import type { Town } from './rows.ts'
import { scalesFor } from './scale.ts'
import { countryShares } from './shares.ts'
import shipped from './weights.json' with { type: 'json' }
import { pack, type Packed } from './ask.ts'
import type { Weights } from './weights.ts'

export type Suggestion = {
  readonly id: string
  /** 0 to 100: how much likelier than chance, on a scale of logarithms; 100 would be certain. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

export type RankOptions = {
  /** Only towns of this country, named as in the rows. Their scores are the same as among all. */
  readonly country?: string
  /** What `learnWeights` gave; without, what the app comes with. */
  readonly weights?: Weights
  /** Only towns that suit, by what is known of them and how many km away they are. Scores stay the same as well. */
  readonly suits?: (town: Town, km: number) => boolean
  /** How many, from the best on, come with their reasons; usually 30. Of the others only what is not known is said. */
  readonly explained?: number
}

type Known = { readonly ground: Ground; readonly shares: Float64Array[] }
const known = new WeakMap<Graph, Known>()
const packs = new WeakMap<Weights, Packed>()

function kept<K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  const found = cache.get(key)
  if (found !== undefined) return found
  const made = make()
  cache.set(key, made)
  return made
}

/** Towns that have a number and are wanted, the largest first, of equal ones the first. */
function likeliest(likely: Float64Array, isWanted: ((town: number) => boolean) | undefined): Int32Array {
  const ones = new Int32Array(likely.length)
  let count = 0
  for (let town = 0; town < likely.length; town++)
    if (!Number.isNaN(likely[town] ?? Number.NaN) && (!isWanted || isWanted(town))) ones[count++] = town
  return downwards(ones.subarray(0, count), likely)
}

/**
 * Every town that is not a partner yet, best first; a town that no row named is asked about by its id alone. Scores tell how
 * partnerships came about so far: a hint, not a verdict. Throws a FitProblem for an id that is none.
 */
export function rankPartners(graph: Graph, townId: string, options: RankOptions = {}): Suggestion[] {
  const weights: Weights = options.weights ?? shipped
  const packed = kept(packs, weights, () => pack(weights))
  const { ground, shares } = kept(known, graph, () => ({
    ground: groundOf(graph),
    shares: countryShares(graph),
  }))
  const town = numberIn(graph, townId)
  const only = options.country === undefined ? undefined : graph.countries.indexOf(options.country)
  if (only === -1) return []
  const view = viewFrom(graph, ground, town, townId, { country: only })
  const isTaken = new Uint8Array(graph.towns.length + 1)
  isTaken[town] = 1
  const first = graph.start[town] ?? 0
  for (const partner of graph.to.subarray(first, first + (graph.degree[town] ?? 0))) isTaken[partner] = 1
  const { suits, explained = 30 } = options
  const isWanted = (other: number): boolean => {
    const one = graph.towns[other]
    return !suits || (one !== undefined && suits(one, kmBetween(graph.points, town, other)))
  }
  const countries = only === undefined ? [...graph.countries.keys()] : [only]
  const scales = scalesFor(view, countries)
  const likely = judge(view, packed, {
    countries,
    scales,
    shares: shares[graph.country[town] ?? 0],
    isTaken,
    suits: suits && isWanted,
  })
  const order = likeliest(likely, suits && isWanted)
  const most = Math.log1p(graph.towns.length)
  const scoreOf = (other: number): number =>
    (100 * Math.log1p((likely[other] ?? 0) * graph.towns.length)) / most
  const best = Array.from(order.subarray(0, explained), (one) => ({ town: one, score: scoreOf(one) }))
  const reasons = explain(view, packed, scales, best)
  const list: Suggestion[] = []
  // Room for all at once: growing takes longer.
  list.length = order.length
  for (let at = 0; at < order.length; at++) {
    const other = order[at] ?? 0
    const doubts = doubtsOf(view, other)
    list[at] = {
      id: graph.towns[other]?.id ?? '',
      score: scoreOf(other),
      reasons: at < explained ? [...(reasons[at] ?? []), ...doubts] : doubts,
    }
  }
  return list
}
