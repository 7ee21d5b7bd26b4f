/** How often one may ask: so many at once, so many a minute in the long run. */
export type Rate = { readonly burst: number; readonly perMinute: number }

/** Refuses who asks too often. Kept in memory: a restart forgives, which costs nothing. */
export type Often = {
  /** 0 if this one may pass, and it counts; else the seconds until one may. */
  readonly take: (who: string) => number
  /** The same without counting. */
  readonly wait: (who: string) => number
}

const minute = 60_000
/** Askers that are remembered. Whoever has not asked for longest is forgotten first: asking on never makes anybody new. */
const most = 10_000
/** Forgotten at once: the oldest of a map is slow to find where many before it are gone. */
const atOnce = 1000

/** Each asker has a bucket that fills up again at the rate, up to the burst. */
export function makeOften({ burst, perMinute }: Rate, now: () => number): Often {
  // In the order in which they asked last.
  const buckets = new Map<string, { left: number; at: number }>()
  const leftOf = (who: string): number => {
    const bucket = buckets.get(who)
    if (!bucket) return burst
    // A clock that was set back gives nothing, but counts on from there.
    bucket.at = Math.min(bucket.at, now())
    return Math.min(burst, bucket.left + ((now() - bucket.at) / minute) * perMinute)
  }
  const wait = (who: string): number => {
    const left = leftOf(who)
    return left >= 1 ? 0 : Math.ceil(((1 - left) / perMinute) * 60)
  }
  const forgetOldest = (): void => {
    let left = atOnce
    for (const who of buckets.keys()) {
      if (left === 0) return
      buckets.delete(who)
      left -= 1
    }
  }
  const touch = (who: string, left: number): void => {
    buckets.delete(who)
    buckets.set(who, { left, at: now() })
    if (buckets.size > most) forgetOldest()
  }
  return {
    wait(who) {
      if (buckets.has(who)) touch(who, leftOf(who))
      return wait(who)
    },
    take(who) {
      const seconds = wait(who)
      touch(who, leftOf(who) - (seconds > 0 ? 0 : 1))
      return seconds
    },
  }
}
