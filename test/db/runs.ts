import type { Parameters } from 'fast-check'

/**
 * How often a property of the merge rule is tried: 2,000 times, or as often as the environment variable PONTE_RUNS says
 * (200000 before a release). A failure prints its seed; PONTE_SEED=<seed> tries the same runs again.
 */
export function runs(share = 1): Parameters<unknown> {
  const wanted = Number(process.env['PONTE_RUNS'] ?? 2000)
  const seed = process.env['PONTE_SEED']
  const numRuns = Math.max(1, Math.ceil(wanted * share))
  return seed === undefined ? { numRuns } : { numRuns, seed: Number(seed) }
}

/** Milliseconds that a property may take: the usual number of runs needs a few seconds. */
export const patience = Math.max(60_000, Number(process.env['PONTE_RUNS'] ?? 0) * 20)

/** For rules that are wrong on purpose: ends at the first counterexample; some need a thousand runs, none so many. */
export const untilFound: Parameters<unknown> = { numRuns: 50_000, endOnFailure: true }
