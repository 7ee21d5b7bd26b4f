import { receive } from '../db/exchange/receive.ts'
import type { Mark } from '../shared/exchange/endpoints.ts'
import { Refused } from './ask.ts'
import { tellCircle } from './circle.ts'
import { askerOf, becomeOther, isMine } from './copy.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { Forked, SyncProblem } from './problem.ts'
import { askPage, readCursor, takePage } from './pull.ts'
import { joinBranches } from './heal.ts'
import { fetchThumbs } from './fetch-photos.ts'
import { pushSome, sendLost } from './push.ts'
import { fetchLeftovers } from './leftovers.ts'
import { knownRoster } from './roster.ts'
import { refillIfLost, refillLog } from './refill.ts'
import { resealOld, sendAsItIs } from './reseal.ts'
import { offerPhotos, preparePhotos, sendPhotos } from './send-photos.ts'
import { tellTalked, tellUnsafe } from './tell.ts'
import { tellDone, type Progress } from './progress.ts'
import type { Asker } from './token.ts'
import { isWiped, wipeIfRemoved } from './wipe.ts'

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
  if (you) await receive(exchange.tables, asker.id, { seq: you.seq, cursor: undefined })
  await sendLost(exchange, asker, asker.id, you)
  return true
}

/** Takes all pages that are new. False if this device turned out to be a copy, and goes by another name now. */
async function pullAll(exchange: Exchange, asker: Asker, progress: Progress): Promise<boolean> {
  let from = await readCursor(exchange)
  for (let isFirst = true; ; isFirst = false) {
    const page = await askPage(exchange, asker, from)
    if (!(await settleMyself(exchange, asker, page.you))) return false
    progress.pulled(await takePage(exchange, from, page))
    // It was set back, and what others wrote and photos may be gone with the rest.
    if (page.restart) {
      await refillLog(exchange, asker)
      await offerPhotos(exchange, asker)
    }
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

/**
 * Makes what is sealed such that the exchange takes it. False if the roster has gone on in this very look: what the exchange
 * said of me may be older than that, and a run of mine may have been taken in between.
 */
async function freshen(exchange: Exchange, asker: Asker, entriesBefore: number): Promise<boolean> {
  if ((await exchange.tables.sealed.count()) === 0) return true
  const roster = await knownRoster(exchange)
  if (roster.heads.length !== entriesBefore) return false
  await sendAsItIs(exchange, asker, roster)
  await resealOld(exchange, roster)
  return true
}

async function exchangeOnce(exchange: Exchange, progress: Progress): Promise<boolean> {
  const before = await knownRoster(exchange)
  const asker = await askerOf(exchange, before)
  if (!(await pullAll(exchange, asker, progress))) return false
  if (!(await freshen(exchange, asker, before.heads.length))) return false
  try {
    await preparePhotos(exchange)
    await pushAll(exchange, asker, progress)
    await sendPhotos(exchange, asker)
    await fetchThumbs(exchange, asker)
    await fetchLeftovers(exchange, asker)
    return true
  } catch (error) {
    if (error instanceof Refused && explained.has(error.reason)) return false
    throw error
  }
}

/**
 * One round: everything new comes here, everything that waits goes there. A device that was removed empties its notebook
 * instead, and has no more rounds. Rejects with SyncProblem 'offline' or 'broken',
 * Refused, Forked or Outdated; what was done until then stays done.
 */
export async function exchangeRound(exchange: Exchange): Promise<void> {
  if (await isWiped(exchange.tables)) return
  try {
    await exchangeAll(exchange)
  } catch (error) {
    if (await wipeIfRemoved(exchange, error)) return
    if (error instanceof Forked) await comeOver(exchange, false)
    else if (!(await refillIfLost(exchange, error))) throw error
    await exchangeAgain(exchange)
  }
}

/** Ends a fork as a person wants it, and exchanges. Rejects as a round does. */
export async function healRound(exchange: Exchange): Promise<void> {
  await comeOver(exchange, true)
  await exchangeAgain(exchange)
}

/** Rejects with Forked where the fork stands. */
async function comeOver(exchange: Exchange, isAsked: boolean): Promise<void> {
  const outcome = await joinBranches(exchange, isAsked)
  if (outcome !== 'over') throw new Forked(outcome === 'asks')
}

async function exchangeAgain(exchange: Exchange): Promise<void> {
  try {
    await exchangeAll(exchange)
  } catch (error) {
    // The branch that counts may have removed this device.
    if (!(await wipeIfRemoved(exchange, error))) throw error
  }
}

async function exchangeAll(exchange: Exchange): Promise<void> {
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
