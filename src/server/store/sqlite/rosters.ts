import { concat, fromHex, toHex } from '../../../shared/bytes.ts'
import { readParts, writeParts } from '../../../shared/exchange/codec.ts'
import { emptyLog, logHashAfter } from '../../../shared/log-hash.ts'
import { noChain } from '../../../shared/roster/writing.ts'
import type { KeptEntry, Rosters, Space, Step } from '../store.ts'
import type { Database } from './database.ts'

type SpaceRow = { n: number; bytes: number; entries: number; head: Uint8Array }
type EntryRow = { bytes: Uint8Array; signatures: Uint8Array; at: number }
type ChainRow = { seq: number; hash: Uint8Array }

/** The row of a space; inside a transaction it holds until its end. */
export function spaceOf(database: Database, space: string): Space | undefined {
  const row = database.get('select n, bytes, entries, head from spaces where space = ?', fromHex(space)) as
    SpaceRow | undefined
  return row && { n: row.n, bytes: row.bytes, entries: row.entries, head: toHex(row.head) }
}

function addEntry(database: Database, space: string, index: number, entry: KeptEntry): void {
  const signatures = writeParts(entry.signatures)
  const sql = 'insert into entries values (?, ?, ?, ?, ?)'
  database.run(sql, fromHex(space), index, entry.bytes, signatures, entry.at)
}

type Marked = Step['marks'][number]

type RunRow = {
  last_n: number
  first_n: number
  device: Uint8Array
  last_seq: number
  last_hash: Uint8Array
  length: number
}

/** Drops what a device wrote behind its mark. False if its chain never came to this mark. */
function cutBack(database: Database, space: string, { device, seq, hash }: Marked): boolean {
  const [spaceId, deviceId] = [fromHex(space), fromHex(device)]
  const end = database.get(
    'select last_hash from runs where space = ? and device = ? and last_seq = ?',
    spaceId,
    deviceId,
    seq,
  ) as { last_hash: Uint8Array } | undefined
  if (seq > 0 && (!end || toHex(end.last_hash) !== hash)) return false
  // The numbers have no gaps: what follows moves up, and whoever was further begins anew.
  let [gone, bytes, log] = [0, 0, emptyLog]
  const rows = database.all(
    'select last_n, first_n, device, last_seq, last_hash, length(bytes) as length from runs where space = ? order by last_n',
    spaceId,
  ) as RunRow[]
  for (const row of rows) {
    if (toHex(row.device) === device && row.last_seq > seq) {
      database.run('delete from runs where space = ? and last_n = ?', spaceId, row.last_n)
      gone += row.last_n - row.first_n + 1
      bytes += row.length
    } else {
      log = logHashAfter(log, toHex(row.last_hash))
      const sql = 'update runs set last_n = ?, first_n = ?, log_hash = ? where space = ? and last_n = ?'
      if (gone > 0)
        database.run(sql, row.last_n - gone, row.first_n - gone, fromHex(log), spaceId, row.last_n)
    }
  }
  database.run('update spaces set bytes = bytes - ?, n = n - ? where space = ?', bytes, gone, spaceId)
  if (seq === 0) database.run('delete from chains where space = ? and device = ?', spaceId, deviceId)
  else {
    const sql = 'update chains set seq = ?, hash = ? where space = ? and device = ?'
    database.run(sql, seq, fromHex(hash), spaceId, deviceId)
  }
  return true
}

/** Whether a chain ends at its mark, or can be made to. */
function endsAt(
  database: Database,
  space: string,
  mark: Marked,
  { isAgain, mayLag }: Pick<Step, 'isAgain' | 'mayLag'>,
): boolean {
  const sql = 'select seq, hash from chains where space = ? and device = ?'
  const row = database.get(sql, fromHex(space), fromHex(mark.device)) as ChainRow | undefined
  const { seq, hash } = row ? { seq: row.seq, hash: toHex(row.hash) } : noChain
  if (seq === mark.seq && hash === mark.hash) return true
  // What is still missing up to there comes again as well.
  if (seq < mark.seq) return isAgain || mayLag === true
  return isAgain && cutBack(database, space, mark)
}

/** Thrown inside a transaction to undo what it did so far. */
class Undone extends Error {}

type Appended = 'kept' | 'head' | 'full'

function orUndone(database: Database, job: () => Appended): Appended | 'cutoff' {
  try {
    return database.write(job)
  } catch (error) {
    if (error instanceof Undone) return 'cutoff'
    throw error
  }
}

export const rostersOf = (database: Database): Rosters => ({
  found: async (space, head, entry) =>
    database.write(() => {
      const sql = 'insert into spaces values (?, 0, ?, 1, ?) on conflict do nothing'
      const isNew = database.run(sql, fromHex(space), entry.bytes.length, fromHex(head)) > 0
      if (isNew) addEntry(database, space, 0, entry)
    }),
  space: async (space) => spaceOf(database, space),
  entries: async (space, from) => {
    const sql = 'select bytes, signatures, at from entries where space = ? and idx >= ? order by idx'
    const rows = database.all(sql, fromHex(space), from) as EntryRow[]
    return rows.map(({ bytes, signatures, at }) => ({
      bytes: concat(bytes),
      signatures: readParts(signatures),
      at,
    }))
  },
  append: async (space, { after, head, entry, marks, isAgain, mayLag = false }, most = Infinity) =>
    orUndone(database, () => {
      const before = spaceOf(database, space)
      if (before?.head !== after) return 'head'
      if (!marks.every((mark) => endsAt(database, space, mark, { isAgain, mayLag }))) throw new Undone()
      if (before.bytes + entry.bytes.length > most) return 'full'
      addEntry(database, space, before.entries, entry)
      const sql = 'update spaces set entries = entries + 1, head = ?, bytes = bytes + ? where space = ?'
      database.run(sql, fromHex(head), entry.bytes.length, fromHex(space))
      return 'kept'
    }),
  keepSlip: async (slip, space) =>
    database.write(() => {
      const sql = 'insert into slips values (?, ?) on conflict do nothing'
      database.run(sql, fromHex(slip), fromHex(space))
      return spaceOfSlip(database, slip) === space
    }),
  spaceOfSlip: async (slip) => spaceOfSlip(database, slip),
})

function spaceOfSlip(database: Database, slip: string): string | undefined {
  const row = database.get('select space from slips where slip = ?', fromHex(slip)) as
    { space: Uint8Array } | undefined
  return row && toHex(row.space)
}
