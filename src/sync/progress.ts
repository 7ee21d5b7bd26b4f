import type { Exchange } from './exchange.ts'
import { metaKeys } from './status.ts'

/** Counts what a round has done, and tells the screens after each step. */
export type Progress = {
  readonly pushed: (count: number) => Promise<void>
  readonly pulled: (count: number) => void
}

/** Progress of the round that begins now. */
export function tellDone({ tables, now }: Pick<Exchange, 'tables' | 'now'>): Progress {
  const from = now()
  let done = 0
  let toldAt = from
  return {
    async pushed(count) {
      done += count
      const at = now()
      // Counting all that waits takes its time, and within a second nobody is told of it.
      if (at - toldAt < 1000) return
      toldAt = at
      const left = (await tables.outbox.count()) + (await tables.waiting.count())
      const moving = { done, of: done + left, from, at }
      await tables.meta.put({ key: metaKeys.moving, value: JSON.stringify(moving) })
    },
    // What comes in is seen by itself: it appears.
    pulled: () => undefined,
  }
}
