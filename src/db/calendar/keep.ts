import { liveQuery } from 'dexie'
import { tendBin } from '../tend-bin.ts'
import { refresh, workOut, type Calendar } from './work-out.ts'

/** How often it looks whether a new day has begun, in milliseconds. */
const often = 60 * 60 * 1000

/**
 * Keeps the calendar worked out from now on: after every change, also of another tab, and with every new day.
 * What fails is reported and tried again with the next change. Returns the way to stop.
 */
export function keepWorkedOut(calendar: Calendar, report: (error: unknown) => void): () => void {
  const { tables } = calendar
  let running: Promise<unknown> = Promise.resolve()
  const inTurn = (job: () => Promise<void>): void => {
    running = running.then(job).catch(report)
  }
  const work = (): void => inTurn(() => workOut(calendar))
  const subscription = liveQuery(() => tables.stale.count()).subscribe({
    next: (count) => count > 0 && work(),
    error: report,
  })
  const look = (): void => {
    inTurn(() => refresh(calendar))
    // What else a new day brings, where no exchange looks after it.
    inTurn(() => tendBin(calendar))
  }
  look()
  const timer = setInterval(look, often)
  return () => {
    clearInterval(timer)
    subscription.unsubscribe()
  }
}
