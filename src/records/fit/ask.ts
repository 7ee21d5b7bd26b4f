import { features, quickCount, type Part } from './features.ts'
import { thousandths, type Tree } from './trees.ts'
import type { Weights } from './weights.ts'

/** So many questions are asked at once: that is quicker than one by one. */
const together = 3
/** So many towns are asked at once: a byte of a number for each. */
const lanes = 4
const ones = 0x01010101
/** No byte of seven bits reaches it. */
const never = 128
/** Questions on the way to a leaf: its number is a byte. */
const mostLevels = 8

/** Trees laid out for asking many towns. */
export type Layout = {
  /** By the values that any tree asks for each feature is told in steps: how many of them it reaches. */
  readonly steps: readonly Float64Array[]
  readonly feature: Int32Array
  /** The step that is asked for, in each byte. */
  readonly above: Int32Array
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

/** All trees, and the first ones, which ask only what is seen at first sight. */
export type Packed = { readonly first: Layout; readonly all: Layout }

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

function layOut(trees: readonly Tree[]): Layout {
  const sums = (lengths: readonly number[]): Int32Array => {
    const begin = new Int32Array(lengths.length + 1)
    for (const [at, length] of lengths.entries()) begin[at + 1] = (begin[at] ?? 0) + length
    return begin
  }
  const asked = features.map(() => new Set<number>())
  for (const { features: of, above } of trees)
    for (const [at, feature] of of.entries()) asked[feature]?.add(above[at] ?? 0)
  const steps = asked.map((values) => Float64Array.from(values).sort())
  if (steps.some(({ length }) => length >= never) || trees.some((tree) => tree.features.length > mostLevels))
    throw new Error('these weights ask for more than fits')
  const stepOf = (feature: number, value: number): number => (steps[feature]?.indexOf(value) ?? 0) + 1
  const moves = trees.map(movesOf)
  return {
    steps,
    feature: Int32Array.from(trees.flatMap((tree) => [...filled(tree, 0), ...tree.features])),
    above: Int32Array.from(
      trees.flatMap((tree) => [
        ...filled(tree, never),
        ...tree.above.map((value, at) => stepOf(tree.features[at] ?? 0, value)),
      ]),
      (step) => Math.imul(step, ones),
    ),
    begin: sums(trees.map((tree) => tree.features.length + filled(tree, 0).length)),
    depth: Int32Array.from(trees, (tree) => tree.features.length),
    move: Float64Array.from(moves.flat()),
    moveBegin: sums(moves.map((list) => list.length)),
    leaves: Float64Array.from(trees.flatMap(({ leaves }) => leaves.map((leaf) => leaf / thousandths))),
    leafBegin: sums(trees.map((tree) => tree.leaves.length)),
  }
}

export function pack({ features: names, trees }: Weights): Packed {
  if (names.length !== features.length || features.some(([name], at) => names[at] !== name))
    throw new Error('these weights were learned for other features')
  const slow = trees.findIndex((tree) => tree.features.some((feature) => feature >= quickCount))
  return { first: layOut(slow < 0 ? trees : trees.slice(0, slow)), all: layOut(trees) }
}

/** How many steps each row of each feature reaches, and the highest bit: a byte each; `words` numbers for each feature. */
function stepsOf({ steps }: Layout, columns: Float32Array, rows: number, words: number): Int32Array {
  const bytes = new Uint8Array(steps.length * words * lanes).fill(never)
  for (let feature = 0; feature < steps.length; feature++) {
    const values = steps[feature] ?? new Float64Array()
    const from = feature * rows
    const to = feature * words * lanes
    // They are few. Answers as numbers: nobody can guess them, and a wrong guess of the processor costs more than all the rest.
    for (let at = 0; at < values.length; at += lanes) {
      const one = values[at] ?? Infinity
      const two = values[at + 1] ?? Infinity
      const three = values[at + 2] ?? Infinity
      const four = values[at + 3] ?? Infinity
      for (let row = 0; row < rows; row++) {
        const value = columns[from + row] ?? 0
        const low = Number(value >= one) + Number(value >= two)
        bytes[to + row] = (bytes[to + row] ?? 0) + low + Number(value >= three) + Number(value >= four)
      }
    }
  }
  return new Int32Array(bytes.buffer)
}

/** By these many trees, the weightiest, it is told which part moved the result: by enough of those, too, that ask more than is seen at first sight. */
const telling = 70

/** Columns of features, one after the other, and what the trees say of each row. */
export type Asked = {
  readonly columns: Float32Array
  readonly sums: Float64Array
  readonly moves?: Float64Array
}

/** Adds up what the trees say of all rows: `sums`, and of each row what its parts moved when there is room for it. */
export function ask(layout: Layout, { columns, sums, moves }: Asked): void {
  const { feature, above, begin, leaves, leafBegin } = layout
  const rows = sums.length
  const words = Math.ceil(rows / lanes)
  const reached = stepsOf(layout, columns, rows, words)
  const answers = new Int32Array(words)
  const leaf = new Uint8Array(answers.buffer)
  for (let tree = 0; tree + 1 < begin.length; tree++) {
    answers.fill(0)
    const first = begin[tree] ?? 0
    const end = begin[tree + 1] ?? 0
    for (let at = first; at < end; at += together) {
      const one = (feature[at] ?? 0) * words
      const two = (feature[at + 1] ?? 0) * words
      const three = (feature[at + 2] ?? 0) * words
      const least = above[at] ?? 0
      const second = above[at + 1] ?? 0
      const third = above[at + 2] ?? 0
      // A byte keeps its highest bit when less is taken off than it reaches; the others get nothing of that.
      for (let word = 0; word < words; word++)
        answers[word] =
          ((answers[word] ?? 0) << 3) |
          ((((reached[one + word] ?? 0) - least) >>> 5) & (4 * ones)) |
          ((((reached[two + word] ?? 0) - second) >>> 6) & (2 * ones)) |
          ((((reached[three + word] ?? 0) - third) >>> 7) & ones)
    }
    const from = leafBegin[tree] ?? 0
    for (let row = 0; row < rows; row++) sums[row] = (sums[row] ?? 0) + (leaves[from + (leaf[row] ?? 0)] ?? 0)
    if (moves && tree < telling) tell(layout, tree, leaf, rows, moves)
  }
}

/** What each answer on the way to its leaf moved, row by row. */
function tell(
  { feature, begin, depth, move, moveBegin }: Layout,
  tree: number,
  leaf: Uint8Array,
  rows: number,
  moves: Float64Array,
): void {
  const levels = depth[tree] ?? 0
  const first = (begin[tree + 1] ?? 0) - levels
  let place = moveBegin[tree] ?? 0
  for (let level = 0; level < levels; level++) {
    const part = partOf[feature[first + level] ?? 0] ?? 0
    const shift = levels - 1 - level
    for (let row = 0; row < rows; row++) {
      const to = row * parts.length + part
      moves[to] = (moves[to] ?? 0) + (move[place + ((leaf[row] ?? 0) >> shift)] ?? 0)
    }
    place += 2 << level
  }
}
