import type { Graph } from './graph.ts'

/** How many towns there are of each size: a bin is a quarter of a natural logarithm of the number of people. */
export type Sizes = Float64Array
const bins = 64
const binOf = (size: number): number => Math.max(0, Math.min(bins - 1, Math.round(4 * size)))
const spread = Float64Array.from({ length: 7 }, (_, at) => Math.exp(-((at - 3) ** 2) / 4))

/** A town counts a little for sizes beside its own as well. */
function count(sizes: Sizes, size: number, weight: number): void {
  const bin = binOf(size)
  for (let at = Math.max(0, bin - 3); at <= Math.min(bins - 1, bin + 3); at++)
    sizes[at] = (sizes[at] ?? 0) + weight * (spread[at - bin + 3] ?? 0)
}

const sum = (sizes: Sizes): number => sizes.reduce((all, more) => all + more, 0) || 1

/** For each bin how much commoner it is among some towns than among all: a logarithm. */
const likelihoods = (sizes: Sizes, among: Sizes): Float64Array => {
  const known = sum(sizes)
  return sizes.map((its, bin) => {
    const usual = among[bin] ?? 0
    return Math.log((its / known + 0.02 * usual + 1e-6) / (usual + 1e-6))
  })
}

/** The towns of each country by size. */
export type TownSizes = {
  /** As shares. */
  readonly among: readonly Sizes[]
  /** What is likely of partners there where none is known. */
  readonly unlinked: readonly Float64Array[]
}

export function townSizes({ inCountry, size }: Graph): TownSizes {
  const among = inCountry.map((list) => {
    const sizes = new Float64Array(bins)
    for (const town of list) {
      const its = size[town] ?? Number.NaN
      if (!Number.isNaN(its)) count(sizes, its, 1)
    }
    const all = sum(sizes)
    return sizes.map((share) => share / all)
  })
  return { among, unlinked: among.map((sizes) => likelihoods(new Float64Array(bins), sizes)) }
}

/** What partners in one country a town's own country has. */
export type Partners = {
  readonly links: number
  /** The size that a partner there usually has, by the asking town's own: a logarithm. */
  readonly expected: number
  /** For each bin of size how much commoner it is among partners of towns of about that size than among all towns: a logarithm. */
  readonly likely: Float64Array
}

/** Of a town whose own size is unknown: about 8,000 people. */
const middling = 9
/** How much less a link says of towns of another size: by half a logarithm; one of unknown size hardly tells. */
const width = 0.5
const [least, unknown] = [0.002, 0.05]

/** For each country what partners the asking town's country has there, those of towns of its size counting most. */
export function partnersBySize(graph: Graph, town: number, all: TownSizes): Partners[] {
  const { country, degree, start, to, size } = graph
  const own = size[town] ?? Number.NaN
  const found = graph.inCountry.map(() => ({ links: 0, weight: 0, sum: 0, sizes: new Float64Array(bins) }))
  for (const one of graph.inCountry[country[town] ?? 0] ?? []) {
    const first = start[one] ?? 0
    const apart = (size[one] ?? Number.NaN) - own
    const weight = Number.isNaN(own) ? unknown : Math.exp(-(apart * apart) / (2 * width * width)) + least
    for (let at = first; at < first + (degree[one] ?? 0); at++) {
      const partner = to[at] ?? 0
      const there = found[country[partner] ?? 0]
      if (!there) continue
      there.links++
      const its = size[partner] ?? Number.NaN
      if (Number.isNaN(its) || Number.isNaN(size[one] ?? Number.NaN)) continue
      there.weight += weight
      there.sum += weight * its
      count(there.sizes, its, weight)
    }
  }
  const base = Number.isNaN(own) ? middling : own
  return found.map(({ links, weight, sum: people, sizes }, at) => ({
    links,
    expected: (people + 0.5 * base) / (weight + 0.5),
    likely:
      links === 0 ? (all.unlinked[at] ?? sizes) : likelihoods(sizes, all.among[at] ?? new Float64Array(bins)),
  }))
}

export const likelyAt = ({ likely }: Partners, size: number): number => likely[binOf(size)] ?? 0
