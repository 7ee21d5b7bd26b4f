import { liveQuery } from 'dexie'
import type { Device } from '../db/device.ts'
import { keepsAllPhotos } from '../db/photos-here.ts'
import type { Fetch } from './ask.ts'
import { askerOf } from './copy.ts'
import type { Exchange } from './exchange.ts'
import { keepExchanging, type Loop } from './loop.ts'
import { listen } from './pokes.ts'
import { knownRoster } from './roster.ts'
import { sharedSpaces } from './spaces.ts'
import { isExpected } from './stopped.ts'

type Alone = <T>(space: string, job: () => Promise<T>) => Promise<T>

/** The exchanges of all spaces on this device, under way. */
export type Exchanging = {
  readonly of: (space: string) => Exchange | undefined
  readonly take: (exchange: Exchange) => void
  /** Everything begins its next round now. */
  readonly wake: () => void
}

/** Milliseconds that somebody may go on writing before it is sent, and between two tries to listen. */
const afterSave = 1000
const listenAgain = 20_000

const later = (milliseconds: number, job: () => void): (() => void) => {
  const timer = setTimeout(job, milliseconds)
  return () => clearTimeout(timer)
}

/** What is saved in any tab wakes the loop a moment later; so does the wish to have all photos here. */
function watchSaves({ tables }: Exchange, wake: Loop['wake']): void {
  let planned: { readonly isPressing: boolean; readonly cancel: () => void } | undefined
  let before = ''
  const plan = (isPressing: boolean): void => {
    const cancel = later(afterSave, () => {
      planned = undefined
      wake(isPressing)
    })
    planned = { isPressing, cancel }
  }
  const waiting = async (): Promise<{ texts: string; photos: number; isAll: boolean }> => {
    const [open, latest, photos, isAll] = await Promise.all([
      tables.outbox.count(),
      // An amended change is another one, though it is as many.
      tables.outbox.orderBy('[record+open]').last(),
      tables.unsentPhotos.count(),
      keepsAllPhotos(tables),
    ])
    return { texts: open > 0 ? `${open} ${latest?.time}` : '', photos, isAll }
  }
  liveQuery(waiting).subscribe({
    next: ({ texts, photos, isAll }) => {
      const isPressing = texts !== '' && texts !== before
      before = texts
      // Photos that are being sent are fewer each time: neither do they put texts off, nor do they stop for it.
      if (planned && !isPressing && (texts || !planned.isPressing)) return
      planned?.cancel()
      planned = undefined
      if (texts || photos > 0 || isAll) plan(isPressing)
    },
    error: reportError,
  })
}

/** Hears of news as long as the line holds, and again after a while. */
async function keepListening(exchange: Exchange, fetch: Fetch, wake: () => void): Promise<void> {
  for (;;) {
    try {
      const asker = await askerOf(exchange, await knownRoster(exchange))
      await listen(exchange, fetch, asker, wake, new AbortController().signal)
    } catch (error) {
      // Without a line the rounds every five minutes bring what is new.
      if (!isExpected(error) && !(error instanceof TypeError)) reportError(error)
    }
    await new Promise((resolve) => void setTimeout(resolve, listenAgain))
  }
}

/** Exchanges all shared spaces, in one tab at a time; the others' changes reach it through the tables. */
export async function beginExchanging(device: Device, fetch: Fetch, alone: Alone): Promise<Exchanging> {
  const exchanges = new Map<string, Exchange>()
  const loops: Loop[] = []
  const lead = (exchange: Exchange): void => {
    const { space } = exchange
    const surroundings = {
      alone: <T>(job: () => Promise<T>): Promise<T> => alone(space, job),
      later,
      chance: Math.random,
      report: reportError,
    }
    const loop = keepExchanging(exchange, surroundings)
    loops.push(loop)
    watchSaves(exchange, loop.wake)
    void keepListening(exchange, fetch, loop.wake)
  }
  const take = (exchange: Exchange): void => {
    exchanges.set(exchange.space, exchange)
    // Held as long as this tab lives; then the next one leads.
    void navigator.locks.request(`ponte-loop-${exchange.space}`, () => {
      lead(exchange)
      return new Promise(() => undefined)
    })
  }
  const wake = (): void => loops.forEach((loop) => loop.wake())
  addEventListener('online', wake)
  for (const exchange of await sharedSpaces(device, fetch)) take(exchange)
  return { of: (space) => exchanges.get(space), take, wake }
}
