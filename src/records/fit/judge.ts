import { featureCount, fillQuick, fillSlow, quickCount } from './features.ts'
import { scaleOf, type Scale, type View } from './view.ts'
import { ask, type Packed } from './weights.ts'

/** A town with how likely it is the next partner. */
export type Judged = { readonly town: number; readonly likely: number }

/** So many of a country, the best at first sight, are looked at again: more where more partners are to be expected. */
const again = (share: number): number => Math.min(100, Math.round(10 + 2000 * share))

/** The places of the largest values, in the order of the list. */
function largest(values: Float64Array, count: number, mayBe: (at: number) => boolean = () => true): number[] {
  const places: number[] = []
  for (let at = 0; at < values.length; at++) if (mayBe(at)) places.push(at)
  if (places.length <= count) return places
  const cut = Float64Array.from(places, (at) => values[at] ?? 0).sort()[places.length - count] ?? 0
  const above = places.filter((at) => (values[at] ?? 0) > cut)
  const equal = places.filter((at) => values[at] === cut).slice(0, count - above.length)
  return [...above, ...equal].sort((one, other) => one - other)
}

function lookFirst(view: View, packed: Packed, scale: Scale, list: Int32Array): Float64Array {
  const into = new Float32Array(list.length * quickCount)
  const sums = new Float64Array(list.length)
  for (let at = 0; at < list.length; at++)
    fillQuick(view, scale, list[at] ?? 0, { into, at, step: list.length })
  ask(packed, { columns: into, sums }, packed.early)
  return sums
}

/** All features of some towns of a country, column after column. */
export function lookTwice(view: View, scale: Scale, towns: readonly number[]): Float32Array {
  const into = new Float32Array(towns.length * featureCount)
  for (const [at, town] of towns.entries()) {
    fillQuick(view, scale, town, { into, at, step: towns.length })
    fillSlow(view, scale, town, { into, at, step: towns.length })
  }
  return into
}

const least = (values: Iterable<number>): number => {
  let low = Infinity
  for (const value of values) low = Math.min(low, value)
  return low
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
  const scale = scaleOf(view, country)
  // Where all are looked at again, nobody needs to choose.
  const isShort = list.length <= again(share)
  const sums = isShort ? new Float64Array(list.length) : lookFirst(view, packed, scale, list)
  const best = largest(sums, again(share))
  const wanted = suits ? largest(sums, again(share), (at) => suits(list[at] ?? 0)) : []
  const chosen = [...new Set([...best, ...wanted])]
  const columns = lookTwice(
    view,
    scale,
    chosen.map((at) => list[at] ?? 0),
  )
  const second = new Float64Array(chosen.length)
  ask(packed, { columns, sums: second })
  // The best come first among those chosen.
  const shift = least(second.subarray(0, best.length)) - least(best.map((at) => sums[at] ?? 0))
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + shift
  for (const [row, at] of best.entries()) sums[at] = second[row] ?? 0
  const most = sums.reduce((top, sum) => Math.max(top, sum), -Infinity)
  const all = sums.reduce((so, sum) => so + Math.exp(sum - most), 0)
  // What was only looked at again because it is wanted changes nothing for the others.
  for (const [row, at] of chosen.entries()) sums[at] = second[row] ?? 0
  return Array.from(list, (town, at) => ({
    town,
    likely: (share * Math.min(1, Math.exp((sums[at] ?? 0) - most))) / all,
  }))
}
