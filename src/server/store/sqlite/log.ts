import { fromHex, toHex, type Bytes } from '../../../shared/bytes.ts'
import { emptyLog, logHashAfter } from '../../../shared/log-hash.ts'
import { noChain, type Chain } from '../../../shared/roster/writing.ts'
import type { KeptRun, Log, Logged } from '../store.ts'
import { hashOfEnd } from './cut-back.ts'
import type { Database } from './database.ts'
import { spaceOf } from './space.ts'

type ChainRow = { seq: number; hash: Uint8Array; roster_index: number }
/** SQLite gives each value on a buffer of its own. */
type RunRow = { last_n: number; log_hash: Uint8Array; bytes: Bytes }
type HashRow = { hash: Uint8Array }

function chainOf(database: Database, space: string, device: string): Chain {
  const sql = 'select seq, hash, roster_index from chains where space = ? and device = ?'
  const row = database.get(sql, fromHex(space), fromHex(device)) as ChainRow | undefined
  return row ? { seq: row.seq, hash: toHex(row.hash), rosterIndex: row.roster_index } : noChain
}

const hashIn = (row: HashRow | undefined): string | undefined => row && toHex(row.hash)

/** What the log is after the run that ends at n, or where it begins. */
function logHashAt(database: Database, space: string, n: number): string | undefined {
  const base = spaceOf(database, space)?.base
  if (base?.n === n) return base.hash
  const sql = 'select log_hash as hash from runs where space = ? and last_n = ?'
  return hashIn(database.get(sql, fromHex(space), n) as HashRow | undefined)
}

/** Thrown inside a transaction to undo what it did so far. */
class Moved extends Error {}

/** Takes the run as the envelopes up to `lastN`, after which the log is `logHash`. Throws Moved if it doesn't follow upon its device's chain. */
function addRun(database: Database, space: string, run: KeptRun, lastN: number, logHash: string): void {
  const { seq, hash } = chainOf(database, space, run.device)
  if (run.firstSeq !== seq + 1 || run.prevHash !== hash) throw new Moved()
  const [spaceId, device, lastHash] = [fromHex(space), fromHex(run.device), fromHex(run.lastHash)]
  const firstN = lastN - (run.lastSeq - run.firstSeq)
  database.run(
    'insert into runs values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    spaceId,
    lastN,
    firstN,
    device,
    run.firstSeq,
    run.lastSeq,
    lastHash,
    fromHex(logHash),
    run.bytes,
  )
  database.run(
    `insert into chains values (?, ?, ?, ?, ?)
     on conflict do update set seq = excluded.seq, hash = excluded.hash, roster_index = excluded.roster_index`,
    spaceId,
    device,
    run.lastSeq,
    lastHash,
    run.rosterIndex,
  )
}

function addRuns(database: Database, space: string, head: string, runs: readonly KeptRun[], most: number) {
  const before = spaceOf(database, space)
  if (before?.head !== head) return 'moved'
  const bytes = runs.reduce((sum, run) => sum + run.bytes.length, before.bytes)
  if (bytes > most) return 'full'
  let { n } = before
  let hash = logHashAt(database, space, n) ?? emptyLog
  for (const run of runs) {
    n += run.lastSeq - run.firstSeq + 1
    hash = logHashAfter(hash, run.lastHash)
    addRun(database, space, run, n, hash)
  }
  database.run('update spaces set n = ?, bytes = ? where space = ?', n, bytes, fromHex(space))
  return 'kept'
}

function readLog(database: Database, space: string, after: number, most: number) {
  const sql = 'select last_n, log_hash, bytes from runs where space = ? and last_n > ? order by last_n'
  const runs: Logged[] = []
  let sum = 0
  const rows = database.each(sql, fromHex(space), after) as IterableIterator<RunRow>
  for (const row of rows) {
    sum += row.bytes.length
    if (runs.length > 0 && sum > most) return { runs, more: true }
    runs.push({ n: row.last_n, hash: toHex(row.log_hash), bytes: row.bytes })
  }
  return { runs, more: false }
}

export const logOf = (database: Database): Log => ({
  chain: async (space, device) => chainOf(database, space, device),
  chains: async (space) => {
    const sql = 'select device, seq, hash from chains where space = ?'
    const rows = database.all(sql, fromHex(space)) as { device: Uint8Array; seq: number; hash: Uint8Array }[]
    return rows.map(({ device, seq, hash }) => ({ device: toHex(device), seq, hash: toHex(hash) }))
  },
  hashOf: async (space, device, lastSeq) => hashOfEnd(database, space, device, lastSeq),
  reached: async (space, device) => {
    const sql = 'select seq from reached where space = ? and device = ?'
    return Number(database.get(sql, fromHex(space), fromHex(device))?.['seq'] ?? 0)
  },
  addRuns: async (space, head, runs, most) => {
    try {
      return database.write(() => addRuns(database, space, head, runs, most))
    } catch (error) {
      if (error instanceof Moved) return 'moved'
      throw error
    }
  },
  hashAt: async (space, n) => logHashAt(database, space, n),
  log: async (space, n, most) => readLog(database, space, n, most),
  visit: async (space, device, at) => {
    const sql = 'insert into visits values (?, ?, ?) on conflict do update set at = excluded.at'
    database.run(sql, fromHex(space), fromHex(device), at)
  },
  visits: async (space) => {
    const sql = 'select device, at from visits where space = ?'
    const rows = database.all(sql, fromHex(space)) as { device: Uint8Array; at: number }[]
    return rows.map(({ device, at }) => ({ device: toHex(device), at }))
  },
})
