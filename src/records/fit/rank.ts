import { groundOf, type Ground } from './ground.ts'
import { viewFrom, type View } from './view.ts'
import { numberIn, type Graph } from './graph.ts'
import { kmBetween } from './sphere.ts'
import { judge, type Judged } from './judge.ts'
import { viaOf, type Reason } from './reasons.ts'
import type { Town } from './rows.ts'
import { countryShares } from './shares.ts'
import shipped from './weights.json' with { type: 'json' }
import { pack, parts, type Packed, type Weights } from './weights.ts'

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
  /** For how many, from the best on, the towns in between are looked up; usually 100. */
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

function reasonsOf(
  view: View,
  { town: other, gains = [] }: Judged,
  score: number,
  isExplained: boolean,
): Reason[] {
  const { graph, town } = view
  const isMissing = Number.isNaN((graph.size[other] ?? Number.NaN) - (graph.size[town] ?? Number.NaN))
  // Where a size is missing that part is left out, and the others make the whole.
  const told = gains.map((gain, at) => (isMissing && parts[at] === 'size' ? 0 : gain))
  const raised = told.reduce((sum, gain) => sum + gain, 0)
  const reasons = told.flatMap((gain, at): Reason[] => {
    const part = parts[at]
    if (part === undefined || gain === 0) return []
    const points = (gain * score) / raised
    if (part === 'size') return [{ part, points, people: graph.towns[other]?.people ?? 0 }]
    if (part === 'nearness') return [{ part, points, km: kmBetween(graph.points, town, other) }]
    const via = isExplained ? viaOf(view, other, part) : []
    return [via.length > 0 ? { part, points, via } : { part, points }]
  })
  reasons.sort((one, next) => next.points - one.points)
  if (isMissing) reasons.push({ part: 'size', points: 0, missing: true })
  if (graph.degree[town] === 0 || graph.degree[other] === 0)
    reasons.push({ part: 'data', points: 0, few: true })
  return reasons
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
  const share = shares[graph.country[town] ?? 0]
  const { suits, explained = 100 } = options
  const isWanted = (other: number): boolean => {
    const one = graph.towns[other]
    return !suits || (one !== undefined && suits(one, kmBetween(graph.points, town, other)))
  }
  const countries = only === undefined ? [...graph.countries.keys()] : [only]
  const judged = countries.flatMap((country) =>
    judge(view, packed, country, share?.[country] ?? 0, isTaken, suits && isWanted),
  )
  const wanted = suits ? judged.filter((one) => isWanted(one.town)) : judged
  wanted.sort((one, next) => next.likely - one.likely || one.town - next.town)
  const towns = Math.log1p(graph.towns.length)
  return wanted.map((one, at) => {
    const score = (100 * Math.log1p(one.likely * graph.towns.length)) / towns
    return {
      id: graph.towns[one.town]?.id ?? '',
      score,
      reasons: reasonsOf(view, one, score, at < explained),
    }
  })
}
