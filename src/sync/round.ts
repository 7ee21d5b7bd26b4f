import { receive } from '../db/exchange/receive.ts'
import type { Mark } from '../shared/exchange/endpoints.ts'
import { Refused } from './ask.ts'
import { tellCircle } from './circle.ts'
import { askerOf, becomeOther, isMine } from './copy.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { SyncProblem } from './problem.ts'
import { askPage, readCursor, takePage } from './pull.ts'
import { fetchThumbs } from './fetch-photos.ts'
import { pushSome, sendAgain } from './push.ts'
import { knownRoster } from './roster.ts'
import { offerPhotos, preparePhotos, sendPhotos } from './send-photos.ts'
import { tellTalked, tellUnsafe } from './tell.ts'
import { tellDone, type Progress } from './progress.ts'
import type { Asker } from './token.ts'

/** Refusals that the next look at the exchange explains: somebody else came first, or it was set back. */
const explained = new Set(['chain', 'head', 'epoch'])

/** How often one round looks again before it leaves the rest to the next one. */
const looks = 4

/** What the exchange says of me, taken to heart before anything is merged: whether it is me, and what it has of me. */
async function settleMyself(exchange: Exchange, asker: Asker, you: Mark | null): Promise<boolean> {
  if (!(await isMine(exchange, asker.id, you))) {
    await becomeOther(exchange, await keysNow(exchange))
    return false
  }
  // An answer that was lost on its way: the exchange has these, and they need not be sent again.
  if (you) await receive(exchange.tables, asker.id, { seq: you.seq, n: undefined, hash: you.hash })
  await sendAgain(exchange, asker, you)
  return true
}

/** Takes all pages that are new. False if this device turned out to be a copy, and goes by another name now. */
async function pullAll(exchange: Exchange, asker: Asker, progress: Progress): Promise<boolean> {
  let from = await readCursor(exchange)
  for (let isFirst = true; ; isFirst = false) {
    const page = await askPage(exchange, asker, from)
    if (!(await settleMyself(exchange, asker, page.you))) return false
    progress.pulled(await takePage(exchange, from, page))
    // It was set back, and photos may be gone with the rest.
    if (page.restart) await offerPhotos(exchange, asker)
    if (!page.more) return true
    // A log that goes on must get on, else this would never end.
    if (page.restart ? !isFirst : page.n <= from.n) throw new SyncProblem('broken')
    from = { n: page.n, hash: page.hash }
  }
}

async function pushAll(exchange: Exchange, asker: Asker, progress: Progress): Promise<void> {
  for (;;) {
    const count = await pushSome(exchange, asker)
    if (count === 0) return
    await progress.pushed(count)
  }
}

async function exchangeOnce(exchange: Exchange, progress: Progress): Promise<boolean> {
  const asker = await askerOf(exchange, await knownRoster(exchange))
  if (!(await pullAll(exchange, asker, progress))) return false
  try {
    await preparePhotos(exchange)
    await pushAll(exchange, asker, progress)
    await sendPhotos(exchange, asker)
    await fetchThumbs(exchange, asker)
    return true
  } catch (error) {
    if (error instanceof Refused && explained.has(error.reason)) return false
    throw error
  }
}

/**
 * One round: everything new comes here, everything that waits goes there. Rejects with SyncProblem 'offline' or 'broken',
 * Refused, Forked or Outdated; what was done until then stays done.
 */
export async function exchangeRound(exchange: Exchange): Promise<void> {
  const { tables, now } = exchange
  await tellUnsafe(tables, now())
  const progress = tellDone(exchange)
  for (let look = 0; look < looks; look += 1) {
    if (await exchangeOnce(exchange, progress)) {
      await tellCircle(exchange)
      await tellTalked(tables, now())
      return
    }
  }
  throw new Refused('chain')
}
