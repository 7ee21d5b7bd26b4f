import { features, quickCount } from './features.ts'
import { growTrees, type Tree, type TreeOptions } from './trees.ts'
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
  early: 40,
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
