import { keepSealed } from '../db/exchange/keep-sealed.ts'
import { openRows, plan } from '../db/exchange/plan.ts'
import { setAsideOpen } from '../db/set-aside.ts'
import { receive } from '../db/exchange/receive.ts'
import { concat, type Bytes } from '../shared/bytes.ts'
import { endpoints, type Mark } from '../shared/exchange/endpoints.ts'
import { limits } from '../shared/limits.ts'
import { mayWrite } from '../shared/roster/removing.ts'
import { logHashAfter } from '../shared/log-hash.ts'
import { roleNow } from '../shared/roster/roster.ts'
import { chainOf } from './chains.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { readCursor } from './pull.ts'
import { SyncProblem } from './problem.ts'
import { knownRoster } from './roster.ts'
import { sealRuns } from './seal.ts'
import { askAs, type Asker } from './token.ts'

/** How many open changes are sealed at once. */
const atOnce = limits.runCount

/** How often sealing is tried while somebody goes on typing; the next round tries again. */
const tries = 5

const sizeOf = (parts: readonly Bytes[]): number => parts.reduce((sum, part) => sum + part.length + 4, 0)

/** Runs of a device that a server which was set back has lost, as they were sent. */
async function lostRuns({ tables }: Exchange, me: string, mark: Mark | null): Promise<Bytes[]> {
  const rows = await tables.log
    .where('[device+lastSeq]')
    .between([me, (mark?.seq ?? 0) + 1], [me, Infinity])
    .sortBy('lastSeq')
  return rows.map(({ bytes }) => new Uint8Array(bytes))
}

/** Bytes of one question: at 50 kilobits a second it is there before the device gives up waiting. */
const most = 512 * 1024

/** As many runs as fit into one question, at least one. */
function fill(runs: readonly Bytes[]): Bytes[] {
  const parts: Bytes[] = []
  for (const run of runs) {
    if (parts.length > 0 && sizeOf([...parts, run]) > most) break
    parts.push(run)
  }
  return parts
}

/** Sends a device's runs again that the exchange had and has no more; `mark` is how far it has them. */
export async function sendLost(
  exchange: Exchange,
  asker: Asker,
  device: string,
  mark: Mark | null,
): Promise<void> {
  let runs = await lostRuns(exchange, device, mark)
  while (runs.length > 0) {
    const parts = fill(runs)
    await askAs(exchange, asker, endpoints.push, { mode: 'again', parts })
    runs = runs.slice(parts.length)
  }
}

async function sealOpen(exchange: Exchange): Promise<boolean> {
  const { tables } = exchange
  const keys = await keysNow(exchange)
  const roster = await knownRoster(exchange)
  if (!mayWrite(roleNow(roster, keys.id))) return false
  await setAsideOpen(tables, exchange.now())
  for (let turn = 0; turn < tries; turn += 1) {
    const rows = await openRows(tables, atOnce)
    if (rows.length === 0) return false
    const chain = chainOf(await tables.seen.get(keys.id))
    const planned = plan(rows, keys.id, chain.seq + 1)
    const runs = await sealRuns(exchange, roster, keys, chain, planned)
    if (await keepSealed(tables, keys.id, planned, runs)) return true
  }
  return false
}

/**
 * Sends one question's worth of what waits: sealed runs as they are, the same bytes with every try; else open changes, which
 * are sealed first. Returns how many changes were acknowledged; 0 when nothing waits. `again`: the exchange may have had them.
 */
export async function pushSome(
  exchange: Exchange,
  asker: Asker,
  mode: 'new' | 'again' = 'new',
): Promise<number> {
  const { tables } = exchange
  const roster = await knownRoster(exchange)
  // Whoever may only read by now keeps what waits, and goes on reading.
  if (!mayWrite(roleNow(roster, asker.id))) return 0
  if ((await tables.sealed.count()) === 0 && !(await sealOpen(exchange))) return 0
  const rows = await tables.sealed.orderBy('firstSeq').limit(20).toArray()
  const parts = fill(rows.map(({ bytes }) => concat(new Uint8Array(bytes))))
  const sent = rows.slice(0, parts.length)
  const cursor = await readCursor(exchange)
  const { you, n, hash } = await askAs(exchange, asker, endpoints.push, { mode, parts })
  const last = sent.at(-1)
  const first = sent[0]
  if (!last || !first) return 0
  // It took them and doesn't have them: asking again would never end.
  if (!you || you.seq < last.lastSeq) throw new SyncProblem('broken')
  const count = last.lastSeq - first.firstSeq + 1
  // Nobody else wrote in between: these are the next in the log, and need not be pulled again.
  const log = sent.reduce((before, run) => logHashAfter(before, run.hash), cursor.hash)
  const follows = cursor.n + count === n && log === hash
  await receive(tables, asker.id, { seq: last.lastSeq, cursor: follows ? { n, hash } : undefined })
  return count
}
