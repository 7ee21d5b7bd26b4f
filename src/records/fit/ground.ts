import { cellsOf, fading, type Cells } from './cells.ts'
import type { Graph } from './graph.ts'
import { namesOf, type Names } from './names.ts'
import type { Room } from './walks.ts'

/** What of a graph is the same for whoever asks, and room for one view at a time. */
export type Ground = {
  readonly cells: Cells
  readonly names: Names
  readonly density: Float64Array
  readonly rooms: Float64Array[]
  readonly warmth: Map<number, Float64Array>
}

function densityOf({ towns, near }: Graph): Float64Array {
  const density = new Float64Array(towns.length + 1)
  for (let town = 0; town < towns.length; town++) {
    let sum = 1
    for (let at = near.start[town] ?? 0; at < (near.end[town] ?? 0); at++)
      sum += Math.exp(-(((near.km[at] ?? 0) / 40) ** 2))
    density[town] = Math.log(sum)
  }
  return density
}

const warmKm = 40

/** How many links the neighbours of each town have with a country, the nearer counting more. */
export function warmthOf(graph: Graph, ground: Ground, country: number): Float64Array {
  const known = ground.warmth.get(country)
  if (known) return known
  const { near } = graph
  const warmth = new Float64Array(graph.towns.length + 1)
  for (let town = 0; town < graph.towns.length; town++) {
    const first = graph.start[town] ?? 0
    let links = 0
    for (let at = first; at < first + (graph.degree[town] ?? 0); at++)
      if (graph.country[graph.to[at] ?? 0] === country) links++
    if (links === 0) continue
    for (let at = near.start[town] ?? 0; at < (near.end[town] ?? 0); at++) {
      const other = near.town[at] ?? 0
      warmth[other] = (warmth[other] ?? 0) + links * fading(near.km[at] ?? 0, warmKm)
    }
  }
  ground.warmth.set(country, warmth)
  return warmth
}

/** The same without the link to one partner, when one is hidden. */
export function warmthWithout(
  graph: Graph,
  ground: Ground,
  town: number,
  hidden: number | undefined,
  room: Room,
): Float64Array {
  const all = warmthOf(graph, ground, graph.country[town] ?? 0)
  if (hidden === undefined) return all
  const warmth = room()
  warmth.set(all)
  const { near } = graph
  const lower = (around: number): void => {
    for (let at = near.start[around] ?? 0; at < (near.end[around] ?? 0); at++) {
      const other = near.town[at] ?? 0
      warmth[other] = (warmth[other] ?? 0) - fading(near.km[at] ?? 0, warmKm)
    }
  }
  lower(hidden)
  if (graph.country[hidden] === graph.country[town]) lower(town)
  return warmth
}

export const groundOf = (graph: Graph): Ground => ({
  cells: cellsOf(graph),
  names: namesOf(graph),
  density: densityOf(graph),
  rooms: [],
  warmth: new Map(),
})
