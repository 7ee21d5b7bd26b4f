/** The time that the whole run may take. */
export type Clock = {
  /** Seconds that are left; below 0 when it is over. */
  left(): number
}

export function startClock(seconds: number): Clock {
  const from = performance.now()
  return { left: () => seconds - (performance.now() - from) / 1000 }
}

/** Repeats a measurement, at least once, at most `most` times and not beyond the time that is left. */
export async function repeat<T>(clock: Clock, most: number, measure: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  let longest = 0
  while (results.length < most && (results.length === 0 || clock.left() > longest)) {
    const before = clock.left()
    results.push(await measure())
    longest = Math.max(longest, before - clock.left())
  }
  return results
}
