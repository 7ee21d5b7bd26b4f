const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)

/** The smallest value that at least this share (0 to 1) of the values doesn't exceed. */
export function quantile(values: readonly number[], share: number): number {
  const ranked = sorted(values)
  const found = ranked[Math.max(0, Math.ceil(share * ranked.length) - 1)]
  if (found === undefined) throw new Error('nothing was measured')
  return found
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)
export const p95 = (values: readonly number[]): number => quantile(values, 0.95)
