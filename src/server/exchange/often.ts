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
const most = 10_000

/** Each asker has a bucket that fills up again at the rate, up to the burst. */
export function makeOften({ burst, perMinute }: Rate, now: () => number): Often {
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
  const forgetOld = (): void => {
    if (buckets.size < most) return
    for (const who of buckets.keys()) if (leftOf(who) >= burst) buckets.delete(who)
    if (buckets.size >= most) buckets.clear()
  }
  return {
    wait,
    take(who) {
      const seconds = wait(who)
      if (seconds > 0) return seconds
      forgetOld()
      buckets.set(who, { left: leftOf(who) - 1, at: now() })
      return 0
    },
  }
}
