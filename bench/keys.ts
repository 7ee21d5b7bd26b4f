import type { Result } from './result.ts'
import { median, p95 } from './statistics.ts'

/** Milliseconds of each key until its result was painted, and of the bare look-ups in the same round. */
type Round = { readonly keys: readonly number[]; readonly bareKeys: readonly number[] }

/** What searching cost in some rounds, beside the bare look-ups. */
export function keysOf(what: string, rounds: readonly Round[]): Result[] {
  const over = (measure: (round: Round) => number): number => median(rounds.map(measure))
  return [
    {
      name: `${what}, key to painted result, p95 of ${over(({ keys }) => keys.length)} keys`,
      unit: 'ms',
      value: over(({ keys }) => p95(keys)),
      peer: over(({ bareKeys }) => p95(bareKeys)),
      rounds: rounds.length,
      limit: 100,
    },
    {
      name: '  the same, median of the keys',
      unit: 'ms',
      value: over(({ keys }) => median(keys)),
      peer: over(({ bareKeys }) => median(bareKeys)),
      rounds: rounds.length,
    },
  ]
}
