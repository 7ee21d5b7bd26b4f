import { cellsOf, fading, type Cells } from './cells.ts'
import type { Graph } from './graph.ts'
import { namesOf, type Names } from './names.ts'
import { townSizes, type TownSizes } from './sizes.ts'
import type { Room } from './walks.ts'

/** What of a graph is the same for whoever asks, and room for one view at a time. */
export type Ground = {
  readonly cells: Cells
  readonly names: Names
  /** How many towns are around, itself among them, the nearer counting more. */
  readonly density: Float64Array
  /** Which share of the towns around is smaller, the nearer counting more; NaN when its own size is unknown. */
  readonly local: Float64Array
  readonly sizes: TownSizes
  readonly rooms: Float64Array[]
  readonly links: Map<number, Float64Array>
  readonly warmth: Map<number, Float64Array>
}

function densityOf({ towns, near }: Graph): Float64Array {
  const density = new Float64Array(towns.length + 1)
  for (let town = 0; town < towns.length; town++) {
    let sum = 1
    for (let at = near.start[town] ?? 0; at < (near.end[town] ?? 0); at++)
      sum += Math.exp(-(((near.km[at] ?? 0) / 40) ** 2))
    density[town] = sum
  }
  return density
}

const localKm = 30

function localOf({ towns, near, size }: Graph): Float64Array {
  const local = new Float64Array(towns.length + 1).fill(Number.NaN)
  for (let town = 0; town < towns.length; town++) {
    const own = size[town] ?? Number.NaN
    if (Number.isNaN(own)) continue
    // Whoever has no neighbours is in the middle.
    let [smaller, all] = [0.5, 1]
    for (let at = near.start[town] ?? 0; at < (near.end[town] ?? 0); at++) {
      const its = size[near.town[at] ?? 0] ?? Number.NaN
      if (Number.isNaN(its)) continue
      const weight = fading(near.km[at] ?? 0, localKm)
      all += weight
      if (own > its) smaller += weight
    }
    local[town] = smaller / all
  }
  return local
}

const warmKm = 40
/** Stands for all countries where one can be given. */
export const anyCountry = -1

/** How many links each town has with a country, or with any. */
function linksOf(graph: Graph, ground: Ground, country: number): Float64Array {
  const known = ground.links.get(country)
  if (known) return known
  const links = new Float64Array(graph.towns.length + 1)
  for (let town = 0; town < graph.towns.length; town++) {
    const first = graph.start[town] ?? 0
    for (let at = first; at < first + (graph.degree[town] ?? 0); at++)
      if (country === anyCountry || graph.country[graph.to[at] ?? 0] === country)
        links[town] = (links[town] ?? 0) + 1
  }
  ground.links.set(country, links)
  return links
}

/** A town and a partner whose link is left out, of which country's links, and room for what is left. */
type Without = {
  readonly link: readonly [town: number, hidden: number | undefined]
  readonly country: number
  readonly room: Room
}

/** A list of numbers of towns without what a link that is left out brought: at both ends, when their partners there count. */
function lessLink(
  { country: of }: Graph,
  all: Float64Array,
  { link: [town, hidden], country, room }: Without,
  take: (left: Float64Array, end: number) => void,
): Float64Array {
  if (hidden === undefined) return all
  const left = room()
  left.set(all)
  take(left, hidden)
  if (country === anyCountry || of[hidden] === country) take(left, town)
  return left
}

/** The same without the link to one partner, when one is hidden. */
export const linksWithout = (graph: Graph, ground: Ground, without: Without): Float64Array =>
  lessLink(graph, linksOf(graph, ground, without.country), without, (left, end) => {
    left[end] = (left[end] ?? 0) - 1
  })

/** How many links the neighbours of each town have with a country, or with any, the nearer counting more. */
export function warmthOf(graph: Graph, ground: Ground, country: number): Float64Array {
  const known = ground.warmth.get(country)
  if (known) return known
  const { near } = graph
  const links = linksOf(graph, ground, country)
  const warmth = new Float64Array(graph.towns.length + 1)
  for (let town = 0; town < graph.towns.length; town++) {
    const own = links[town] ?? 0
    if (own === 0) continue
    for (let at = near.start[town] ?? 0; at < (near.end[town] ?? 0); at++) {
      const other = near.town[at] ?? 0
      warmth[other] = (warmth[other] ?? 0) + own * fading(near.km[at] ?? 0, warmKm)
    }
  }
  ground.warmth.set(country, warmth)
  return warmth
}

/** The same without the link to one partner, when one is hidden. */
export const warmthWithout = (graph: Graph, ground: Ground, without: Without): Float64Array =>
  lessLink(graph, warmthOf(graph, ground, without.country), without, (left, end) => {
    const { near } = graph
    for (let at = near.start[end] ?? 0; at < (near.end[end] ?? 0); at++) {
      const other = near.town[at] ?? 0
      left[other] = (left[other] ?? 0) - fading(near.km[at] ?? 0, warmKm)
    }
  })

export const groundOf = (graph: Graph): Ground => ({
  cells: cellsOf(graph),
  names: namesOf(graph),
  density: densityOf(graph),
  local: localOf(graph),
  sizes: townSizes(graph),
  rooms: [],
  links: new Map(),
  warmth: new Map(),
})
