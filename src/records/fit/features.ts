import { alikeNames } from './names.ts'
import { kmBetween } from './sphere.ts'
import { meanSize, type Scale, type View } from './view.ts'

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
  ['aside', 'region'],
  ['warm', 'region'],
  ['habit', 'size'],
  ['itsHabit', 'size'],
  ['kmToPartner', 'region'],
  ['kmFromIts', 'region'],
  ['anyTop', 'friends'],
  ['strolledTop', 'region'],
] as const satisfies readonly (readonly [string, Part])[]

export const featureCount = features.length

const least = -12

/** On a scale of logarithms, measured by the mean; `least` when there is nothing. */
function measured(value: number, mean: number): number {
  return value > 0 && mean > 0 ? Math.max(least, Math.log(value / mean)) : least
}

const missing = -99
const far = 999

/** The features of a candidate in a list, in their order, from `at` on, each `step` places after the one before. */
export function fill(
  view: View,
  scale: Scale,
  other: number,
  into: Float32Array,
  at = 0,
  step = 1,
  isVeiled = false,
): void {
  const { graph, ground, town, seen } = view
  const [own, its] = [graph.size[town] ?? Number.NaN, graph.size[other] ?? Number.NaN]
  const apart = its - own
  const places = (graph.place[other] ?? Number.NaN) - (graph.place[town] ?? Number.NaN)
  const first = graph.start[other] ?? 0
  const degree = isVeiled ? 0 : (graph.degree[other] ?? 0)
  const of = (values: Float64Array): number => (degree === 0 ? 0 : (values[other] ?? 0))
  const home = graph.country[town]
  let [there, like, kmFromIts] = [0, 0, far]
  for (let by = first; by < first + degree; by++) {
    const country = graph.country[graph.to[by] ?? 0] ?? 0
    if (country === home) {
      there++
      kmFromIts = Math.min(kmFromIts, kmBetween(graph.points, town, graph.to[by] ?? 0))
    } else if ((view.countries[country] ?? 0) > 0) like++
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
    measured(of(seen.common), scale.common),
    measured(of(seen.two), scale.two),
    measured(of(seen.three), scale.three),
    measured(of(seen.four), scale.four),
    measured(of(seen.five), scale.five),
    measured(of(seen.six), scale.six),
    measured(of(seen.linked), scale.linked),
    measured(of(seen.linkedWide), scale.linkedWide),
    measured(seen.besides[other] ?? 0, scale.besides),
    measured(seen.close[other] ?? 0, scale.close),
    measured(seen.wide[other] ?? 0, scale.wide),
    measured(seen.alike[other] ?? 0, scale.alike),
    measured(view.pull[ground.cells.of[other] ?? 0] ?? 0, scale.pull),
    ground.density[other] ?? 0,
    alikeNames(view.name, ground.names[other] ?? new Int32Array()),
    measured(of(seen.any), scale.any),
    measured(of(seen.any) / ties, scale.any),
    measured(seen.strolledNear[other] ?? 0, scale.strolledNear),
    measured(of(seen.strolled) / ties, scale.strolled),
    measured(of(seen.aside), scale.aside),
    measured(seen.warm[other] ?? 0, scale.warm),
    known(Math.abs(its - view.habit)),
    known(
      Math.abs((degree === 0 ? Number.NaN : meanSize(graph, other)) - (Number.isNaN(own) ? view.habit : own)),
    ),
    view.kmToPartner[other] ?? 0,
    kmFromIts,
    measured(of(seen.any) / ties, scale.anyTop),
    measured(of(seen.strolled) / ties, scale.strolledTop),
  ]
  for (let feature = 0; feature < values.length; feature++) into[at + feature * step] = values[feature] ?? 0
}
