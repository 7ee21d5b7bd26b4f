import { cellPull, cellsOf, type Cells } from './cells.ts'
import type { Graph } from './graph.ts'
import { alikeNames, nameOf, namesOf, type Names } from './names.ts'
import { regionOf, type Region } from './region.ts'
import { kmBetween } from './sphere.ts'
import { walksFrom, type Room, type Walks } from './walks.ts'
import { townFromId } from './rows.ts'

export type Part = 'network' | 'friends' | 'size' | 'nearness' | 'region' | 'ties' | 'name'

/** What is known of a pair of towns: in this order everywhere. */
export const features = [
  ['sizeRatio', 'size'],
  ['sizeStep', 'size'],
  ['size', 'size'],
  ['ownSize', 'size'],
  ['placeStep', 'size'],
  ['km', 'nearness'],
  ['ties', 'ties'],
  ['tiesThere', 'ties'],
  ['ownTies', 'ties'],
  ['ownTiesThere', 'ties'],
  ['shareThere', 'ties'],
  ['likeCountries', 'ties'],
  ['common', 'network'],
  ['two', 'network'],
  ['three', 'friends'],
  ['four', 'friends'],
  ['five', 'friends'],
  ['six', 'friends'],
  ['linked', 'region'],
  ['linkedWide', 'region'],
  ['besides', 'region'],
  ['close', 'region'],
  ['wide', 'region'],
  ['alike', 'region'],
  ['around', 'region'],
  ['density', 'region'],
  ['name', 'name'],
  ['any', 'friends'],
  ['anyPerTie', 'friends'],
  ['strolled', 'region'],
  ['strolledPerTie', 'region'],
] as const satisfies readonly (readonly [string, Part])[]

export const featureCount = features.length

/** What of a graph is the same for whoever asks, and room for one view at a time. */
export type Ground = {
  readonly cells: Cells
  readonly names: Names
  readonly density: Float64Array
  readonly rooms: Float64Array[]
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

export const groundOf = (graph: Graph): Ground => ({
  cells: cellsOf(graph),
  names: namesOf(graph),
  density: densityOf(graph),
  rooms: [],
})

/** All that is worked out once for a town that asks. */
export type View = {
  readonly graph: Graph
  readonly ground: Ground
  readonly town: number
  readonly name: Int32Array
  readonly walks: Walks
  readonly region: Region
  readonly pull: Float64Array
  /** How many partners it has in each country. */
  readonly countries: Int32Array
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
  return {
    ...{ graph, ground, town, countries },
    name: ground.names[town] ?? nameOf(townFromId(id).name),
    walks: walksFrom(graph, town, room),
    region: regionOf(graph, town, options.country, room),
    pull: cellPull(graph, ground.cells, town, options),
  }
}

/** For one country what its towns have on average: what is seen of a town is measured by that. */
export type Scale = readonly number[]

function perTown(view: View): Float64Array[] {
  const { walks, region } = view
  return [
    walks.common,
    ...walks.steps,
    ...[walks.any, walks.strolled, walks.strolledNear],
    ...[region.linked, region.linkedWide, region.besides, region.close, region.wide, region.alike],
  ]
}

export function scaleOf(view: View, country: number): Scale {
  const list = view.graph.inCountry[country] ?? new Int32Array()
  const mean = (values: Float64Array, of: (town: number) => number): number => {
    let sum = 0
    for (const town of list) sum += values[of(town)] ?? 0
    return sum / Math.max(1, list.length)
  }
  return [
    ...perTown(view).map((values) => mean(values, (town) => town)),
    mean(view.pull, (town) => view.ground.cells.of[town] ?? 0),
  ]
}

const least = -12

/** On a scale of logarithms, measured by the mean; `least` when there is nothing. */
function measured(value: number, mean: number): number {
  return value > 0 && mean > 0 ? Math.max(least, Math.log(value / mean)) : least
}

const missing = -99

/** The features of a candidate in a list, in their order, from `at` on. */
export function fill(
  view: View,
  scale: Scale,
  other: number,
  into: Float32Array,
  at: number,
  isVeiled = false,
): void {
  const { graph, ground, town, walks, region } = view
  const [own, its] = [graph.size[town] ?? Number.NaN, graph.size[other] ?? Number.NaN]
  const apart = its - own
  const places = (graph.place[other] ?? Number.NaN) - (graph.place[town] ?? Number.NaN)
  const first = graph.start[other] ?? 0
  const degree = isVeiled ? 0 : (graph.degree[other] ?? 0)
  const of = (values: Float64Array | undefined): number => (degree === 0 ? 0 : (values?.[other] ?? 0))
  const home = graph.country[town]
  let [there, like] = [0, 0]
  for (let by = first; by < first + degree; by++) {
    const country = graph.country[graph.to[by] ?? 0] ?? 0
    if (country === home) there++
    else if ((view.countries[country] ?? 0) > 0) like++
  }
  const known = (value: number): number => (Number.isNaN(value) ? missing : value)
  // A town without any known link is no other than one with a single link that says nothing.
  const ties = Math.max(1, degree)
  const values = [
    Number.isNaN(apart) ? missing : Math.abs(apart),
    known(apart),
    known(its),
    known(own),
    known(places),
    Math.log(1 + kmBetween(graph.points, town, other)),
    ties,
    there,
    graph.degree[town] ?? 0,
    view.countries[graph.country[other] ?? 0] ?? 0,
    there / ties,
    like / ties,
    measured(of(walks.common), scale[0] ?? 0),
    measured(of(walks.steps[0]), scale[1] ?? 0),
    measured(of(walks.steps[1]), scale[2] ?? 0),
    measured(of(walks.steps[2]), scale[3] ?? 0),
    measured(of(walks.steps[3]), scale[4] ?? 0),
    measured(of(walks.steps[4]), scale[5] ?? 0),
    measured(of(region.linked), scale[9] ?? 0),
    measured(of(region.linkedWide), scale[10] ?? 0),
    measured(region.besides[other] ?? 0, scale[11] ?? 0),
    measured(region.close[other] ?? 0, scale[12] ?? 0),
    measured(region.wide[other] ?? 0, scale[13] ?? 0),
    measured(region.alike[other] ?? 0, scale[14] ?? 0),
    measured(view.pull[ground.cells.of[other] ?? 0] ?? 0, scale[15] ?? 0),
    ground.density[other] ?? 0,
    alikeNames(view.name, ground.names[other] ?? new Int32Array()),
    measured(of(walks.any), scale[6] ?? 0),
    measured(of(walks.any) / ties, scale[6] ?? 0),
    measured(walks.strolledNear[other] ?? 0, scale[8] ?? 0),
    measured(of(walks.strolled) / ties, scale[7] ?? 0),
  ]
  into.set(values, at)
}
