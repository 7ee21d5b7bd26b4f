import { featureCount, fillQuick, fillSlow, quickCount, type Place } from './features.ts'
import { scaleOf, scalesOf, type Scale } from './scale.ts'
import type { View } from './view.ts'
import { ask, type Packed } from './ask.ts'

/** So many of a country, the best at first sight, are looked at again: more where more partners are to be expected. */
const again = (share: number): number => Math.min(100, Math.round(10 + 2000 * share))

/** The places of the largest values, in the order of the list. */
function largest(values: Float64Array, count: number, mayBe: (at: number) => boolean = () => true): number[] {
  const some = values.filter((_, at) => mayBe(at))
  const sorted = some.slice().sort()
  const cut = sorted[Math.max(0, sorted.length - count)] ?? 0
  // Of those that are as large as the last one the first ones.
  let equals = count
  for (let at = sorted.length - 1; at >= 0 && (sorted[at] ?? 0) > cut; at--) equals--
  const places: number[] = []
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    if (value < cut || !mayBe(at)) continue
    if (value > cut || equals-- > 0) places.push(at)
  }
  return places
}

function fill(view: View, scale: Scale, town: number, place: Place): void {
  fillQuick(view, scale, town, place)
  fillSlow(view, scale, town, place)
}

/** All features of some towns of a country, column after column. */
export function lookTwice(view: View, scale: Scale, towns: readonly number[]): Float32Array {
  const into = new Float32Array(towns.length * featureCount)
  for (const [at, town] of towns.entries()) fill(view, scale, town, { into, at, step: towns.length })
  return into
}

const least = (values: Iterable<number>): number => {
  let low = Infinity
  for (const value of values) low = Math.min(low, value)
  return low
}

/** A country that is looked at: its towns that are no partners yet, and how likely the next partner is there. */
type Sight = {
  readonly country: number
  readonly list: Int32Array
  readonly share: number
  readonly scale: Scale
  /** What the trees say of each town so far, and of how many they have. */
  readonly sums: Float64Array
  filled: number
  /** Places of those that are looked at again: the best, then those that are only wanted. */
  chosen: readonly number[]
  best: number
}

/**
 * What the trees say at first sight of all towns at once, in the order of their numbers, in which all that is known of them lies: that is
 * quicker than country by country.
 */
function lookFirst(view: View, packed: Packed, sights: readonly Sight[], isTaken: Uint8Array): void {
  const { country, inCountry, towns } = view.graph
  const sightOf = inCountry.map((): Sight | undefined => undefined)
  // Where all are looked at again, nobody needs to choose.
  for (const sight of sights) if (sight.list.length > again(sight.share)) sightOf[sight.country] = sight
  const rows = sightOf.reduce((sum, sight) => sum + (sight?.list.length ?? 0), 0)
  const into = new Float32Array(rows * quickCount)
  const sums = new Float64Array(rows)
  let at = 0
  for (let town = 0; town < towns.length; town++) {
    const sight = sightOf[country[town] ?? 0]
    if (sight && isTaken[town] === 0) fillQuick(view, sight.scale, town, { into, at: at++, step: rows })
  }
  ask(packed.first, { columns: into, sums })
  at = 0
  for (let town = 0; town < towns.length; town++) {
    const sight = sightOf[country[town] ?? 0]
    if (sight && isTaken[town] === 0) sight.sums[sight.filled++] = sums[at++] ?? 0
  }
}

function choose(sight: Sight, suits: ((town: number) => boolean) | undefined): void {
  const { list, share, sums } = sight
  const best = largest(sums, again(share))
  const wanted = suits ? largest(sums, again(share), (at) => suits(list[at] ?? 0)) : []
  sight.best = best.length
  sight.chosen = suits ? [...new Set([...best, ...wanted])] : best
}

/** What they say of those that were chosen, in the order of the countries. */
function lookAgain(view: View, packed: Packed, sights: readonly Sight[]): Float64Array {
  const rows = sights.reduce((sum, { chosen }) => sum + chosen.length, 0)
  const into = new Float32Array(rows * featureCount)
  let row = 0
  for (const { list, scale, chosen } of sights)
    for (const at of chosen) fill(view, scale, list[at] ?? 0, { into, at: row++, step: rows })
  const sums = new Float64Array(rows)
  ask(packed.all, { columns: into, sums })
  return sums
}

/** Shares what is likely among a country's towns, by what was said of them. */
function shareOut(
  { list, share: whole, sums, chosen, best }: Sight,
  second: Float64Array,
  likely: Float64Array,
): void {
  // The best come first among those chosen.
  const lowest = least(chosen.slice(0, best).map((at) => sums[at] ?? 0))
  const shift = least(second.subarray(0, best)) - lowest
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + shift
  for (let row = 0; row < best; row++) sums[chosen[row] ?? 0] = second[row] ?? 0
  let most = -Infinity
  for (let at = 0; at < sums.length; at++) most = Math.max(most, sums[at] ?? 0)
  let all = 0
  for (let at = 0; at < sums.length; at++) all += Math.exp((sums[at] ?? 0) - most)
  // What was only looked at again because it is wanted changes nothing for the others.
  for (let row = best; row < chosen.length; row++) sums[chosen[row] ?? 0] = second[row] ?? 0
  for (let at = 0; at < sums.length; at++)
    likely[list[at] ?? 0] = (whole * Math.min(1, Math.exp((sums[at] ?? 0) - most))) / all
}

/** What is asked about: countries, how likely the next partner is in each, who isn't asked about, and whom one wants to see. */
export type Question = {
  readonly countries: readonly number[]
  readonly shares: Float64Array | undefined
  readonly isTaken: Uint8Array
  readonly suits: ((town: number) => boolean) | undefined
}

/**
 * Of each town of some countries how likely it is the next partner; NaN for those that are partners, or not asked about. In each
 * country the sum is its share. Those that look best are looked at again, and so are the best of those that are wanted; the others follow
 * after the best as they looked at first.
 */
export function judge(
  view: View,
  packed: Packed,
  { countries, shares, isTaken, suits }: Question,
): Float64Array {
  const { inCountry, towns } = view.graph
  const scales = countries.length > 1 ? scalesOf(view) : undefined
  const sights = countries.flatMap((country): Sight[] => {
    const list = (inCountry[country] ?? new Int32Array()).filter((town) => isTaken[town] === 0)
    if (list.length === 0) return []
    const scale = scales?.[country] ?? scaleOf(view, country)
    const sums = new Float64Array(list.length)
    return [{ country, list, share: shares?.[country] ?? 0, scale, sums, filled: 0, chosen: [], best: 0 }]
  })
  lookFirst(view, packed, sights, isTaken)
  for (const sight of sights) choose(sight, suits)
  const second = lookAgain(view, packed, sights)
  const likely = new Float64Array(towns.length + 1).fill(Number.NaN)
  let row = 0
  for (const sight of sights) shareOut(sight, second.subarray(row, (row += sight.chosen.length)), likely)
  return likely
}
