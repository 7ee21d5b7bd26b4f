import { fill, type Part } from './features.ts'
import { groundOf, type Ground } from './ground.ts'
import { scaleOf, viewFrom, type View } from './view.ts'
import { numberIn, type Graph } from './graph.ts'
import { kmBetween } from './sphere.ts'
import { viaOf, type Reason } from './reasons.ts'
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
  /** For how many, from the best on, the towns in between are looked up; usually 100. */
  readonly explained?: number
}

type Known = { readonly ground: Ground; readonly countryLinks: Float64Array[] }
const known = new WeakMap<Graph, Known>()
const packs = new WeakMap<Weights, Packed>()

/** How many links each country has with each. */
function countryLinksOf(graph: Graph): Float64Array[] {
  const count = graph.countries.length + 1
  const links = Array.from({ length: count }, () => new Float64Array(count))
  for (let town = 0; town < graph.towns.length; town++) {
    const own = links[graph.country[town] ?? 0]
    const first = graph.start[town] ?? 0
    for (const partner of graph.to.subarray(first, first + (graph.degree[town] ?? 0))) {
      const to = graph.country[partner] ?? 0
      if (own) own[to] = (own[to] ?? 0) + 1
    }
  }
  return links
}

function kept<K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  const found = cache.get(key)
  if (found !== undefined) return found
  const made = make()
  cache.set(key, made)
  return made
}

/** How likely a town of one country has its next partner in the other. */
function countryShare(links: readonly Float64Array[], from: number, to: number): number {
  const own = links[from] ?? new Float64Array()
  const sum = own.reduce((all, more) => all + more, 0)
  let [there, everywhere] = [0, 0]
  for (const list of links) {
    there += list[to] ?? 0
    everywhere += list.reduce((all, more) => all + more, 0)
  }
  const prior = (there + 1) / (everywhere + links.length)
  return ((own[to] ?? 0) + 5 * prior) / (sum + 5)
}

/** Whether there is anything of a part between two towns; what is only missing elsewhere is no reason. */
function isSeen({ seen }: View, other: number, part: Part): boolean {
  if (part === 'network') return (seen.common[other] ?? 0) > 0
  if (part === 'friends') return (seen.any[other] ?? 0) > 0
  if (part === 'region') return (seen.wide[other] ?? 0) + (seen.strolledNear[other] ?? 0) > 0
  return true
}

type Judged = { readonly town: number; readonly score: number; readonly points: Float64Array }

/** All towns of a country that are no partners yet, each with its score and what the parts add to that. */
function judge(
  view: View,
  packed: Packed,
  country: number,
  share: number,
  isTaken: Uint8Array,
  chance: number,
): Judged[] {
  const { graph } = view
  const list = (graph.inCountry[country] ?? new Int32Array()).filter((town) => isTaken[town] === 0)
  if (list.length === 0) return []
  const scale = scaleOf(view, country)
  const asked = roomToAsk(list.length)
  for (let at = 0; at < list.length; at++) fill(view, scale, list[at] ?? 0, asked.columns, at, list.length)
  ask(packed, asked)
  const { sums, moves } = asked
  const means = new Float64Array(parts.length)
  for (let at = 0; at < moves.length; at++)
    means[at % parts.length] = (means[at % parts.length] ?? 0) + (moves[at] ?? 0) / list.length
  const most = sums.reduce((top, sum) => Math.max(top, sum), -Infinity)
  const all = sums.reduce((total, sum) => total + Math.exp(sum - most), 0)
  return Array.from(list, (town, at) => {
    const likely = (share * Math.exp((sums[at] ?? 0) - most)) / all
    const score = (100 * Math.log1p(likely * chance)) / Math.log1p(chance)
    const points = moves.subarray(at * parts.length, (at + 1) * parts.length)
    let raised = 0
    for (const [part, name] of parts.entries()) {
      const gained = isSeen(view, town, name) ? (points[part] ?? 0) - (means[part] ?? 0) : 0
      points[part] = Math.max(0, gained)
      raised += points[part] ?? 0
    }
    for (let part = 0; part < points.length; part++)
      points[part] = raised === 0 ? 0 : ((points[part] ?? 0) * score) / raised
    return { town, score, points }
  })
}

function reasonsOf(view: View, { town: other, points }: Judged, isExplained: boolean): Reason[] {
  const { graph, town } = view
  const people = graph.towns[other]?.people
  const isMissing = Number.isNaN((graph.size[other] ?? Number.NaN) - (graph.size[town] ?? Number.NaN))
  const reasons: Reason[] = []
  for (const [at, part] of parts.entries()) {
    const gained = points[at] ?? 0
    if (part === 'size' && isMissing) reasons.push({ part, points: gained, missing: true })
    if (gained === 0 || (part === 'size' && isMissing)) continue
    const via = isExplained ? viaOf(view, other, part) : []
    reasons.push({
      ...{ part, points: gained },
      ...(part === 'size' && people !== undefined ? { people } : {}),
      ...(part === 'nearness' ? { km: kmBetween(graph.points, town, other) } : {}),
      ...(via.length > 0 ? { via } : {}),
    })
  }
  reasons.sort((one, next) => next.points - one.points)
  if (graph.degree[town] === 0 || (graph.degree[other] ?? 0) === 0)
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
  const { ground, countryLinks } = kept(known, graph, () => ({
    ground: groundOf(graph),
    countryLinks: countryLinksOf(graph),
  }))
  const town = numberIn(graph, townId)
  const only = options.country === undefined ? undefined : graph.countries.indexOf(options.country)
  if (only === -1) return []
  const view = viewFrom(graph, ground, town, townId, { country: only })
  const isTaken = new Uint8Array(graph.towns.length + 1)
  isTaken[town] = 1
  const first = graph.start[town] ?? 0
  for (const partner of graph.to.subarray(first, first + (graph.degree[town] ?? 0))) isTaken[partner] = 1
  const home = graph.country[town] ?? 0
  const judged = (only === undefined ? [...graph.countries.keys()] : [only]).flatMap((country) =>
    judge(view, packed, country, countryShare(countryLinks, home, country), isTaken, graph.towns.length),
  )
  judged.sort((one, next) => next.score - one.score || one.town - next.town)
  const explained = options.explained ?? 100
  return judged.map((one, at) => ({
    id: graph.towns[one.town]?.id ?? '',
    score: one.score,
    reasons: reasonsOf(view, one, at < explained),
  }))
}
