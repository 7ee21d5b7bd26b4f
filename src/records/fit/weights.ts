import { features, type Part } from './features.ts'
import { growTrees, type Tree, type TreeOptions } from './trees.ts'
import { samplesOf, type SampleOptions } from './samples.ts'
import type { Graph } from './graph.ts'

/** What was learned: plain data that names no town. */
export type Weights = { readonly features: readonly string[]; readonly trees: readonly Tree[] }

const usual: SampleOptions & TreeOptions = {
  lists: 8000,
  others: 24,
  trees: 120,
  depth: 6,
  rate: 0.15,
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
  readonly leaves: Float64Array
  readonly leafBegin: Int32Array
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
    leaves: Float64Array.from(trees.flatMap((tree) => tree.leaves)),
    leafBegin: sums(trees.map((tree) => tree.leaves.length)),
  }
}

/** By these many trees, the first and weightiest, it is told which part moved the result. */
const telling = 30

/** Columns of features, one after the other, and what the trees say of each row. */
export type Asked = {
  readonly columns: Float32Array
  readonly sums: Float64Array
  readonly moves: Float64Array
}

export const roomToAsk = (rows: number): Asked => ({
  columns: new Float32Array(rows * features.length),
  sums: new Float64Array(rows),
  moves: new Float64Array(rows * parts.length),
})

/** Adds up what the trees say of all rows: `sums`, and of each row what its parts moved. */
export function ask(packed: Packed, { columns, sums, moves }: Asked): void {
  const { feature, above, begin, move, moveBegin, leaves, leafBegin } = packed
  const rows = sums.length
  const leaf = new Int32Array(rows)
  for (let tree = 0; tree + 1 < begin.length; tree++) {
    let place = moveBegin[tree] ?? 0
    leaf.fill(0)
    const [first, end] = [begin[tree] ?? 0, begin[tree + 1] ?? 0]
    for (let at = first; at < end; at++) {
      const by = feature[at] ?? 0
      const from = by * rows
      const least = above[at] ?? 0
      for (let row = 0; row < rows; row++)
        leaf[row] = 2 * (leaf[row] ?? 0) + ((columns[from + row] ?? 0) >= least ? 1 : 0)
      if (tree >= telling) continue
      const part = partOf[by] ?? 0
      for (let row = 0; row < rows; row++) {
        const to = row * parts.length + part
        moves[to] = (moves[to] ?? 0) + (move[place + (leaf[row] ?? 0)] ?? 0)
      }
      place += 2 << (at - first)
    }
    const leavesFrom = leafBegin[tree] ?? 0
    for (let row = 0; row < rows; row++)
      sums[row] = (sums[row] ?? 0) + (leaves[leavesFrom + (leaf[row] ?? 0)] ?? 0)
  }
}
