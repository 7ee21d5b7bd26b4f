import type { Graph } from './graph.ts'

/** Pairs of letters of every name, each pair once; pairs have numbers without gaps. */
export type Names = {
  readonly numbers: ReadonlyMap<string, number>
  /** Those of town t: `pairs[start[t]]` up to, without, `pairs[start[t + 1]]`. */
  readonly pairs: Int32Array
  readonly start: Int32Array
}

/** A name that others are compared with: which pairs it has, and how many. */
export type Name = { readonly has: Uint8Array; readonly pairs: number }

const letters = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()

function pairsIn(name: string): Set<string> {
  const text = ` ${letters(name)} `
  const found = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) found.add(text.slice(at, at + 2))
  return found
}

export function namesOf({ towns }: Graph): Names {
  const numbers = new Map<string, number>()
  const numberOf = (pair: string): number => {
    const known = numbers.get(pair) ?? numbers.size
    numbers.set(pair, known)
    return known
  }
  const start = new Int32Array(towns.length + 2)
  const pairs: number[] = []
  for (const [town, { name }] of towns.entries()) {
    for (const pair of pairsIn(name)) pairs.push(numberOf(pair))
    start[town + 1] = pairs.length
  }
  // A guest has no name here: only other towns are compared with the one that asks.
  start[towns.length + 1] = pairs.length
  return { numbers, pairs: Int32Array.from(pairs), start }
}

export function nameAmong({ numbers }: Names, name: string): Name {
  const has = new Uint8Array(numbers.size)
  const pairs = pairsIn(name)
  for (const pair of pairs) {
    const number = numbers.get(pair)
    if (number !== undefined) has[number] = 1
  }
  return { has, pairs: pairs.size }
}

/** How alike a name and a town's are, 0 to 1. */
export function alikeNames({ has, pairs }: Name, names: Names, town: number): number {
  const [first, end] = [names.start[town] ?? 0, names.start[town + 1] ?? 0]
  let common = 0
  for (let at = first; at < end; at++) common += has[names.pairs[at] ?? 0] ?? 0
  return (2 * common) / Math.max(1, pairs + end - first)
}
