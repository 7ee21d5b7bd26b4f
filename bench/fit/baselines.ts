import type { Ground } from '../../src/records/fit/ground.ts'
import { viewFrom, type View } from '../../src/records/fit/view.ts'
import { numberIn, without, type Graph } from '../../src/records/fit/graph.ts'
import { kmBetween } from '../../src/records/fit/sphere.ts'
import { chanceFrom } from '../random.ts'
import { regress } from './logistic.ts'

/** The five parts of the points that were once fixed by hand, each from 0 to 1: network, size, nearness, friends, region. */
export type Parts = readonly [number, number, number, number, number]

const cut = (value: number): number => Math.max(0, Math.min(1, value))

/** For a list of candidates of one country. */
function partsOf(view: View, country: number): (other: number) => Parts {
  const { graph, town } = view
  const { common, three, wide } = view.seen
  const list = graph.inCountry[country] ?? new Int32Array()
  const mostThree = list.reduce((most, other) => Math.max(most, three[other] ?? 0), 0) || 1
  const mostRegion = list.reduce((most, other) => Math.max(most, wide[other] ?? 0), 0) || 1
  return (other) => {
    const apart = Math.abs((graph.size[other] ?? Number.NaN) - (graph.size[town] ?? Number.NaN))
    return [
      cut(common[other] ?? 0),
      // What is not known counts as half.
      Number.isNaN(apart) ? 0.5 : cut(1 - apart / Math.log(8)),
      cut(1 - kmBetween(graph.points, town, other) / 1500),
      (three[other] ?? 0) / mostThree,
      (wide[other] ?? 0) / mostRegion,
    ]
  }
}

export const baselines = [
  'nearest',
  'similar size',
  'Adamic-Adar',
  'personalised PageRank',
  'points fixed by hand',
  'logistic regression on the same',
] as const

const byHand = [40, 25, 15, 10, 10] as const

const weigh = (parts: Parts, weights: readonly number[]): number =>
  parts.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)

/** What each baseline gives a candidate, in their order. */
export function judgeBy(
  graph: Graph,
  ground: Ground,
  id: string,
  country: number,
  learned: readonly number[],
): (other: number) => number[] {
  const town = numberIn(graph, id)
  const view = viewFrom(graph, ground, town, id, { country })
  const parts = partsOf(view, country)
  return (other) => {
    const its = parts(other)
    const apart = Math.abs((graph.size[other] ?? Number.NaN) - (graph.size[town] ?? Number.NaN))
    return [
      -kmBetween(graph.points, town, other),
      Number.isNaN(apart) ? -Math.log(8) / 2 : -apart,
      view.seen.common[other] ?? 0,
      view.seen.any[other] ?? 0,
      weigh(its, byHand),
      weigh(its, learned),
    ]
  }
}

/** Weights of the same five parts, from known pairs, each left out of the graph, and 20 chance towns of its country. */
export function learnParts(graph: Graph, ground: Ground, seed: number): number[] {
  const chance = chanceFrom(seed)
  const rows: Parts[] = []
  const isTrue: boolean[] = []
  while (rows.length < 21 * 1500) {
    const town = Math.floor(chance() * graph.towns.length)
    const degree = graph.degree[town] ?? 0
    const partner = graph.to[(graph.start[town] ?? 0) + Math.floor(chance() * degree)] ?? 0
    const country = graph.country[partner] ?? 0
    if (degree === 0 || country === graph.country[town] || (graph.degree[partner] ?? 0) < 2) continue
    const list = graph.inCountry[country] ?? new Int32Array()
    without(graph, town, partner, () => {
      const view = viewFrom(graph, ground, town, graph.towns[town]?.id ?? '', { country, hidden: partner })
      const parts = partsOf(view, country)
      rows.push(parts(partner))
      isTrue.push(true)
      for (let other = 0; other < 20; other++) {
        rows.push(parts(list[Math.floor(chance() * list.length)] ?? 0))
        isTrue.push(false)
      }
    })
  }
  return regress(rows, isTrue)
}
