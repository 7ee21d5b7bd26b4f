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

export const closestCount = 8

export function nearTowns(points: Float64Array, inCountry: readonly Int32Array[]): Near {
  const count = points.length / 3
  const start = new Int32Array(count)
  const end = new Int32Array(count)
  const most = Math.max(0, ...inCountry.map((towns) => towns.length))
  let town = new Int32Array(1024 + most)
  let km = new Float32Array(town.length)
  let used = 0
  const list = (one: number, towns: Int32Array): void => {
    if (used + towns.length > town.length) {
      const more = new Int32Array(2 * town.length + towns.length)
      more.set(town)
      const further = new Float32Array(more.length)
      further.set(km)
      ;[town, km] = [more, further]
    }
    start[one] = used
    for (const other of towns) {
      // By their heights on the sphere alone most can be told to be too far.
      if (Math.abs((points[3 * one + 2] ?? 0) - (points[3 * other + 2] ?? 0)) > reach / 6371) continue
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
    const found = Array.from(
      { length: (end[one] ?? 0) - (start[one] ?? 0) },
      (_, at) => (start[one] ?? 0) + at,
    )
    found.sort((a, b) => (km[a] ?? 0) - (km[b] ?? 0) || a - b)
    closestTo[one] = Math.min(closestCount, found.length)
    for (const [at, place] of found.slice(0, closestCount).entries())
      closest[one * closestCount + at] = town[place] ?? 0
  }
  for (const towns of inCountry)
    for (const one of towns) {
      list(one, towns)
      choose(one)
    }
  const places = used
  // Room for a guest, whose list begins where the others end.
  const full = { town: new Int32Array(places + most), km: new Float32Array(places + most) }
  full.town.set(town.subarray(0, places))
  full.km.set(km.subarray(0, places))
  ;[town, km] = [full.town, full.km]
  const welcome = (guest: number, towns: Int32Array): void => {
    used = places
    list(guest, towns)
    choose(guest)
  }
  return { start, end, ...full, closest, closestTo, welcome }
}
