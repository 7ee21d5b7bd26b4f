import { features, quickCount, type Part } from './features.ts'
import { growTrees, thousandths, type Tree, type TreeOptions } from './trees.ts'
import { samplesOf, type SampleOptions } from './samples.ts'
import type { Graph } from './graph.ts'

/** What was learned: plain data that names no town. */
export type Weights = { readonly features: readonly string[]; readonly trees: readonly Tree[] }

const usual: SampleOptions & TreeOptions = {
  lists: 8000,
  others: 24,
  trees: 180,
  depth: 6,
  rate: 0.13,
  calm: 10,
  rowShare: 0.6,
  featureShare: 0.5,
  early: 16,
  quick: quickCount,
  quickShare: 0.7,
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

/** So many questions are asked at once: that is quicker than one by one. */
const together = 3

/** Trees laid out for asking many towns. */
export type Packed = {
  /** So many trees, the first, ask only what is seen at first sight. */
  readonly early: number
  readonly feature: Int32Array
  readonly above: Float64Array
  /** Where each tree's questions begin, and one more: as many as `together` divides, the first ones never answered by yes. */
  readonly begin: Int32Array
  /** How many of them are its own, the last ones. */
  readonly depth: Int32Array
  /** By how much each answer moves the result: tree after tree, level after level, for each way to get there. */
  readonly move: Float64Array
  readonly moveBegin: Int32Array
  readonly leaves: Float64Array
  readonly leafBegin: Int32Array
}

export const parts: readonly Part[] = [...new Set(features.map(([, part]) => part))]
const partOf = Int32Array.from(features, ([, part]) => parts.indexOf(part))

/** The mean of the leaves that lie under each answer, level by level. */
function movesOf({ leaves }: Tree): number[] {
  const levels: number[][] = [leaves.map((leaf) => leaf / thousandths)]
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

const filled = (tree: Tree, by: number): number[] =>
  Array.from({ length: (together - (tree.features.length % together)) % together }, () => by)

export function pack({ features: names, trees }: Weights): Packed {
  if (names.length !== features.length || features.some(([name], at) => names[at] !== name))
    throw new Error('these weights were learned for other features')
  const sums = (lengths: readonly number[]): Int32Array => {
    const begin = new Int32Array(lengths.length + 1)
    for (const [at, length] of lengths.entries()) begin[at + 1] = (begin[at] ?? 0) + length
    return begin
  }
  const moves = trees.map(movesOf)
  const slow = trees.findIndex((tree) => tree.features.some((feature) => feature >= quickCount))
  return {
    early: slow < 0 ? trees.length : slow,
    feature: Int32Array.from(trees.flatMap((tree) => [...filled(tree, 0), ...tree.features])),
    above: Float64Array.from(trees.flatMap((tree) => [...filled(tree, Infinity), ...tree.above])),
    begin: sums(trees.map((tree) => tree.features.length + filled(tree, 0).length)),
    depth: Int32Array.from(trees, (tree) => tree.features.length),
    move: Float64Array.from(moves.flat()),
    moveBegin: sums(moves.map((list) => list.length)),
    leaves: Float64Array.from(trees.flatMap(({ leaves }) => leaves.map((leaf) => leaf / thousandths))),
    leafBegin: sums(trees.map((tree) => tree.leaves.length)),
  }
}

/** By these many trees, the first and weightiest, it is told which part moved the result. */
const telling = 45

/** Columns of features, one after the other, and what the trees say of each row. */
export type Asked = {
  readonly columns: Float32Array
  readonly sums: Float64Array
  readonly moves?: Float64Array
}

/** Adds up what the first `until` trees say of all rows: `sums`, and of each row what its parts moved when there is room for it. */
export function ask(packed: Packed, { columns, sums, moves }: Asked, until = Infinity): void {
  const { feature, above, begin, leaves, leafBegin } = packed
  const rows = sums.length
  const leaf = new Uint8Array(rows)
  for (let tree = 0; tree + 1 < begin.length && tree < until; tree++) {
    leaf.fill(0)
    const [first, end] = [begin[tree] ?? 0, begin[tree + 1] ?? 0]
    for (let at = first; at < end; at += together) {
      const one = (feature[at] ?? 0) * rows
      const two = (feature[at + 1] ?? 0) * rows
      const three = (feature[at + 2] ?? 0) * rows
      const least = above[at] ?? 0
      const second = above[at + 1] ?? 0
      const third = above[at + 2] ?? 0
      for (let row = 0; row < rows; row++)
        leaf[row] =
          8 * (leaf[row] ?? 0) +
          ((columns[one + row] ?? 0) >= least ? 4 : 0) +
          ((columns[two + row] ?? 0) >= second ? 2 : 0) +
          ((columns[three + row] ?? 0) >= third ? 1 : 0)
    }
    const from = leafBegin[tree] ?? 0
    for (let row = 0; row < rows; row++) sums[row] = (sums[row] ?? 0) + (leaves[from + (leaf[row] ?? 0)] ?? 0)
    if (moves && tree < telling) tell(packed, tree, leaf, moves)
  }
}

/** What each answer on the way to its leaf moved, row by row. */
function tell(
  { feature, begin, depth, move, moveBegin }: Packed,
  tree: number,
  leaf: Uint8Array,
  moves: Float64Array,
): void {
  const levels = depth[tree] ?? 0
  const first = (begin[tree + 1] ?? 0) - levels
  let place = moveBegin[tree] ?? 0
  for (let level = 0; level < levels; level++) {
    const part = partOf[feature[first + level] ?? 0] ?? 0
    const shift = levels - 1 - level
    for (let row = 0; row < leaf.length; row++) {
      const to = row * parts.length + part
      moves[to] = (moves[to] ?? 0) + (move[place + ((leaf[row] ?? 0) >> shift)] ?? 0)
    }
    place += 2 << level
  }
}
