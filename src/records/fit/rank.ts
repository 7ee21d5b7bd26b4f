import { fill, type Part } from './features.ts'
import { groundOf, type Ground } from './ground.ts'
import { scaleOf, viewFrom, type View } from './view.ts'
import { numberIn, type Graph } from './graph.ts'
import { kmBetween } from './sphere.ts'
import { viaOf, type Reason } from './reasons.ts'
import type { Town } from './rows.ts'
import { countryShares } from './shares.ts'
import shipped from './weights.json' with { type: 'json' }
import { ask, pack, parts, roomToAsk, type Packed, type Weights } from './weights.ts'

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

/** Whether there is anything of a part between two towns; what is only missing elsewhere is no reason. */
function isSeen({ seen }: View, other: number, part: Part | undefined): boolean {
  if (part === 'network') return (seen.common[other] ?? 0) > 0
  if (part === 'friends') return (seen.any[other] ?? 0) > 0
  if (part === 'region') return (seen.wide[other] ?? 0) + (seen.strolledNear[other] ?? 0) > 0
  return true
}

/** A town with its score; what moved it stands in its row of `moves`, and what moves a town of that country, in `means`. */
type Judged = {
  readonly town: number
  readonly score: number
  readonly row: number
  readonly moves: Float64Array
  readonly means: Float64Array
}

/** Adds all towns of a country that are no partners yet; `share` of all partners are there. */
function judge(
  view: View,
  packed: Packed,
  country: number,
  share: number,
  isTaken: Uint8Array,
  into: Judged[],
): void {
  const { graph } = view
  const list = (graph.inCountry[country] ?? new Int32Array()).filter((town) => isTaken[town] === 0)
  if (list.length === 0) return
  const scale = scaleOf(view, country)
  const asked = roomToAsk(list.length)
  for (let at = 0; at < list.length; at++) fill(view, scale, list[at] ?? 0, asked.columns, at, list.length)
  ask(packed, asked)
  const { sums, moves } = asked
  const means = new Float64Array(parts.length)
  // One alone is like its country's mean in all: then what moved it is told as it is.
  for (let from = 0; list.length > 1 && from < moves.length; from += parts.length)
    for (let part = 0; part < parts.length; part++)
      means[part] = (means[part] ?? 0) + (moves[from + part] ?? 0) / list.length
  let [most, all] = [-Infinity, 0]
  for (let at = 0; at < list.length; at++) most = Math.max(most, sums[at] ?? 0)
  for (let at = 0; at < list.length; at++) all += Math.exp((sums[at] ?? 0) - most)
  const towns = graph.towns.length
  for (let at = 0; at < list.length; at++) {
    const likely = (share * Math.exp((sums[at] ?? 0) - most)) / all
    const score = (100 * Math.log1p(likely * towns)) / Math.log1p(towns)
    into.push({ town: list[at] ?? 0, score, row: at * parts.length, moves, means })
  }
}

/** What each part adds to a town, beyond what it adds to a usual one of its country. */
function gainsOf(view: View, { town: other, row, moves, means }: Judged): number[] {
  const gains = parts.map((part, at) =>
    isSeen(view, other, part) ? Math.max(0, (moves[row + at] ?? 0) - (means[at] ?? 0)) : 0,
  )
  // Walks of any length are short ones above all: where there are common partners, it is those that they tell of.
  const [network, friends] = [parts.indexOf('network'), parts.indexOf('friends')]
  if ((view.seen.common[other] ?? 0) > 0) {
    gains[network] = (gains[network] ?? 0) + (gains[friends] ?? 0)
    gains[friends] = 0
  }
  return gains
}

function reasonsOf(view: View, judged: Judged, isExplained: boolean): Reason[] {
  const { graph, town } = view
  const { town: other, score } = judged
  const isMissing = Number.isNaN((graph.size[other] ?? Number.NaN) - (graph.size[town] ?? Number.NaN))
  const reasons: Reason[] = []
  const gains = gainsOf(view, judged)
  const raised = gains.reduce((sum, gain) => sum + gain, 0)
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    if (part === undefined || !isSeen(view, other, part)) continue
    const points = raised === 0 ? 0 : ((gains[at] ?? 0) * score) / raised
    if (part === 'size' && isMissing) reasons.push({ part, points, missing: true })
    else if (points === 0) continue
    else if (part === 'size') reasons.push({ part, points, people: graph.towns[other]?.people ?? 0 })
    else if (part === 'nearness') reasons.push({ part, points, km: kmBetween(graph.points, town, other) })
    else {
      const via = isExplained ? viaOf(view, other, part) : []
      reasons.push(via.length > 0 ? { part, points, via } : { part, points })
    }
  }
  reasons.sort((one, next) => next.points - one.points)
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
  const judged: Judged[] = []
  for (const country of only === undefined ? graph.countries.keys() : [only])
    judge(view, packed, country, share?.[country] ?? 0, isTaken, judged)
  judged.sort((one, next) => next.score - one.score || one.town - next.town)
  const explained = options.explained ?? 100
  const { suits } = options
  const wanted = judged.filter(({ town: other }) => {
    const one = graph.towns[other]
    return !suits || (one !== undefined && suits(one, kmBetween(graph.points, town, other)))
  })
  return wanted.map((one, at) => ({
    id: graph.towns[one.town]?.id ?? '',
    score: one.score,
    reasons: reasonsOf(view, one, at < explained),
  }))
}
