import { cellPull } from './cells.ts'
import type { Graph } from './graph.ts'
import { anyCountry, warmthWithout, type Ground } from './ground.ts'
import { nameOf } from './names.ts'
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
  readonly name: Int32Array
  readonly seen: Seen
  readonly kmToPartner: Float64Array
  readonly pull: Float64Array
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
  const warm = warmthWithout(graph, ground, link, graph.country[town] ?? 0, room)
  const busy = warmthWithout(graph, ground, link, anyCountry, room)
  return {
    graph,
    ground,
    town,
    countries,
    kmToPartner,
    name: ground.names[town] ?? nameOf(townFromId(id).name),
    seen: { ...walks, ...region, warm, busy },
    pull: cellPull(graph, ground.cells, town, options),
    habit: meanSize(graph, town),
    usual: partnersBySize(graph, town, ground.sizes),
  }
}

/** What of all that is seen is measured by the mean of a country. */
type Meant = Exclude<keyof Seen, 'busy'>

/** For one country what its towns have on average: what is seen of a town is measured by that. */
export type Scale = { readonly [name in Meant | 'pull' | 'anyTop' | 'strolledTop']: number } & {
  /** Logarithms: how many towns there are, how many links they have, and how many with the asking country. */
  readonly towns: number
  readonly meanTies: number
  readonly meanThere: number
}

export function scaleOf(view: View, country: number): Scale {
  const { seen, pull, ground, graph, usual } = view
  const list = graph.inCountry[country] ?? new Int32Array()
  const count = Math.max(1, list.length)
  const {
    common,
    three,
    five,
    any,
    strolled,
    strolledNear,
    linked,
    besides,
    close,
    wide,
    broad,
    alike,
    warm,
  } = seen
  const { of } = ground.cells
  // All in one loop: going through the towns thirteen times takes longer.
  let [commons, threes, fives, anys, strolls, nears, links] = [0, 0, 0, 0, 0, 0, 0]
  let [besideAll, closes, wides, broads, alikes, warms] = [0, 0, 0, 0, 0, 0]
  let [anyTop, strolledTop, pulls, allTies] = [0, 0, 0, 0]
  for (let at = 0; at < list.length; at++) {
    const town = list[at] ?? 0
    const degree = graph.degree[town] ?? 0
    const ties = Math.max(1, degree)
    const [its, strolledThere] = [any[town] ?? 0, strolled[town] ?? 0]
    anyTop = Math.max(anyTop, its / ties)
    strolledTop = Math.max(strolledTop, strolledThere / ties)
    pulls += pull[of[town] ?? 0] ?? 0
    allTies += degree
    commons += common[town] ?? 0
    threes += three[town] ?? 0
    fives += five[town] ?? 0
    anys += its
    strolls += strolledThere
    nears += strolledNear[town] ?? 0
    links += linked[town] ?? 0
    besideAll += besides[town] ?? 0
    closes += close[town] ?? 0
    wides += wide[town] ?? 0
    broads += broad[town] ?? 0
    alikes += alike[town] ?? 0
    warms += warm[town] ?? 0
  }
  // One by one: made in a loop, reading it would be several times slower.
  return {
    common: commons / count,
    three: threes / count,
    five: fives / count,
    any: anys / count,
    strolled: strolls / count,
    strolledNear: nears / count,
    linked: links / count,
    besides: besideAll / count,
    close: closes / count,
    wide: wides / count,
    broad: broads / count,
    alike: alikes / count,
    warm: warms / count,
    pull: pulls / count,
    anyTop,
    strolledTop,
    towns: Math.log(1 + list.length),
    meanTies: Math.log((1 + allTies) / (1 + list.length)),
    meanThere: Math.log((1 + (usual[country]?.links ?? 0)) / (1 + list.length)),
  }
}
