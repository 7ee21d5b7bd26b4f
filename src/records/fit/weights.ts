import { features, type Part } from './features.ts'
import { growTrees, type Tree, type TreeOptions } from './trees.ts'
import { samplesOf, type SampleOptions } from './samples.ts'
import type { Graph } from './graph.ts'

/** What was learned: plain data that names no town. */
export type Weights = { readonly features: readonly string[]; readonly trees: readonly Tree[] }

const usual: SampleOptions & TreeOptions = {
  lists: 8000,
  others: 24,
  trees: 200,
  depth: 6,
  rate: 0.1,
  calm: 10,
  rowShare: 0.6,
  featureShare: 0.5,
}

/**
 * Learns from the links of a graph which towns become partners: the same for the same graph and seed. Nothing is learned
 * from a graph without links between countries; then the weights leave all towns alike. Slow: run it beside the screen.
 */
export function learnWeights(graph: Graph, seed: number, options: Partial<typeof usual> = {}): Weights {
  const all = { ...usual, ...options }
  const samples = samplesOf(graph, seed, all)
  return {
    features: features.map(([name]) => name),
    trees: samples.rows === 0 ? [] : growTrees(samples, seed, all),
  }
}

/** Trees laid out for asking many towns. */
export type Packed = {
  readonly feature: Int32Array
  readonly above: Float64Array
  /** Where each tree's questions begin, and one more. */
  readonly begin: Int32Array
  /** By how much each answer moves the result: tree after tree, level after level, for each way to get there. */
  readonly move: Float64Array
  readonly moveBegin: Int32Array
}

export const parts: readonly Part[] = [...new Set(features.map(([, part]) => part))]
export const partOf = Int32Array.from(features, ([, part]) => parts.indexOf(part))

/** The mean of the leaves that lie under each answer, level by level. */
function movesOf({ leaves }: Tree): number[] {
  const levels: number[][] = [[...leaves]]
  while ((levels[0]?.length ?? 0) > 1) {
    const under = levels[0] ?? []
    levels.unshift(
      Array.from(
        { length: under.length / 2 },
        (_, at) => ((under[2 * at] ?? 0) + (under[2 * at + 1] ?? 0)) / 2,
      ),
    )
  }
  return levels
    .slice(1)
    .flatMap((level, by) => level.map((value, at) => value - (levels[by]?.[at >> 1] ?? 0)))
}

export function pack({ features: names, trees }: Weights): Packed {
  if (names.length !== features.length || features.some(([name], at) => names[at] !== name))
    throw new Error('these weights were learned for other features')
  const sums = (lengths: readonly number[]): Int32Array => {
    const begin = new Int32Array(lengths.length + 1)
    for (const [at, length] of lengths.entries()) begin[at + 1] = (begin[at] ?? 0) + length
    return begin
  }
  const moves = trees.map(movesOf)
  return {
    feature: Int32Array.from(trees.flatMap((tree) => tree.features)),
    above: Float64Array.from(trees.flatMap((tree) => tree.above)),
    begin: sums(trees.map((tree) => tree.features.length)),
    move: Float64Array.from(moves.flat()),
    moveBegin: sums(moves.map((list) => list.length)),
  }
}

/** Adds up what the trees say of a row of features, part by part, into `points` from `to` on. */
export function ask(
  packed: Packed,
  values: Float32Array,
  from: number,
  points: Float64Array,
  to: number,
): void {
  const { feature, above, begin, move, moveBegin } = packed
  for (let tree = 0; tree + 1 < begin.length; tree++) {
    const end = begin[tree + 1] ?? 0
    let place = moveBegin[tree] ?? 0
    let [leaf, width] = [0, 2]
    for (let at = begin[tree] ?? 0; at < end; at++) {
      const by = feature[at] ?? 0
      leaf = 2 * leaf + ((values[from + by] ?? 0) >= (above[at] ?? 0) ? 1 : 0)
      const part = to + (partOf[by] ?? 0)
      points[part] = (points[part] ?? 0) + (move[place + leaf] ?? 0)
      place += width
      width *= 2
    }
  }
}
