import { chanceFrom } from './chance.ts'
import { featureCount, fillQuick, fillSlow } from './features.ts'
import { anyCountry, groundOf, warmthOf } from './ground.ts'
import { scaleOf } from './scale.ts'
import { viewFrom } from './view.ts'
import { without, type Graph } from './graph.ts'

/**
 * Lists of a known partner, first, and chance other towns of its country. How likely each came into the list is taken
 * off again: `offset` is the logarithm of what it has to count less.
 */
export type Samples = {
  readonly rows: number
  /** Feature by feature, all rows. */
  readonly columns: Float32Array[]
  readonly offset: Float64Array
  /** List l: rows `begin[l]` up to, without, `begin[l + 1]`. */
  readonly begin: Int32Array
}

export type SampleOptions = { readonly lists: number; readonly others: number }

type Query = readonly [town: number, partner: number]

/** Both directions of each link, in an order of chance. */
function queriesOf(graph: Graph, chance: () => number, most: number): Query[] {
  const all: Query[] = []
  for (let town = 0; town < graph.towns.length; town++) {
    const first = graph.start[town] ?? 0
    for (const partner of graph.to.subarray(first, first + (graph.degree[town] ?? 0))) {
      if (graph.country[partner] !== graph.country[town]) all.push([town, partner])
    }
  }
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1))
    const kept = all[at] as Query
    all[at] = all[other] as Query
    all[other] = kept
  }
  return all.slice(0, most)
}

/** Draws as many towns with the given weights, with their chances. */
function draw(weights: Float64Array, count: number, chance: () => number): { at: number; share: number }[] {
  const sums = new Float64Array(weights.length)
  let sum = 0
  for (const [at, weight] of weights.entries()) sums[at] = sum += weight
  if (sum === 0) return []
  return Array.from({ length: count }, () => {
    const wanted = chance() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    return { at: low, share: (weights[low] ?? 0) / sum }
  })
}

/** Learning material from the links of a graph: each link is left out while its towns are looked at. */
export function samplesOf(graph: Graph, seed: number, { lists, others }: SampleOptions): Samples {
  const chance = chanceFrom(seed)
  const ground = groundOf(graph)
  // With every link there: what is left out is taken off again.
  warmthOf(graph, ground, anyCountry)
  const rows: Float32Array[] = []
  const offsets: number[] = []
  const begin: number[] = [0]
  for (const [town, partner] of queriesOf(graph, chance, lists)) {
    const id = graph.towns[town]?.id ?? ''
    const country = graph.country[partner] ?? 0
    warmthOf(graph, ground, graph.country[town] ?? 0)
    without(graph, town, partner, () => {
      const view = viewFrom(graph, ground, town, id, { country, hidden: partner })
      const scale = scaleOf(view, country)
      const first = graph.start[town] ?? 0
      const partners = new Set(graph.to.subarray(first, first + (graph.degree[town] ?? 0)))
      const list = graph.inCountry[country] ?? new Int32Array()
      const put = (other: number, share: number): void => {
        // A partner known by this link alone is left without any: that must not tell it. So of the others with one link
        // every second is shown without it too, and each stands for two.
        const isSingle = other !== partner && (graph.degree[other] ?? 0) === 1
        const row = new Float32Array(featureCount)
        const isVeiled = isSingle && chance() < 0.5
        const place = { into: row, at: 0, step: 1 }
        fillQuick(view, scale, other, place, isVeiled)
        fillSlow(view, scale, other, place, isVeiled)
        rows.push(row)
        offsets.push(isSingle ? share + Math.LN2 : share)
      }
      // Half by chance, half by what the surroundings and the walks make likely.
      const { wide, three } = view.seen
      const weights = Float64Array.from(list, (other) => {
        if (other === town || other === partner || partners.has(other)) return 0
        return 1 + (wide[other] ?? 0) / (scale.wide || 1) / 2 + (three[other] ?? 0) / (scale.three || 1) / 2
      })
      put(partner, 0)
      for (const { at, share } of draw(weights, others, chance)) put(list[at] ?? 0, -Math.log(share * others))
    })
    begin.push(rows.length)
  }
  return {
    rows: rows.length,
    columns: Array.from({ length: featureCount }, (_, feature) =>
      Float32Array.from(rows, (row) => row[feature] ?? 0),
    ),
    offset: Float64Array.from(offsets),
    begin: Int32Array.from(begin),
  }
}
