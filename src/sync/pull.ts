import { cursorKey } from '../db/exchange/receive.ts'
import { hear } from '../db/exchange/hear.ts'
import type { Change } from '../db/merge.ts'
import { endpoints, type Cursor, type PullHead } from '../shared/exchange/endpoints.ts'
import type { Bytes } from '../shared/bytes.ts'
import { emptyLog } from '../shared/log-hash.ts'
import { takeLatest } from './checkpoint/take.ts'
import type { Exchange } from './exchange.ts'
import { readPage, type Way } from './page.ts'
import { Forked } from './problem.ts'
import type { Progress } from './progress.ts'
import { knownRoster, pullRoster, sendEntries } from './roster.ts'
import { metaKeys } from './status.ts'
import { askAs, type Asker } from './token.ts'

const beginning: Cursor = { n: 0, hash: emptyLog }

/** Where in the log this device is. */
export async function readCursor({ tables }: Exchange): Promise<Cursor> {
  const row = await tables.meta.get(cursorKey)
  return row ? (JSON.parse(row.value) as Cursor) : beginning
}

/**
 * So many changes are merged in one go: whoever saves meanwhile waits for no more than that. Nobody saves yet while a device
 * joins, and fewer pieces cost less.
 */
const enough = 1000
const enoughToJoin = 2500

const isJoining = async ({ tables }: Exchange): Promise<boolean> =>
  (await tables.meta.get(metaKeys.talkedAt)) === undefined

/** When a change counts as arrived. Whoever joins finds everything as old as it is: it is no news to them. */
function arrivals(joins: boolean, moment: number): (written: number) => number {
  return joins ? (written) => Math.min(written, moment) : () => moment
}

export type PullAnswer = PullHead & { readonly parts: readonly Bytes[] }

/** Asks for the page after a place; the roster is brought to the same state on both sides first. */
export async function askPage(exchange: Exchange, asker: Asker, from: Cursor): Promise<PullAnswer> {
  const answer = await askAs(exchange, asker, endpoints.pull, from)
  const { heads } = await knownRoster(exchange)
  if (answer.entries > heads.length) await pullRoster(exchange, asker)
  else if (heads[answer.entries - 1] !== answer.head) throw new Forked()
  if (answer.entries < heads.length) await sendEntries(exchange, asker, answer.entries)
  return answer
}

/** Which way a page leads that was asked for after a place. Where the log begins anew, the cursor counts for nothing. */
async function wayOf(exchange: Exchange, asked: Cursor, { n, hash, restart }: PullAnswer): Promise<Way> {
  const kept = await readCursor(exchange)
  const isNext = restart || (kept.n === asked.n && kept.hash === asked.hash)
  return { from: restart ? beginning : asked, to: { n, hash }, isNext }
}

/** Merges a page that was asked for after a place; returns how many changes it brought. */
export async function takePage(exchange: Exchange, asked: Cursor, answer: PullAnswer): Promise<number> {
  const { tables } = exchange
  const roster = await knownRoster(exchange)
  const way = await wayOf(exchange, asked, answer)
  const joins = await isJoining(exchange)
  const heardAt = arrivals(joins, exchange.now())
  let count = 0
  let merging = Promise.resolve()
  try {
    // The next piece is opened while this one is merged: the one is this thread's work, the other the database's.
    for await (const piece of readPage(exchange, roster, answer.parts, way, joins ? enoughToJoin : enough)) {
      await merging
      merging = hear(tables, piece, ({ time }: Change) => heardAt(time))
      // Told of below, when it is waited for.
      merging.catch(() => undefined)
      count += piece.changes.length
    }
  } finally {
    await merging
  }
  return count
}

/** Goes on from the newest checkpoint that holds: where in the log that is, undefined if there is none, 'copy' as below. */
export async function takeCheckpoint(
  exchange: Exchange,
  asker: Asker,
  progress: Pick<Progress, 'pulled'>,
): Promise<Cursor | 'copy' | undefined> {
  const heardAt = arrivals(await isJoining(exchange), exchange.now())
  const taken = await takeLatest(exchange, asker, await knownRoster(exchange), heardAt)
  if (!taken || taken === 'copy') return taken
  progress.pulled(taken.count)
  return taken.cursor
}

/** The same for a device that comes new: it needs nothing of what the checkpoint covers. */
export async function joinByCheckpoint(
  exchange: Exchange,
  asker: Asker,
  progress: Pick<Progress, 'pulled'>,
): Promise<Cursor | undefined> {
  const isNew = (await readCursor(exchange)).n === 0 && (await isJoining(exchange))
  const base = isNew ? await takeCheckpoint(exchange, asker, progress) : undefined
  // That this is a copy the first page says too, with what it takes to become another one.
  return base === 'copy' ? undefined : base
}
