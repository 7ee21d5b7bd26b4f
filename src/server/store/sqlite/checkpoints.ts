import { concat, fromHex, toHex } from '../../../shared/bytes.ts'
import type { Base, Checkpoints, KeptCheckpoint } from '../store.ts'
import type { Database } from './database.ts'
import { renumber, runsOf } from './renumber.ts'
import { spaceOf } from './space.ts'

type Row = { id: Uint8Array; maker: Uint8Array; n: number; bytes: Uint8Array; agreed: number }
type WitnessRow = { device: Uint8Array; signature: Uint8Array }
type ChainRow = { device: Uint8Array; seq: number; hash: Uint8Array }

/** A chunk that no checkpoint names is on its way to one; after a day it was left behind. */
const day = 24 * 60 * 60 * 1000

function witnessesOf(database: Database, space: string, id: Uint8Array): KeptCheckpoint['signatures'] {
  const sql = 'select device, signature from witnesses where space = ? and id = ?'
  const rows = database.all(sql, fromHex(space), id) as WitnessRow[]
  return rows.map(({ device, signature }) => ({ device: toHex(device), signature: concat(signature) }))
}

function readAll(database: Database, space: string): KeptCheckpoint[] {
  const sql = 'select id, maker, n, bytes, agreed from checkpoints where space = ? order by n desc, at desc'
  return (database.all(sql, fromHex(space)) as Row[]).map(({ id, n, bytes, agreed }) => ({
    id: toHex(id),
    n,
    bytes: concat(bytes),
    signatures: witnessesOf(database, space, id),
    agreed,
  }))
}

/** Drops a checkpoint; its chunks go with the next sweep. */
export function forgetCheckpoint(database: Database, space: Uint8Array, id: Uint8Array): void {
  for (const table of ['checkpoints', 'witnesses', 'chunk_uses'] as const)
    database.run(`delete from ${table} where space = ? and id = ?`, space, id)
}

/** Drops the chunks that no checkpoint names, of those that came before a time. */
export function dropChunks(database: Database, space: Uint8Array, before = Number.MAX_SAFE_INTEGER): void {
  const sql = `delete from chunks where space = ? and at < ?
    and hash not in (select hash from chunk_uses where space = ?) returning length(bytes) as length`
  const gone = database.all(sql, space, before, space) as { length: number }[]
  const bytes = gone.reduce((sum, { length }) => sum + length, 0)
  database.run('update spaces set bytes = bytes - ? where space = ?', bytes, space)
}

type Put = Parameters<Checkpoints['putCheckpoint']>[1]

function putCheckpoint(
  database: Database,
  space: string,
  put: Put,
  most: number,
): 'kept' | 'unknown' | 'chain' {
  const [spaceId, id] = [fromHex(space), fromHex(put.id)]
  const isHere = (hash: string): boolean =>
    database.get('select 1 from chunks where space = ? and hash = ?', spaceId, fromHex(hash)) !== undefined
  if (!put.chunks.every(isHere)) return 'unknown'
  if (put.base && !rebase(database, space, put.base)) return 'chain'
  const sql = `insert into checkpoints values (?, ?, ?, ?, ?, ?, ?)
    on conflict do update set agreed = case when agreed > 0 then agreed else excluded.agreed end`
  database.run(sql, spaceId, id, fromHex(put.maker), put.n, put.bytes, put.at, put.agreed)
  for (const { device, signature } of put.signatures)
    database.run(
      'insert into witnesses values (?, ?, ?, ?) on conflict do nothing',
      spaceId,
      id,
      fromHex(device),
      signature,
    )
  for (const hash of put.chunks)
    database.run('insert into chunk_uses values (?, ?, ?) on conflict do nothing', spaceId, id, fromHex(hash))
  const all = database.all(
    'select id, maker, n, bytes, agreed from checkpoints where space = ? order by at desc',
    spaceId,
  ) as Row[]
  const waiting = all.filter((one) => one.agreed === 0)
  const isOlder = (one: Row): boolean => toHex(one.maker) === put.maker && toHex(one.id) !== put.id
  const crowded = [...waiting.slice(most), ...(put.agreed > 0 ? [] : waiting.filter(isOlder))]
  // A newer one that stands for another beginning of the log is none of this log.
  const isOutdone = (one: Row): boolean => one.n <= put.n || (put.base !== undefined && one.agreed > 0)
  const outdone = put.agreed > 0 ? all.filter((one) => isOutdone(one) && toHex(one.id) !== put.id) : []
  for (const one of [...crowded, ...outdone]) forgetCheckpoint(database, spaceId, one.id)
  dropChunks(database, spaceId, put.at - day)
  return 'kept'
}

function chainsAt(database: Database, space: string, n: number): ReturnType<typeof rowsOf> {
  const spaceId = fromHex(space)
  // Of a group SQLite takes the other columns from the row that has the greatest one.
  const sql = `select device, max(last_seq) as seq, last_hash as hash from runs
    where space = ? and last_n <= ? group by device`
  const inLog = rowsOf(database.all(sql, spaceId, n) as ChainRow[])
  const atBase = rowsOf(
    database.all('select device, seq, hash from reached where space = ?', spaceId) as ChainRow[],
  )
  const further = new Set(inLog.map(({ device }) => device))
  return [...inLog, ...atBase.filter(({ device }) => !further.has(device))]
}

const rowsOf = (rows: readonly ChainRow[]): { device: string; seq: number; hash: string }[] =>
  rows.map(({ device, seq, hash }) => ({ device: toHex(device), seq, hash: toHex(hash) }))

function rebase(database: Database, space: string, { n, hash, reach }: Base): boolean {
  const spaceId = fromHex(space)
  const ends = new Map(reach.map(({ device, seq }) => [device, seq]))
  const end = (device: Uint8Array): number => ends.get(toHex(device)) ?? 0
  const isSplit = runsOf(database, space).some(
    ({ device, first_seq, last_seq }) => first_seq <= end(device) && last_seq > end(device),
  )
  if (isSplit) return false
  renumber(database, space, { n, hash }, ({ device, last_seq }) => last_seq <= end(device))
  database.run('update spaces set base_n = ?, base_hash = ? where space = ?', n, fromHex(hash), spaceId)
  database.run('delete from reached where space = ?', spaceId)
  for (const one of reach) {
    const [device, last] = [fromHex(one.device), fromHex(one.hash)]
    database.run('insert into reached values (?, ?, ?, ?)', spaceId, device, one.seq, last)
    const sql = `insert into chains values (?, ?, ?, ?, ?) on conflict do update set
      seq = excluded.seq, hash = excluded.hash, roster_index = excluded.roster_index where seq < excluded.seq`
    database.run(sql, spaceId, device, one.seq, last, one.index)
  }
  return true
}

export const checkpointsOf = (database: Database): Checkpoints => ({
  checkpoints: async (space) => readAll(database, space),
  putCheckpoint: async (space, put, most) => database.write(() => putCheckpoint(database, space, put, most)),
  putChunk: async (space, { hash, bytes, at }, most) =>
    database.write(() => {
      const [spaceId, name] = [fromHex(space), fromHex(hash)]
      if (database.get('select 1 from chunks where space = ? and hash = ?', spaceId, name)) return 'kept'
      if ((spaceOf(database, space)?.bytes ?? 0) + bytes.length > most) return 'full'
      database.run('insert into chunks values (?, ?, ?, ?)', spaceId, name, bytes, at)
      database.run('update spaces set bytes = bytes + ? where space = ?', bytes.length, spaceId)
      return 'kept'
    }),
  chunk: async (space, hash) => {
    const sql = 'select bytes from chunks where space = ? and hash = ?'
    const row = database.get(sql, fromHex(space), fromHex(hash)) as { bytes: Uint8Array } | undefined
    return row && concat(row.bytes)
  },
  chainsAt: async (space, n) => chainsAt(database, space, n),
  rebase: async (space, base) => {
    const isDone = database.write(() => rebase(database, space, base))
    // Years of changes lay there.
    if (isDone) database.shrink()
    return isDone
  },
})
