import { receive } from '../db/exchange/receive.ts'
import type { Cursor } from '../shared/exchange/endpoints.ts'
import { Refused } from './ask.ts'
import { tellCircle } from './circle.ts'
import { askerOf, becomeOther, isMine, showsCopy } from './copy.ts'
import { reopenCutOff } from './cut-off.ts'
import { tendErasing } from './erase-due.ts'
import { eraseHere } from './erase-here.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { Forked, SyncProblem } from './problem.ts'
import { tendCheckpoint } from './checkpoint/tend.ts'
import { askPage, joinByCheckpoint, readCursor, takeCheckpoint, takePage, type PullAnswer } from './pull.ts'
import { joinBranches } from './heal.ts'
import { fetchThumbs } from './fetch-photos.ts'
import { pushSome } from './push.ts'
import { fetchLeftovers } from './leftovers.ts'
import { knownRoster } from './roster.ts'
import { oweRefill, payRefill, refillIfLost, sendMine } from './refill.ts'
import { resealOld, sendAsItIs } from './reseal.ts'
import { preparePhotos, sendPhotos } from './send-photos.ts'
import { tellTalked, tellUnsafe } from './tell.ts'
import { tellDone, type Progress } from './progress.ts'
import type { Asker } from './token.ts'
import { isWiped, wipeIfRemoved } from './wipe.ts'

/** Refusals that the next look at the exchange explains: somebody else came first, or it was set back. */
const explained = new Set(['chain', 'head', 'epoch', 'erased'])

/** How often one round looks again before it leaves the rest to the next one. */
const looks = 4

/** Who I turn out to be: myself; a copy, with another name now; or the exchange says of me what nothing shows. */
type Myself = 'me' | 'copy' | 'unproven'

/** What a page says of me, taken to heart before anything of it is merged: whether it is me, and what the exchange has of me. */
async function settleMyself(exchange: Exchange, asker: Asker, page: PullAnswer): Promise<Myself> {
  const keys = await keysNow(exchange)
  if (await showsCopy(exchange, keys, page.parts)) {
    await becomeOther(exchange, keys)
    return 'copy'
  }
  if (await reopenCutOff(exchange, await knownRoster(exchange))) return 'copy'
  const { you } = page
  // A copy's run that came just after this page was made: the next one shows it. Or it is not true.
  if (!(await isMine(exchange, asker.id, you))) return 'unproven'
  // An answer that was lost on its way: the exchange has these, and they need not be sent again.
  if (you) await receive(exchange.tables, asker.id, { seq: you.seq, cursor: undefined })
  await sendMine(exchange, asker, you)
  return 'me'
}

/** A page that is settled, and where it begins; where the log begins anew the checkpoint is taken first. */
type Settled = { readonly page: PullAnswer; readonly from: Cursor; readonly myself: Myself }

async function askSettled(
  exchange: Exchange,
  asker: Asker,
  from: Cursor,
  progress: Progress,
): Promise<Settled> {
  const page = await askPage(exchange, asker, from)
  const myself = await settleMyself(exchange, asker, page)
  if (myself === 'copy' || !page.restart) return { page, from, myself }
  // It was set back, or dropped what a checkpoint covers: what others wrote and photos may be gone with the rest.
  await oweRefill(exchange)
  const base = await takeCheckpoint(exchange, asker, progress)
  if (base === 'copy') {
    await becomeOther(exchange, await keysNow(exchange))
    return { page, from, myself: base }
  }
  if (!base) return { page, from, myself }
  // The log may begin there by now: then what was before is in it.
  const next = await askPage(exchange, asker, base)
  return { page: next, from: base, myself: await settleMyself(exchange, asker, next) }
}

/** Takes all pages that are new, but for those that show a copy: its runs are somebody else's by then. */
async function pullAll(exchange: Exchange, asker: Asker, progress: Progress): Promise<Myself> {
  let from = (await joinByCheckpoint(exchange, asker, progress)) ?? (await readCursor(exchange))
  for (let isFirst = true; ; isFirst = false) {
    const { page, myself, ...settled } = await askSettled(exchange, asker, from, progress)
    if (myself === 'copy') return myself
    from = settled.from
    progress.pulled(await takePage(exchange, from, page))
    if (!page.more) return myself
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

/** Sends all that waits. What a full notebook says is told when all that comes from there is here. */
async function sendAll(exchange: Exchange, asker: Asker, progress: Progress): Promise<Refused | undefined> {
  try {
    await preparePhotos(exchange, asker)
    await pushAll(exchange, asker, progress)
    await sendPhotos(exchange, asker)
    return undefined
  } catch (error) {
    if (error instanceof Refused && error.reason === 'full') return error
    throw error
  }
}

async function exchangeOnce(exchange: Exchange, progress: Progress): Promise<boolean> {
  const before = await knownRoster(exchange)
  // Where that was cut off.
  await eraseHere(exchange, before)
  const asker = await askerOf(exchange, before)
  const myself = await pullAll(exchange, asker, progress)
  if (myself === 'copy') return false
  await payRefill(exchange, asker)
  // How far the exchange has me is known only where it is proven.
  if (myself === 'me' && !(await freshen(exchange, asker, before.heads.length))) return false
  try {
    const refusal = await sendAll(exchange, asker, progress)
    await fetchThumbs(exchange, asker)
    await fetchLeftovers(exchange, asker)
    await tendCheckpoint(exchange, asker)
    await tendErasing(exchange, asker)
    await tellCircle(exchange)
    if (refusal) throw refusal
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
      await tellTalked(tables, now())
      return
    }
  }
  throw new Refused('chain')
}
