import { cellPull } from './cells.ts'
import type { Graph } from './graph.ts'
import { anyCountry, linksWithout, warmthWithout, type Ground } from './ground.ts'
import { nameAmong, type Name } from './names.ts'
import { regionOf, type Region } from './region.ts'
import { townFromId } from './rows.ts'
import { partnersBySize, type Partners } from './sizes.ts'
import { walksFrom, type Room, type Walks } from './walks.ts'

/** The mean size of a town's partners, as a logarithm; NaN when none is known. */
export function meanSize(graph: Graph, town: number): number {
  let [sum, count] = [0, 0]
  const first = graph.start[town] ?? 0
  for (let at = first; at < first + (graph.degree[town] ?? 0); at++) {
    const size = graph.size[graph.to[at] ?? 0] ?? Number.NaN
    if (Number.isNaN(size)) continue
    sum += size
    count++
  }
  return sum / count
}

/** What is seen of every town from one: how near it is by links, and by its surroundings. */
export type Seen = Walks &
  Omit<Region, 'kmToPartner'> & { readonly warm: Float64Array; readonly busy: Float64Array }

/** All that is worked out once for a town that asks. */
export type View = {
  readonly graph: Graph
  readonly ground: Ground
  readonly town: number
  readonly name: Name
  readonly seen: Seen
  readonly kmToPartner: Float64Array
  readonly pull: Float64Array
  /** How many links each town has with the asking country. */
  readonly withHome: Float64Array
  /** How many partners it has in each country. */
  readonly countries: Int32Array
  readonly habit: number
  /** What partners the towns of its own country have in each. */
  readonly usual: Partners[]
}

/** Looks at the graph from a town; with `hidden`, the link to that partner has to be left out of the graph meanwhile. */
export function viewFrom(
  graph: Graph,
  ground: Ground,
  town: number,
  id: string,
  options: { country?: number | undefined; hidden?: number | undefined } = {},
): View {
  let used = 0
  const room: Room = () => {
    const found = (ground.rooms[used++] ??= new Float64Array(graph.towns.length + 1))
    return found.fill(0)
  }
  const countries = new Int32Array(graph.countries.length + 1)
  const first = graph.start[town] ?? 0
  for (const partner of graph.to.subarray(first, first + (graph.degree[town] ?? 0))) {
    const country = graph.country[partner] ?? 0
    countries[country] = (countries[country] ?? 0) + 1
  }
  const walks = walksFrom(graph, town, room)
  const { kmToPartner, ...region } = regionOf(graph, town, options.country, room)
  const link = [town, options.hidden] as const
  const home = graph.country[town] ?? 0
  const warm = warmthWithout(graph, ground, { link, country: home, room })
  const busy = warmthWithout(graph, ground, { link, country: anyCountry, room })
  return {
    graph,
    ground,
    town,
    countries,
    kmToPartner,
    withHome: linksWithout(graph, ground, { link, country: home, room }),
    name: nameAmong(ground.names, graph.towns[town]?.name ?? townFromId(id).name),
    seen: { ...walks, ...region, warm, busy },
    pull: cellPull(graph, ground.cells, town, options),
    habit: meanSize(graph, town),
    usual: partnersBySize(graph, town, ground.sizes),
  }
}
