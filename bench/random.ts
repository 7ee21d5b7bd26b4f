/** A repeatable source of chance: numbers from 0 up to, but without, 1. */
export type Chance = () => number

/** Mulberry32: small, quick and the same everywhere. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of the list. */
export function pick<T>(chance: Chance, list: readonly T[]): T {
  const found = list[Math.floor(chance() * list.length)]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}

/** A whole number from `least` to `most`. */
export const between = (chance: Chance, least: number, most: number): number =>
  least + Math.floor(chance() * (most - least + 1))

/** As many decimal digits. */
export const digits = (chance: Chance, length: number): string =>
  Array.from({ length }, () => between(chance, 0, 9)).join('')

/** An id as the app makes them: 32 hex characters. */
export const id = (chance: Chance): string =>
  Array.from({ length: 32 }, () => between(chance, 0, 15).toString(16)).join('')
