import type { Graph } from './graph.ts'
import { closestCount } from './near.ts'

/** How a town reaches others along links. Each list has a number for every town. */
export type Walks = {
  /** Adamic-Adar: partners in common, those with few others counting more. */
  readonly common: Float64Array
  /** The chance to be there after three steps, and after five. */
  readonly three: Float64Array
  readonly five: Float64Array
  /** Where a walk of any length is (personalised PageRank), the shorter counting more. */
  readonly any: Float64Array
  /** The same when every second step goes to one of the nearest towns instead, and what such a step brought there. */
  readonly strolled: Float64Array
  readonly strolledNear: Float64Array
}

/** The chance to go on after each step. */
const onwards = 0.75
const strolls = 5

/** Shares what is at each town among its partners; half of it among the nearest towns when `near` takes what they get. */
function stepOn(graph: Graph, from: Float64Array, next: Float64Array, near?: Float64Array): Float64Array {
  const { closest, closestTo } = graph.near
  for (let town = 0; town < from.length; town++) {
    const here = from[town] ?? 0
    if (here === 0) continue
    const first = graph.start[town] ?? 0
    const degree = graph.degree[town] ?? 0
    const around = near ? (closestTo[town] ?? 0) : 0
    const byLinks = degree === 0 ? 0 : around === 0 ? here : here / 2
    const share = byLinks / degree
    for (let at = first; at < first + degree; at++) {
      const to = graph.to[at] ?? 0
      next[to] = (next[to] ?? 0) + share
    }
    if (!near || around === 0) continue
    const each = (here - byLinks) / around
    for (let at = 0; at < around; at++) {
      const to = closest[town * closestCount + at] ?? 0
      next[to] = (next[to] ?? 0) + each
      near[to] = (near[to] ?? 0) + each
    }
  }
  return next
}

const addTo = (sum: Float64Array, more: Float64Array, weight: number): void => {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + weight * (more[at] ?? 0)
}

function fillCommon(graph: Graph, town: number, common: Float64Array): void {
  const own = graph.start[town] ?? 0
  for (const partner of graph.to.subarray(own, own + (graph.degree[town] ?? 0))) {
    const first = graph.start[partner] ?? 0
    const degree = graph.degree[partner] ?? 0
    // One with a single partner has only the town itself.
    const worth = 1 / Math.log(Math.max(2, degree))
    for (let at = first; at < first + degree; at++) {
      const to = graph.to[at] ?? 0
      common[to] = (common[to] ?? 0) + worth
    }
  }
}

/** Room for what is found, used again and again: what was found before is gone. */
export type Room = () => Float64Array

export function walksFrom(graph: Graph, town: number, room: Room): Walks {
  const [any, strolled, strolledNear, common] = [room(), room(), room(), room()]
  const [three, five] = [room(), room()]
  let [walk, stroll] = [room(), room()]
  walk[town] = stroll[town] = 1
  for (const [before, next] of [room(), room(), three, room(), five, room()].entries()) {
    const step = before + 1
    walk = stepOn(graph, walk, next)
    addTo(any, walk, onwards ** step)
    if (step > strolls) continue
    const near = room()
    stroll = stepOn(graph, stroll, room(), near)
    addTo(strolled, stroll, onwards ** step)
    addTo(strolledNear, near, onwards ** step)
  }
  fillCommon(graph, town, common)
  return { common, three, five, any, strolled, strolledNear }
}
