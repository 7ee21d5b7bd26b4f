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
  ['wide', 'region'],
  ['alike', 'region'],
  ['around', 'region'],
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
  ['close', 'region'],
  ['density', 'region'],
  ['warm', 'region'],
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

/**
 * Measured by something else; 0 when there is nothing. The trees only ask whether it is more than a value that has four digits: a root
 * tells apart what is small as well as what is large, and is quicker than a logarithm.
 */
const measured = (value: number, by: number): number =>
  value > 0 && by > 0 ? Math.sqrt(Math.sqrt(value / by)) : 0

/** How many links there are around for each town that is there. */
const perTown = (links: number, density: number): number => measured(Math.max(0, links) + 0.2, density)

const missing = -99
const known = (value: number): number => (Number.isNaN(value) ? missing : value)
const far = 999

/** Where the numbers of a candidate go: from `at` on, each `step` places after the one before. */
export type Place = { readonly into: Float32Array; readonly at: number; readonly step: number }

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
  into[(to += step)] = measured(seen.wide[other] ?? 0, scale.wide)
  into[(to += step)] = measured(seen.alike[other] ?? 0, scale.alike)
  into[(to += step)] = measured(view.pull[ground.cells.of[other] ?? 0] ?? 0, scale.pull)
  into[(to += step)] = perTown(seen.warm[other] ?? 0, ground.density[other] ?? 0)
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
function nearestThere({ graph, withHome }: View, other: number): number {
  const { closest, closestTo } = graph.near
  const first = other * closestCount
  const end = first + (closestTo[other] ?? 0)
  let links = 0
  for (let at = first; at < end; at++) links += withHome[closest[at] ?? 0] ?? 0
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
  const density = ground.density[other] ?? 0
  const warm = seen.warm[other] ?? 0
  const itsHabit = degree === 0 ? Number.NaN : meanSize(graph, other)
  // One by one here too.
  const { into, step } = place
  let to = place.at + quickCount * step
  into[to] = kmBetween(graph.points, town, other)
  into[(to += step)] = there
  into[(to += step)] = view.countries[graph.country[other] ?? 0] ?? 0
  into[(to += step)] = there / ties
  into[(to += step)] = like / ties
  into[(to += step)] = measured(of(seen.common), scale.common)
  into[(to += step)] = measured(of(seen.linked), scale.linked)
  into[(to += step)] = measured(seen.close[other] ?? 0, scale.close)
  into[(to += step)] = density
  into[(to += step)] = measured(warm, scale.warm)
  into[(to += step)] = measured(of(seen.linked), ties)
  into[(to += step)] = alikeNames(view.name, ground.names, other)
  into[(to += step)] = known(Math.abs(its - view.habit))
  into[(to += step)] = known(Math.abs(itsHabit - (Number.isNaN(own) ? view.habit : own)))
  into[(to += step)] = known(its - (view.usual[graph.country[other] ?? 0]?.expected ?? Number.NaN))
  into[(to += step)] = known(ground.local[other] ?? Number.NaN)
  into[(to += step)] = view.kmToPartner[other] ?? 0
  into[(to += step)] = kmFromIts
  into[(to += step)] = likeIts
  into[(to += step)] = measured(of(seen.any) / ties, scale.anyTop)
  into[(to += step)] = measured(of(seen.strolled) / ties, scale.strolledTop)
  into[(to += step)] = measured(seen.broad[other] ?? 0, scale.broad)
  into[(to += step)] = measured(seen.close[other] ?? 0, warm)
  into[(to += step)] = perTown(seen.busy[other] ?? 0, density)
  into[(to += step)] = nearestThere(view, other)
  into[(to += step)] = scale.towns
  into[(to += step)] = scale.meanTies
  into[(to += step)] = scale.meanThere
}
