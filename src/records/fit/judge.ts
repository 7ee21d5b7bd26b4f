import { look } from './look.ts'
import type { Scales } from './scale.ts'
import type { View } from './view.ts'
import type { Packed } from './ask.ts'

/** So many of a country, the best at first sight, are looked at again: more where more partners are to be expected. */
const some = (share: number): number => Math.min(50, Math.round(2 + 800 * share))

/** The places of the largest values, of equal ones the first, in the order of the list. */
function largest(values: Float64Array, count: number, mayBe?: (at: number) => boolean): number[] {
  const places: number[] = []
  const valueAt = (place: number): number => values[places[place] ?? -1] ?? -Infinity
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    if ((places.length === count && value <= valueAt(count - 1)) || (mayBe && !mayBe(at))) continue
    let place = places.length
    while (place > 0 && valueAt(place - 1) < value) place--
    places.splice(place, 0, at)
    if (places.length > count) places.pop()
  }
  return places.sort((one, next) => one - next)
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
  /** So many are looked at again. */
  readonly again: number
  /** What the trees say of each town so far, and of how many they have. */
  readonly sums: Float64Array
  filled: number
  /** Places of those that are looked at again: the best, then those that are only wanted. */
  chosen: readonly number[]
  best: number
}

/** Looks at all towns at once, in the order of their numbers, in which all that is known of them lies: quicker than country by country. */
function lookFirst(
  view: View,
  packed: Packed,
  scales: Scales,
  sights: readonly Sight[],
  isTaken: Uint8Array,
): void {
  const { country, inCountry, towns } = view.graph
  const sightOf = inCountry.map((): Sight | undefined => undefined)
  // Where all are looked at again, nobody needs to choose.
  for (const sight of sights) if (sight.list.length > sight.again) sightOf[sight.country] = sight
  const looked = new Int32Array(towns.length)
  let count = 0
  for (let town = 0; town < towns.length; town++)
    if (sightOf[country[town] ?? 0] && isTaken[town] === 0) looked[count++] = town
  const sums = look(view, packed, scales, 'first', looked.subarray(0, count))
  for (let at = 0; at < count; at++) {
    const sight = sightOf[country[looked[at] ?? 0] ?? 0]
    if (sight) sight.sums[sight.filled++] = sums[at] ?? 0
  }
}

function leftOf(list: Int32Array, isTaken: Uint8Array): Int32Array {
  const left = new Int32Array(list.length)
  let count = 0
  for (let at = 0; at < list.length; at++) {
    const town = list[at] ?? 0
    if (isTaken[town] === 0) left[count++] = town
  }
  return left.subarray(0, count)
}

function choose(sight: Sight, suits: ((town: number) => boolean) | undefined): void {
  const { list, again, sums } = sight
  const best = largest(sums, again)
  const wanted = suits ? largest(sums, again, (at) => suits(list[at] ?? 0)) : []
  sight.best = best.length
  sight.chosen = suits ? [...new Set([...best, ...wanted])] : best
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
  for (let at = 0; at < sums.length; at++) all += sums[at] = Math.exp((sums[at] ?? 0) - most)
  // What was only looked at again because it is wanted changes nothing for the others.
  for (let row = best; row < chosen.length; row++)
    sums[chosen[row] ?? 0] = Math.min(1, Math.exp((second[row] ?? 0) - most))
  for (let at = 0; at < sums.length; at++) likely[list[at] ?? 0] = (whole * (sums[at] ?? 0)) / all
}

/** What is asked about: countries, how likely the next partner is in each, who isn't asked about, and whom one wants to see. */
export type Question = {
  readonly countries: readonly number[]
  readonly scales: Scales
  readonly shares: Float64Array | undefined
  readonly isTaken: Uint8Array
  readonly suits: ((town: number) => boolean) | undefined
}

/**
 * Of each town of some countries how likely it is the next partner; NaN for those that are partners, or not asked about. In each
 * country the sum is its share. All towns of one country are looked at with everything that is known; of several, those that look best
 * at first sight, and the best of those that are wanted: the others follow after the best as they looked at first.
 */
export function judge(
  view: View,
  packed: Packed,
  { countries, scales, shares, isTaken, suits }: Question,
): Float64Array {
  const { inCountry, towns: all } = view.graph
  const sights = countries.flatMap((country): Sight[] => {
    const list = leftOf(inCountry[country] ?? new Int32Array(), isTaken)
    if (list.length === 0) return []
    const share = shares?.[country] ?? 0
    // There is time for all towns of one country.
    const again = countries.length === 1 ? list.length : some(share)
    const sums = new Float64Array(list.length)
    return [{ country, list, share, again, sums, filled: 0, chosen: [], best: 0 }]
  })
  lookFirst(view, packed, scales, sights, isTaken)
  for (const sight of sights) choose(sight, suits)
  const towns = sights.flatMap(({ list, chosen }) => chosen.map((at) => list[at] ?? 0))
  const second = look(view, packed, scales, 'all', Int32Array.from(towns))
  const likely = new Float64Array(all.length + 1).fill(Number.NaN)
  let row = 0
  for (const sight of sights) shareOut(sight, second.subarray(row, (row += sight.chosen.length)), likely)
  return likely
}
