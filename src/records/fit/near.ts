import { kmBetween } from './sphere.ts'

/** Which towns of the same country lie near, and how far. */
export type Near = {
  /** Those of town t: from `start[t]` up to, without, `end[t]`. */
  readonly start: Int32Array
  readonly end: Int32Array
  readonly town: Int32Array
  readonly km: Float32Array
  /** The nearest of them, `closestCount` numbers for each town, of which `closestTo` are used. */
  readonly closest: Int32Array
  readonly closestTo: Int32Array
  /** Lists those near a guest. */
  readonly welcome: (guest: number, towns: Int32Array) => void
}

/** As far as a neighbour's partners say anything about a town. */
export const reach = 120
/** The same as a difference of heights on a sphere of radius 1: no town that lies nearer differs by more. */
const slice = reach / 6371

export const closestCount = 8

const height = (points: Float64Array, town: number): number => points[3 * town + 2] ?? 0

/** The place of the first town, of those sorted by height, that lies no lower. */
function firstFrom(points: Float64Array, sorted: Int32Array, least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (height(points, sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

export function nearTowns(points: Float64Array, inCountry: readonly Int32Array[]): Near {
  const count = points.length / 3
  const start = new Int32Array(count)
  const end = new Int32Array(count)
  const most = Math.max(0, ...inCountry.map((towns) => towns.length))
  let town = new Int32Array(1024 + most)
  let km = new Float32Array(town.length)
  let used = 0
  const list = (one: number, sorted: Int32Array): void => {
    if (used + sorted.length > town.length) {
      const more = new Int32Array(2 * town.length + sorted.length)
      more.set(town)
      const further = new Float32Array(more.length)
      further.set(km)
      ;[town, km] = [more, further]
    }
    start[one] = used
    const own = height(points, one)
    for (let at = firstFrom(points, sorted, own - slice); at < sorted.length; at++) {
      const other = sorted[at] ?? 0
      if (height(points, other) > own + slice) break
      const far = kmBetween(points, one, other)
      if (far > reach || one === other) continue
      town[used] = other
      km[used++] = far
    }
    end[one] = used
  }
  const closest = new Int32Array(closestCount * count)
  const closestTo = new Int32Array(count)
  const choose = (one: number): void => {
    const nearest: number[] = []
    const kmOf = (place: number): number => km[place] ?? 0
    for (let place = start[one] ?? 0; place < (end[one] ?? 0); place++) {
      const isBefore = (other: number): boolean =>
        kmOf(place) < kmOf(other) || (kmOf(place) === kmOf(other) && (town[place] ?? 0) < (town[other] ?? 0))
      const isFull = nearest.length === closestCount
      if (isFull && !isBefore(nearest[closestCount - 1] ?? 0)) continue
      const at = nearest.findIndex(isBefore)
      nearest.splice(at < 0 ? nearest.length : at, 0, place)
      if (isFull) nearest.pop()
    }
    closestTo[one] = nearest.length
    for (const [at, place] of nearest.entries()) closest[one * closestCount + at] = town[place] ?? 0
  }
  const byHeight = (towns: Int32Array): Int32Array =>
    towns.slice().sort((one, other) => height(points, one) - height(points, other) || one - other)
  for (const towns of inCountry) {
    const sorted = byHeight(towns)
    for (const one of towns) {
      list(one, sorted)
      choose(one)
    }
  }
  const places = used
  // Room for a guest, whose list begins where the others end.
  const full = { town: new Int32Array(places + most), km: new Float32Array(places + most) }
  full.town.set(town.subarray(0, places))
  full.km.set(km.subarray(0, places))
  ;[town, km] = [full.town, full.km]
  const welcome = (guest: number, towns: Int32Array): void => {
    used = places
    list(guest, byHeight(towns))
    choose(guest)
  }
  return { start, end, ...full, closest, closestTo, welcome }
}
