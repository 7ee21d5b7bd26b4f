import { chanceFrom } from './chance.ts'
import type { Samples } from './samples.ts'

/** Asks the same questions on each level: is this feature above that value? The answers number a leaf; leaves are in thousandths. */
export type Tree = { readonly features: number[]; readonly above: number[]; readonly leaves: number[] }
export const thousandths = 1000

export type TreeOptions = {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  readonly calm: number
  readonly rowShare: number
  readonly featureShare: number
  /** So many trees come first and ask only of the first `quick` features, of which they get `quickShare`. */
  readonly early: number
  readonly quick: number
  readonly quickShare: number
}

const mostBins = 40

/** Few digits, and whole leaves, make a small table; downwards, so that the value itself still reaches it. */
const downTo = (value: number): number => Math.floor(value * 1e4) / 1e4

/** The values between which a feature's bins lie. */
function edgesOf(column: Float32Array): Float32Array {
  const step = Math.max(1, Math.floor(column.length / 20_000))
  const seen = Float32Array.from(
    { length: Math.floor(column.length / step) },
    (_, at) => column[at * step] ?? 0,
  )
  seen.sort()
  const edges: number[] = []
  for (let bin = 1; bin < mostBins; bin++) {
    const value = seen[Math.floor((bin * seen.length) / mostBins)] ?? 0
    if (value > (edges.at(-1) ?? seen[0] ?? 0) || (edges.length === 0 && value > (seen[0] ?? 0)))
      edges.push(value)
  }
  return Float32Array.from(edges)
}

/** How many edges the value reaches. */
function binOf(edges: Float32Array, value: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}

type Slopes = { readonly slope: Float64Array; readonly bend: Float64Array }

/** Of each list: how likely each town is to be the partner now, against what it should be. */
function slopesOf({ begin, offset, rows }: Samples, score: Float64Array, isIn: Uint8Array): Slopes {
  const slope = new Float64Array(rows)
  const bend = new Float64Array(rows)
  for (let list = 0; list + 1 < begin.length; list++) {
    if (isIn[list] === 0) continue
    const [first, end] = [begin[list] ?? 0, begin[list + 1] ?? 0]
    let most = -Infinity
    for (let row = first; row < end; row++) most = Math.max(most, (score[row] ?? 0) + (offset[row] ?? 0))
    let sum = 0
    for (let row = first; row < end; row++) {
      const weight = Math.exp((score[row] ?? 0) + (offset[row] ?? 0) - most)
      slope[row] = weight
      sum += weight
    }
    for (let row = first; row < end; row++) {
      const share = (slope[row] ?? 0) / sum
      slope[row] = share - (row === first ? 1 : 0)
      bend[row] = share * (1 - share)
    }
  }
  return { slope, bend }
}

type Split = { readonly feature: number; readonly bin: number; readonly gain: number }

/** The question that tells apart best what the leaves hold so far. */
function bestSplit(
  bins: readonly Uint8Array[],
  usable: readonly number[],
  rows: Int32Array,
  leaf: Uint8Array,
  { slope, bend }: Slopes,
  leaves: number,
  calm: number,
): Split | undefined {
  let best: Split | undefined
  const slopes = new Float64Array(leaves * mostBins)
  const bends = new Float64Array(leaves * mostBins)
  const gains = new Float64Array(mostBins)
  for (const feature of usable) {
    const bin = bins[feature] ?? new Uint8Array()
    slopes.fill(0)
    bends.fill(0)
    gains.fill(0)
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0
      const place = (leaf[row] ?? 0) * mostBins + (bin[row] ?? 0)
      slopes[place] = (slopes[place] ?? 0) + (slope[row] ?? 0)
      bends[place] = (bends[place] ?? 0) + (bend[row] ?? 0)
    }
    for (let one = 0; one < leaves; one++) {
      let [allSlope, allBend] = [0, 0]
      for (let by = 0; by < mostBins; by++) {
        allSlope += slopes[one * mostBins + by] ?? 0
        allBend += bends[one * mostBins + by] ?? 0
      }
      let [s, b] = [0, 0]
      for (let by = 0; by < mostBins - 1; by++) {
        s += slopes[one * mostBins + by] ?? 0
        b += bends[one * mostBins + by] ?? 0
        const gain = (s * s) / (b + calm) + (allSlope - s) ** 2 / (allBend - b + calm)
        gains[by] = (gains[by] ?? 0) + gain - (allSlope * allSlope) / (allBend + calm)
      }
    }
    for (let by = 0; by < mostBins - 1; by++)
      if ((gains[by] ?? 0) > (best?.gain ?? 1e-9)) best = { feature, bin: by, gain: gains[by] ?? 0 }
  }
  return best
}

/** Trees that one after the other mend what those before got wrong (gradient boosting, with a softmax over each list). */
export function growTrees(samples: Samples, seed: number, options: TreeOptions): Tree[] {
  const { trees, depth, rate, calm, rowShare } = options
  const chance = chanceFrom(seed ^ 0x5eed)
  const edges = samples.columns.map(edgesOf)
  const bins = samples.columns.map((column, feature) =>
    Uint8Array.from(column, (value) => binOf(edges[feature] ?? new Float32Array(), value)),
  )
  const score = new Float64Array(samples.rows)
  const lists = samples.begin.length - 1
  const grown: Tree[] = []
  for (let number = 0; number < trees; number++) {
    const isIn = Uint8Array.from({ length: lists }, () => (chance() < rowShare ? 1 : 0))
    const slopes = slopesOf(samples, score, isIn)
    const rows = Int32Array.from(
      [...isIn.keys()].flatMap((list) =>
        isIn[list] === 0
          ? []
          : Array.from(
              { length: (samples.begin[list + 1] ?? 0) - (samples.begin[list] ?? 0) },
              (_, at) => (samples.begin[list] ?? 0) + at,
            ),
      ),
    )
    const [most, share] =
      number < options.early ? [options.quick, options.quickShare] : [edges.length, options.featureShare]
    const usable = [...edges.keys()].filter(
      (feature) => feature < most && (edges[feature]?.length ?? 0) > 0 && chance() < share,
    )
    const leaf = new Uint8Array(samples.rows)
    const tree: Tree = { features: [], above: [], leaves: [] }
    for (let level = 0; level < depth; level++) {
      const split = bestSplit(bins, usable, rows, leaf, slopes, 2 ** level, calm)
      if (!split) break
      const bin = bins[split.feature] ?? new Uint8Array()
      for (let row = 0; row < leaf.length; row++)
        leaf[row] = 2 * (leaf[row] ?? 0) + ((bin[row] ?? 0) > split.bin ? 1 : 0)
      tree.features.push(split.feature)
      tree.above.push(downTo(edges[split.feature]?.[split.bin] ?? 0))
    }
    if (tree.features.length === 0) continue
    const sums = new Float64Array(2 ** tree.features.length)
    const bends = new Float64Array(sums.length)
    for (const row of rows) {
      const at = leaf[row] ?? 0
      sums[at] = (sums[at] ?? 0) + (slopes.slope[row] ?? 0)
      bends[at] = (bends[at] ?? 0) + (slopes.bend[row] ?? 0)
    }
    for (const [at, sum] of sums.entries())
      tree.leaves.push(Math.round((-rate * thousandths * sum) / ((bends[at] ?? 0) + calm)))
    for (let row = 0; row < leaf.length; row++)
      score[row] = (score[row] ?? 0) + (tree.leaves[leaf[row] ?? 0] ?? 0) / thousandths
    grown.push(tree)
  }
  return grown
}
