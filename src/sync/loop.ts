import type { Exchange } from './exchange.ts'
import { fetchKept } from './fetch-photos.ts'
import { exchangeRound } from './round.ts'
import { isExpected, stoppedBy } from './stopped.ts'
import { tellStopped } from './tell.ts'

/** Milliseconds: between two rounds while nothing happens, and the first pause after one that failed. */
const often = 5 * 60 * 1000
const firstPause = 2000

/** What the loop needs of its surroundings. */
export type Surroundings = {
  /** Runs a job while no other tab, and no service worker, exchanges this space. */
  readonly alone: <T>(job: () => Promise<T>) => Promise<T>
  readonly later: (milliseconds: number, job: () => void) => () => void
  /** Between 0 and 1. */
  readonly chance: () => number
  readonly report: (error: unknown) => void
}

/**
 * Exchanges again and again, until it is stopped. `wake` begins the next round now; one that is under way stops working with photos
 * for it, unless photos are all that is new (`isPressing` false).
 */
export type Loop = { readonly wake: (isPressing?: boolean) => void; readonly stop: () => void }

/** The pause after so many failures in a row: doubled each time, up to five minutes, and never the same for all. */
export const pauseAfter = (failures: number, chance: number): number =>
  Math.min(often, firstPause * 2 ** Math.min(failures - 1, 10)) * (0.5 + chance / 2)

/** One round with nobody else at it; tells the screens if it can't go on. True if it went well. */
async function tryRound(
  exchange: Exchange,
  { alone, report }: Pick<Surroundings, 'alone' | 'report'>,
): Promise<boolean> {
  try {
    await alone(() => {
      exchange.kept.isPressed = false
      exchange.kept.goOnIn = undefined
      return exchangeRound(exchange)
    })
    await alone(() => fetchKept(exchange))
    return true
  } catch (error) {
    if (!isExpected(error)) report(error)
    // A full disk takes not even that; the next round tries again all the same.
    await tellStopped(exchange.tables, stoppedBy(error)).catch(report)
    return false
  }
}

export function keepExchanging(exchange: Exchange, surroundings: Surroundings): Loop {
  const { later, chance, report } = surroundings
  let [failures, isRunning, isWanted, isStopped] = [0, false, false, false]
  let cancel = (): void => undefined
  const run = async (): Promise<void> => {
    cancel()
    isRunning = true
    isWanted = false
    failures = (await tryRound(exchange, surroundings)) ? 0 : failures + 1
    isRunning = false
    if (isStopped) return
    const usual = exchange.kept.goOnIn ?? often
    cancel = later(failures > 0 ? pauseAfter(failures, chance()) : isWanted ? 0 : usual, start)
  }
  const start = (): void => void run().catch(report)
  start()
  return {
    wake(isPressing = true) {
      isWanted = true
      exchange.kept.isPressed ||= isPressing
      if (!isRunning && !isStopped) start()
    },
    stop() {
      isStopped = true
      cancel()
    },
  }
}
