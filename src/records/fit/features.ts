import { alikeNames } from './names.ts'
import { closestCount } from './near.ts'
import { likeness } from './region.ts'
import { likelyAt } from './sizes.ts'
import { kmBetween } from './sphere.ts'
import type { Scale } from './scale.ts'
import { meanSize, type View } from './view.ts'

export type Part = 'network' | 'friends' | 'size' | 'nearness' | 'region' | 'ties' | 'name'

/** What is known of a pair of towns at first sight: in this order everywhere. */
const quick = [
  ['ties', 'ties'],
  ['ownTies', 'ties'],
  ['size', 'size'],
  ['ownSize', 'size'],
  ['sizeStep', 'size'],
  ['sizeRatio', 'size'],
  ['sizeLikely', 'size'],
  ['any', 'friends'],
  ['anyPerTie', 'friends'],
  ['three', 'friends'],
  ['five', 'friends'],
  ['strolled', 'region'],
  ['strolledPerTie', 'region'],
  ['besides', 'region'],
  ['close', 'region'],
  ['wide', 'region'],
  ['alike', 'region'],
  ['around', 'region'],
  ['density', 'region'],
  ['warm', 'region'],
  ['warmPerTown', 'region'],
] as const satisfies readonly (readonly [string, Part])[]

/** What a second look adds, for what needs longer. */
const slow = [
  ['km', 'nearness'],
  ['tiesThere', 'ties'],
  ['ownTiesThere', 'ties'],
  ['shareThere', 'ties'],
  ['likeCountries', 'ties'],
  ['common', 'network'],
  ['linked', 'region'],
  ['linkedPerTie', 'region'],
  ['name', 'name'],
  ['habit', 'size'],
  ['itsHabit', 'size'],
  ['usualStep', 'size'],
  ['local', 'size'],
  ['kmToPartner', 'region'],
  ['kmFromIts', 'region'],
  ['likeIts', 'region'],
  ['anyTop', 'friends'],
  ['strolledTop', 'region'],
  ['broad', 'region'],
  ['closePerWarm', 'region'],
  ['busyPerTown', 'region'],
  ['nearestThere', 'region'],
  ['towns', 'ties'],
  ['meanTies', 'ties'],
  ['meanThere', 'ties'],
] as const satisfies readonly (readonly [string, Part])[]

export const features = [...quick, ...slow]
export const featureCount = features.length
export const quickCount = quick.length

const least = -12

/** On a scale of logarithms, measured by something else; `least` when there is nothing. */
const measured = (value: number, by: number): number =>
  value > 0 && by > 0 ? Math.max(least, Math.log(value / by)) : least

const missing = -99
const known = (value: number): number => (Number.isNaN(value) ? missing : value)
const far = 999

/** Where the numbers of a candidate go: from `at` on, each `step` places after the one before. */
export type Place = { readonly into: Float32Array; readonly at: number; readonly step: number }

function put(values: readonly number[], { into, at, step }: Place, first: number): void {
  for (let by = 0; by < values.length; by++) into[at + (first + by) * step] = values[by] ?? 0
}

/** The features of a first look at a candidate; veiled, as if its only link was not told. */
export function fillQuick(view: View, scale: Scale, other: number, place: Place, isVeiled = false): void {
  const { graph, ground, town, seen } = view
  const [own, its] = [graph.size[town] ?? Number.NaN, graph.size[other] ?? Number.NaN]
  const apart = its - own
  const degree = isVeiled ? 0 : (graph.degree[other] ?? 0)
  const of = (values: Float64Array): number => (degree === 0 ? 0 : (values[other] ?? 0))
  // A town without any known link is no other than one with a single link that says nothing.
  const ties = Math.max(1, degree)
  const usual = view.usual[graph.country[other] ?? 0]
  const density = ground.density[other] ?? 0
  const warm = seen.warm[other] ?? 0
  // One by one: so no list has to be made for each town.
  const { into, step } = place
  let to = place.at
  into[to] = ties
  into[(to += step)] = graph.degree[town] ?? 0
  into[(to += step)] = known(its)
  into[(to += step)] = known(own)
  into[(to += step)] = known(apart)
  into[(to += step)] = Number.isNaN(apart) ? missing : Math.abs(apart)
  into[(to += step)] = Number.isNaN(its) || !usual ? missing : likelyAt(usual, its)
  into[(to += step)] = measured(of(seen.any), scale.any)
  into[(to += step)] = measured(of(seen.any) / ties, scale.any)
  into[(to += step)] = measured(of(seen.three), scale.three)
  into[(to += step)] = measured(of(seen.five), scale.five)
  into[(to += step)] = measured(seen.strolledNear[other] ?? 0, scale.strolledNear)
  into[(to += step)] = measured(of(seen.strolled) / ties, scale.strolled)
  into[(to += step)] = measured(seen.besides[other] ?? 0, scale.besides)
  into[(to += step)] = measured(seen.close[other] ?? 0, scale.close)
  into[(to += step)] = measured(seen.wide[other] ?? 0, scale.wide)
  into[(to += step)] = measured(seen.alike[other] ?? 0, scale.alike)
  into[(to += step)] = measured(view.pull[ground.cells.of[other] ?? 0] ?? 0, scale.pull)
  into[(to += step)] = density
  into[(to += step)] = measured(warm, scale.warm)
  into[(to += step)] = Math.log(Math.max(0, warm) + 0.2) - density
}

/** What a candidate's own partners in the asking country tell. */
function partnersHere({ graph, town, countries }: View, other: number, degree: number): number[] {
  const home = graph.country[town]
  const own = graph.size[town] ?? Number.NaN
  const first = graph.start[other] ?? 0
  let [there, like, km, alike] = [0, 0, far, 0]
  for (let by = first; by < first + degree; by++) {
    const partner = graph.to[by] ?? 0
    const country = graph.country[partner] ?? 0
    if (country === home) {
      there++
      const apart = kmBetween(graph.points, town, partner)
      km = Math.min(km, apart)
      alike = Math.max(alike, likeness(graph.size[partner] ?? Number.NaN, own) * Math.exp(-apart / 100))
    } else if ((countries[country] ?? 0) > 0) like++
  }
  return [there, like, km, alike]
}

/** How many links the nearest towns of a candidate have with the asking country. */
function nearestThere({ graph, town }: View, other: number): number {
  const { closest, closestTo } = graph.near
  const home = graph.country[town]
  let links = 0
  for (let at = 0; at < (closestTo[other] ?? 0); at++) {
    const one = closest[other * closestCount + at] ?? 0
    const first = graph.start[one] ?? 0
    for (let by = first; by < first + (graph.degree[one] ?? 0); by++)
      if (graph.country[graph.to[by] ?? 0] === home) links++
  }
  return links
}

/** The features of a second look. */
export function fillSlow(view: View, scale: Scale, other: number, place: Place, isVeiled = false): void {
  const { graph, ground, town, seen } = view
  const [own, its] = [graph.size[town] ?? Number.NaN, graph.size[other] ?? Number.NaN]
  const degree = isVeiled ? 0 : (graph.degree[other] ?? 0)
  const of = (values: Float64Array): number => (degree === 0 ? 0 : (values[other] ?? 0))
  const ties = Math.max(1, degree)
  const [there = 0, like = 0, kmFromIts = far, likeIts = 0] = partnersHere(view, other, degree)
  const itsHabit = degree === 0 ? Number.NaN : meanSize(graph, other)
  const values = [
    Math.log(1 + kmBetween(graph.points, town, other)),
    there,
    view.countries[graph.country[other] ?? 0] ?? 0,
    there / ties,
    like / ties,
    measured(of(seen.common), scale.common),
    measured(of(seen.linked), scale.linked),
    measured(of(seen.linked), ties),
    alikeNames(view.name, ground.names[other] ?? new Int32Array()),
    known(Math.abs(its - view.habit)),
    known(Math.abs(itsHabit - (Number.isNaN(own) ? view.habit : own))),
    known(its - (view.usual[graph.country[other] ?? 0]?.expected ?? Number.NaN)),
    known(ground.local[other] ?? Number.NaN),
    view.kmToPartner[other] ?? 0,
    kmFromIts,
    likeIts,
    measured(of(seen.any) / ties, scale.anyTop),
    measured(of(seen.strolled) / ties, scale.strolledTop),
    measured(seen.broad[other] ?? 0, scale.broad),
    measured(seen.close[other] ?? 0, seen.warm[other] ?? 0),
    Math.log(Math.max(0, seen.busy[other] ?? 0) + 0.2) - (ground.density[other] ?? 0),
    nearestThere(view, other),
    scale.towns,
    scale.meanTies,
    scale.meanThere,
  ]
  put(values, place, quickCount)
}
