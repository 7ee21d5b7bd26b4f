import type { Part } from './features.ts'
import { look } from './look.ts'
import { alikeNames } from './names.ts'
import { linksAround, viaOf, type Around, type Reason } from './reasons.ts'
import { kmBetween } from './sphere.ts'
import type { Scales } from './scale.ts'
import type { View } from './view.ts'
import { parts, type Packed } from './ask.ts'

/** Of each country so many others are asked too, to know what is usual there. */
const sample = 8

const isSizeMissing = ({ graph, town }: View, other: number): boolean =>
  Number.isNaN((graph.size[other] ?? Number.NaN) - (graph.size[town] ?? Number.NaN))

const sizeMissing: Reason = { part: 'size', points: 0, missing: true }
const fewData: Reason = { part: 'data', points: 0, few: true }
const bothDoubts = [sizeMissing, fewData]
const onlySize = [sizeMissing]
const onlyFew = [fewData]
const noDoubts: readonly Reason[] = []

/** What has to be said about how little is known of a town. */
export function doubtsOf(view: View, other: number): readonly Reason[] {
  const { graph, town } = view
  const isMissing = isSizeMissing(view, other)
  const isFew = graph.degree[town] === 0 || graph.degree[other] === 0
  if (isMissing) return isFew ? bothDoubts : onlySize
  return isFew ? onlyFew : noDoubts
}

/** From here on two names are alike to somebody who reads them: a third of their pairs of letters. */
const alike = 1 / 3

/** Whether there is anything of a part between two towns; what is only missing elsewhere is no reason. */
function isSeen({ seen, ground, name }: View, other: number, part: Part): boolean {
  if (part === 'name') return alikeNames(name, ground.names, other) >= alike
  if (part === 'network') return (seen.common[other] ?? 0) > 0
  if (part === 'friends') return (seen.any[other] ?? 0) > 0
  if (part === 'region') return (seen.wide[other] ?? 0) + (seen.strolledNear[other] ?? 0) > 0
  return true
}

/** What each part adds to a town, beyond what it adds to a usual one of its country. */
function gainsOf(view: View, other: number, moves: Float64Array, usual: Float64Array): number[] {
  const gains = parts.map((part, at) =>
    isSeen(view, other, part) ? Math.max(0, (moves[at] ?? 0) - (usual[at] ?? 0)) : 0,
  )
  // Walks of any length are short ones above all: where there are common partners, it is those that they tell of.
  const [network, friends] = [parts.indexOf('network'), parts.indexOf('friends')]
  if (isSeen(view, other, 'network')) {
    gains[network] = (gains[network] ?? 0) + (gains[friends] ?? 0)
    gains[friends] = 0
  }
  // Where a size is missing that part is left out, and the others make the whole.
  if (isSizeMissing(view, other)) gains[parts.indexOf('size')] = 0
  return gains
}

/** What speaks for a town, the weightiest first; the points are parts of the score. */
function reasonsOf(
  view: View,
  around: readonly Around[],
  other: number,
  gains: readonly number[],
  score: number,
): Reason[] {
  const raised = gains.reduce((sum, gain) => sum + gain, 0)
  const reasons = parts.flatMap((part, at): Reason[] => {
    const gain = gains[at] ?? 0
    // A partner in common is always told.
    if (gain === 0 && !(part === 'network' && isSeen(view, other, part))) return []
    const points = gain === 0 ? 0 : (gain * score) / raised
    if (part === 'size') return [{ part, points, people: view.graph.towns[other]?.people ?? 0 }]
    if (part === 'nearness') return [{ part, points, km: kmBetween(view.graph.points, view.town, other) }]
    const via = viaOf(view, around, other, part)
    return [via.length > 0 ? { part, points, via } : { part, points }]
  })
  return reasons.sort((one, next) => next.points - one.points)
}

/** Some towns of a country, evenly, that are not among the given ones. */
function someOthers(list: Int32Array, given: ReadonlySet<number>): number[] {
  const each = Math.ceil(list.length / sample)
  const some: number[] = []
  for (let at = 0; at < list.length; at += each) some.push(list[at] ?? 0)
  return some.filter((town) => !given.has(town))
}

/** The mean of what moved some towns, part by part; a town alone is compared with nothing. */
function meanOf(moves: Float64Array, from: number, to: number): Float64Array {
  const means = new Float64Array(parts.length)
  for (let row = from; row < to; row++)
    for (let part = 0; part < parts.length; part++)
      means[part] = (means[part] ?? 0) + (moves[row * parts.length + part] ?? 0) / (to - from)
  return means
}

/** Why some towns were judged as they were: for each its reasons, in the same order. */
export function explain(
  view: View,
  packed: Packed,
  scales: Scales,
  judged: readonly { readonly town: number; readonly score: number }[],
): Reason[][] {
  const { country, inCountry } = view.graph
  const given = new Set([...judged.map(({ town }) => town), view.town])
  const groups = [...new Set(judged.map(({ town }) => country[town] ?? 0))].map((one) => ({
    ones: judged.filter(({ town }) => country[town] === one),
    others: someOthers(inCountry[one] ?? new Int32Array(), given),
  }))
  const towns = groups.flatMap(({ ones, others }) => [...ones.map(({ town }) => town), ...others])
  const moves = new Float64Array(towns.length * parts.length)
  look(view, packed, scales, 'all', Int32Array.from(towns), moves)
  const around = linksAround(view)
  const found = new Map<number, Reason[]>()
  let row = 0
  for (const { ones, others } of groups) {
    const [first, second] = [row, row + ones.length]
    row = second + others.length
    const usual =
      others.length > 0
        ? meanOf(moves, second, row)
        : meanOf(moves, first, ones.length === 1 ? first : second)
    for (const [at, { town, score }] of ones.entries()) {
      const its = moves.subarray((first + at) * parts.length, (first + at + 1) * parts.length)
      found.set(town, reasonsOf(view, around, town, gainsOf(view, town, its, usual), score))
    }
  }
  return judged.map(({ town }) => found.get(town) ?? [])
}
