import { refuse } from './refuse.ts'

/** Questions that are under way at once: each may hold a body and an answer of two megabytes. */
export type Crowd = {
  /** Counts a question until the returned function is called. Refused as 'busy' where there are too many. */
  readonly enter: (space: string, who: string) => () => void
}

const mostOfOne = 16
const mostOfSpace = 48
/** Seconds after which there may be room again. */
const soon = 1

/**
 * Limits what one device, and one space, can make the exchange hold. A device that has nothing under way always comes in, so
 * that nobody who fills the space keeps the others out.
 */
export function makeCrowd(): Crowd {
  const counts = new Map<string, number>()
  const add = (key: string, one: number): void => {
    const count = (counts.get(key) ?? 0) + one
    if (count > 0) counts.set(key, count)
    else counts.delete(key)
  }
  return {
    enter(space, who) {
      const own = counts.get(`${space} ${who}`) ?? 0
      if (own >= mostOfOne || (own > 0 && (counts.get(space) ?? 0) >= mostOfSpace)) refuse('busy', soon)
      const keys = [space, `${space} ${who}`]
      for (const key of keys) add(key, 1)
      let isIn = true
      return () => {
        if (isIn) for (const key of keys) add(key, -1)
        isIn = false
      }
    },
  }
}
