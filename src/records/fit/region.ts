import { fading } from './cells.ts'
import type { Graph } from './graph.ts'
import { reach } from './near.ts'
import type { Room } from './walks.ts'

/** What the surroundings of a town are linked with. Each list has a number for every town. */
export type Region = {
  /** Linked with the town's neighbours. */
  readonly linked: Float64Array
  /** Near to the town's own partners. */
  readonly besides: Float64Array
  /** Near to partners of the neighbours: close on both sides, wider, wider still, and between towns of like size. */
  readonly close: Float64Array
  readonly wide: Float64Array
  readonly broad: Float64Array
  readonly alike: Float64Array
  /** How many km there are to the nearest of the town's own partners. */
  readonly kmToPartner: Float64Array
}

/** By how many km what is near fades: for each whole km up to the reach. */
const table = (by: number): Float64Array =>
  Float64Array.from({ length: reach + 1 }, (_, km) => fading(km + 0.5, by))
const fades = { close: table(15), mid: table(30), wide: table(50), broad: table(90) }

/** 1 for the same size, less for others; unknown sizes count as a middling difference. */
export function likeness(one: number, other: number): number {
  const apart = one - other
  return Number.isNaN(apart) ? 0.4 : 1 / (1 + apart * apart)
}

const add = (list: Float64Array, at: number, more: number): void => {
  list[at] = (list[at] ?? 0) + more
}

/** Looks only at candidates of one country when it is given. */
export function regionOf(graph: Graph, town: number, country: number | undefined, room: Room): Region {
  const { near, size } = graph
  const [linked, linkedWide, linkedBroad, linkedAlike] = [room(), room(), room(), room()]
  const [besides, close, wide, broad, alike] = [room(), room(), room(), room(), room()]
  const kmToPartner = room().fill(reach)
  const partners = (of: number): Int32Array =>
    graph.to.subarray(graph.start[of] ?? 0, (graph.start[of] ?? 0) + (graph.degree[of] ?? 0))
  const fits = (other: number): boolean => country === undefined || graph.country[other] === country
  const own = size[town] ?? Number.NaN
  for (let at = near.start[town] ?? 0; at < (near.end[town] ?? 0); at++) {
    const neighbour = near.town[at] ?? 0
    const km = Math.trunc(near.km[at] ?? 0)
    const byClose = fades.close[km] ?? 0
    const [byWide, byBroad] = [fades.wide[km] ?? 0, fades.broad[km] ?? 0]
    const bySize = byWide * likeness(own, size[neighbour] ?? Number.NaN)
    for (const partner of partners(neighbour)) {
      if (partner === town || !fits(partner)) continue
      add(linked, partner, byClose)
      add(linkedWide, partner, byWide)
      add(linkedBroad, partner, byBroad)
      add(linkedAlike, partner, bySize)
    }
  }
  for (const partner of partners(town)) {
    for (let at = near.start[partner] ?? 0; at < (near.end[partner] ?? 0); at++) {
      const beside = near.town[at] ?? 0
      const km = near.km[at] ?? 0
      add(besides, beside, fades.mid[Math.trunc(km)] ?? 0)
      kmToPartner[beside] = Math.min(km, kmToPartner[beside] ?? reach)
    }
  }
  for (let partner = 0; partner < linked.length; partner++) {
    const byWide = linkedWide[partner] ?? 0
    if (byWide === 0) continue
    const [byClose, byBroad, byAlike] = [
      linked[partner] ?? 0,
      linkedBroad[partner] ?? 0,
      linkedAlike[partner] ?? 0,
    ]
    const its = size[partner] ?? Number.NaN
    for (let at = near.start[partner] ?? 0; at < (near.end[partner] ?? 0); at++) {
      const other = near.town[at] ?? 0
      const km = Math.trunc(near.km[at] ?? 0)
      const fade = fades.wide[km] ?? 0
      add(close, other, byClose * (fades.close[km] ?? 0))
      add(wide, other, byWide * fade)
      add(broad, other, byBroad * (fades.broad[km] ?? 0))
      add(alike, other, byAlike * fade * likeness(its, size[other] ?? Number.NaN))
    }
  }
  return { linked, besides, close, wide, broad, alike, kmToPartner }
}
