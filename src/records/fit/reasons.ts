import type { Part } from './features.ts'
import { reach } from './near.ts'
import { kmBetween } from './sphere.ts'
import type { View } from './view.ts'
import type { Graph } from './graph.ts'

/** Why a town is suggested: data for a sentence. */
export type Reason = {
  /** `data` gives no points: it says that little is known (`few`). */
  readonly part: Part | 'data'
  /** What it adds to the score; those of all parts make the score. */
  readonly points: number
  /** Ids of towns. network: common partners. friends: your partner, and its partner. region: a neighbour, and its partner. */
  readonly via?: readonly string[]
  /** Inhabitants of the suggested town. */
  readonly people?: number
  readonly km?: number
  /** The size of one of both is not known. */
  readonly missing?: true
  readonly few?: true
}

const partnersOf = (graph: Graph, town: number): Int32Array =>
  graph.to.subarray(graph.start[town] ?? 0, (graph.start[town] ?? 0) + (graph.degree[town] ?? 0))

/** Common partners, those with the fewest links first. */
function common({ graph, town }: View, other: number): number[] {
  const own = new Set(partnersOf(graph, town))
  return [...partnersOf(graph, other)]
    .filter((partner) => own.has(partner))
    .sort((one, next) => (graph.degree[one] ?? 0) - (graph.degree[next] ?? 0) || one - next)
    .slice(0, 3)
}

/** One of your partners, and a partner of that which is linked with the town. */
function overTwo(view: View, other: number): number[] {
  const { graph, town } = view
  const own = new Set(partnersOf(graph, town))
  for (const second of partnersOf(graph, other)) {
    if (second === town || own.has(second)) continue
    const first = partnersOf(graph, second).find((partner) => own.has(partner))
    if (first !== undefined) return [first, second]
  }
  return []
}

/** A link of a neighbour, and how far away that is. */
export type Around = { readonly neighbour: number; readonly partner: number; readonly km: number }

/** The links of a town's neighbours, the nearest first. */
export function linksAround({ graph, town }: View): Around[] {
  const { start, end, town: towns, km } = graph.near
  const [first, last] = [start[town] ?? 0, end[town] ?? 0]
  return Array.from({ length: last - first }, (_, by) => first + by)
    .sort((one, next) => (km[one] ?? 0) - (km[next] ?? 0) || one - next)
    .flatMap((at) => {
      const neighbour = towns[at] ?? 0
      return Array.from(partnersOf(graph, neighbour), (partner) => ({ neighbour, partner, km: km[at] ?? 0 }))
    })
}

/** The neighbour and its partner that lie nearest to both towns. */
function neighbours({ graph, town }: View, around: readonly Around[], other: number): number[] {
  let best: number[] = []
  let least = Infinity
  for (const { neighbour, partner, km } of around) {
    if (km >= least) break
    if (neighbour === other || partner === town || graph.country[partner] !== graph.country[other]) continue
    const further = kmBetween(graph.points, partner, other)
    if (further <= reach && km + further < least) [best, least] = [[neighbour, partner], km + further]
  }
  return best
}

/** Which towns stand between the two, for the parts that have some. */
export function viaOf(view: View, around: readonly Around[], other: number, part: Reason['part']): string[] {
  const found =
    part === 'network'
      ? common(view, other)
      : part === 'friends'
        ? overTwo(view, other)
        : part === 'region'
          ? neighbours(view, around, other)
          : []
  return found.map((town) => view.graph.towns[town]?.id ?? '')
}
