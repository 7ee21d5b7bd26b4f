import type { Graph } from './graph.ts'

/** Pairs of letters of every name, as sorted numbers without repetition. */
export type Names = readonly Int32Array[]

const letters = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()

function pairsIn(name: string): Int32Array {
  const text = ` ${letters(name)} `
  const found = new Set<number>()
  for (let at = 0; at + 1 < text.length; at++)
    found.add(text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1) - 2 ** 31)
  return Int32Array.from(found).sort()
}

export const namesOf = (graph: Graph): Names => graph.towns.map(({ name }) => pairsIn(name))

export const nameOf = (name: string): Int32Array => pairsIn(name)

/** How alike two names are, 0 to 1. */
export function alikeNames(one: Int32Array, other: Int32Array): number {
  let [at, by, common] = [0, 0, 0]
  while (at < one.length && by < other.length) {
    const difference = (one[at] ?? 0) - (other[by] ?? 0)
    if (difference === 0) common++
    if (difference <= 0) at++
    if (difference >= 0) by++
  }
  return (2 * common) / Math.max(1, one.length + other.length)
}
