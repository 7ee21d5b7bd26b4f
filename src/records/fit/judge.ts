import { featureCount, fillQuick, fillSlow, quickCount, type Part } from './features.ts'
import { scaleOf, type View } from './view.ts'
import { ask, parts, type Packed } from './weights.ts'

/** A town with what speaks for it; one that was looked at twice also with what each part adds beyond what it adds elsewhere. */
export type Judged = { readonly town: number; readonly likely: number; readonly gains?: number[] }

/** So many of each country, the best at first sight, are looked at again: that takes a third of the time for all. */
const again = 100
/** And so many of the others, to know what is usual there. */
const sample = 16

/** The places of the largest values, in the order of the list. */
function largest(values: Float64Array, count: number, mayBe: (at: number) => boolean = () => true): number[] {
  const places = [...values.keys()].filter(mayBe)
  if (places.length <= count) return places
  const cut = Float64Array.from(places, (at) => values[at] ?? 0).sort()[places.length - count] ?? 0
  const above = places.filter((at) => (values[at] ?? 0) > cut)
  const equal = places.filter((at) => values[at] === cut).slice(0, count - above.length)
  return [...above, ...equal].sort((one, other) => one - other)
}

function firstLook(view: View, packed: Packed, country: number, list: Int32Array): Float64Array {
  const scale = scaleOf(view, country)
  const into = new Float32Array(list.length * quickCount)
  const sums = new Float64Array(list.length)
  for (const [at, town] of list.entries()) fillQuick(view, scale, town, { into, at, step: list.length })
  ask(packed, { columns: into, sums }, packed.early)
  return sums
}

function secondLook(
  view: View,
  packed: Packed,
  country: number,
  list: Int32Array,
): { sums: Float64Array; moves: Float64Array } {
  const scale = scaleOf(view, country)
  const into = new Float32Array(list.length * featureCount)
  const sums = new Float64Array(list.length)
  const moves = new Float64Array(list.length * parts.length)
  for (const [at, town] of list.entries()) {
    fillQuick(view, scale, town, { into, at, step: list.length })
    fillSlow(view, scale, town, { into, at, step: list.length })
  }
  ask(packed, { columns: into, sums, moves })
  return { sums, moves }
}

/** Whether there is anything of a part between two towns; what is only missing elsewhere is no reason. */
export function isSeen({ seen }: View, other: number, part: Part | undefined): boolean {
  if (part === 'network') return (seen.common[other] ?? 0) > 0
  if (part === 'friends') return (seen.any[other] ?? 0) > 0
  if (part === 'region') return (seen.wide[other] ?? 0) + (seen.strolledNear[other] ?? 0) > 0
  return true
}

/** What each part adds to a town, beyond what it adds to a usual one of its country. */
function gainsOf(view: View, other: number, moves: Float64Array, means: Float64Array): number[] {
  const gains = parts.map((part, at) =>
    isSeen(view, other, part) ? Math.max(0, (moves[at] ?? 0) - (means[at] ?? 0)) : 0,
  )
  // Walks of any length are short ones above all: where there are common partners, it is those that they tell of.
  const [network, friends] = [parts.indexOf('network'), parts.indexOf('friends')]
  if ((view.seen.common[other] ?? 0) > 0) {
    gains[network] = (gains[network] ?? 0) + (gains[friends] ?? 0)
    gains[friends] = 0
  }
  return gains
}

/** The mean of what moved some towns, part by part. */
function meansOf(moves: Float64Array, rows: readonly number[]): Float64Array {
  const means = new Float64Array(parts.length)
  for (const row of rows)
    for (let part = 0; part < parts.length; part++)
      means[part] = (means[part] ?? 0) + (moves[row * parts.length + part] ?? 0) / rows.length
  return means
}

/**
 * All towns of a country that are no partners yet, with how likely each is the next partner there: the sum is `share`. Those
 * that look best are looked at again, and so are the best of those that are wanted; the others follow after the best as they looked at first.
 */
export function judge(
  view: View,
  packed: Packed,
  country: number,
  share: number,
  isTaken: Uint8Array,
  suits?: (town: number) => boolean,
): Judged[] {
  const list = (view.graph.inCountry[country] ?? new Int32Array()).filter((town) => isTaken[town] === 0)
  if (list.length === 0) return []
  const sums = firstLook(view, packed, country, list)
  const best = largest(sums, again)
  const wanted = suits ? largest(sums, again, (at) => suits(list[at] ?? 0)) : []
  const chosen = new Set([...best, ...wanted])
  const others = [...sums.keys()].filter((at) => !chosen.has(at))
  const usual = others.filter((_, at) => at % Math.ceil(others.length / sample) === 0)
  const rowOf = new Map([...chosen, ...usual].map((at, row) => [at, row]))
  const second = secondLook(
    view,
    packed,
    country,
    Int32Array.from(rowOf.keys(), (at) => list[at] ?? 0),
  )
  const sumOf = (at: number): number => second.sums[rowOf.get(at) ?? 0] ?? 0
  const lowest = (of: (at: number) => number): number =>
    best.reduce((low, at) => Math.min(low, of(at)), Infinity)
  const shift = lowest(sumOf) - lowest((at) => sums[at] ?? 0)
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + shift
  for (const at of best) sums[at] = sumOf(at)
  const most = sums.reduce((top, sum) => Math.max(top, sum), -Infinity)
  const all = sums.reduce((so, sum) => so + Math.exp(sum - most), 0)
  // A town alone is the usual one: then what moved it is told as it is.
  const means =
    list.length === 1
      ? new Float64Array(parts.length)
      : meansOf(second.moves, usual.length > 0 ? usual.map((at) => rowOf.get(at) ?? 0) : [...rowOf.values()])
  const likely = (sum: number): number => (share * Math.min(1, Math.exp(sum - most))) / all
  return [...list.entries()].map(([at, town]) => {
    const row = chosen.has(at) ? rowOf.get(at) : undefined
    if (row === undefined) return { town, likely: likely(sums[at] ?? 0) }
    const moves = second.moves.subarray(row * parts.length, (row + 1) * parts.length)
    return { town, likely: likely(sumOf(at)), gains: gainsOf(view, town, moves, means) }
  })
}
