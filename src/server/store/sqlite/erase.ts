import { concat, fromHex, toHex } from '../../../shared/bytes.ts'
import { erasedBytes } from '../../../shared/erasing.ts'
import type { Erasure } from '../store.ts'
import { dropChunks, forgetCheckpoint } from './checkpoints.ts'
import type { Database } from './database.ts'

type IdRow = { id: Uint8Array; agreed: number }
type Length = { length: number }

const lengthOf = (rows: readonly Length[]): number => rows.reduce((sum, { length }) => sum + length, 0)

/** Takes the ciphertexts out of the log; returns how many bytes it is shorter. Rows are read one by one: all of them may be many. */
function eraseLog(database: Database, space: Uint8Array, records: ReadonlySet<string>): number {
  const places = database.all('select last_n from runs where space = ? order by last_n', space) as {
    last_n: number
  }[]
  let freed = 0
  for (const { last_n: place } of places) {
    const row = database.get('select bytes from runs where space = ? and last_n = ?', space, place)
    const bytes = concat(row?.['bytes'] as Uint8Array)
    const left = erasedBytes(bytes, records)
    if (!left) continue
    database.run('update runs set bytes = ? where space = ? and last_n = ?', left, space, place)
    freed += bytes.length - left.length
  }
  return freed
}

/** Drops checkpoints that wait for a second member, and puts the chunks in their places that were sealed anew. */
function eraseCheckpoints(
  database: Database,
  space: Uint8Array,
  { checkpoint }: Erasure,
): 'kept' | 'head' | 'unknown' {
  const rows = database.all('select id, agreed from checkpoints where space = ?', space) as IdRow[]
  const agreed = rows.find((row) => row.agreed > 0)
  // It was outdone by another one since it was looked at.
  if ((agreed && toHex(agreed.id)) !== checkpoint?.id) return 'head'
  for (const { id } of rows.filter((row) => row.agreed === 0)) forgetCheckpoint(database, space, id)
  if (agreed && checkpoint) {
    const isHere = (hash: string): boolean =>
      database.get('select 1 from chunks where space = ? and hash = ?', space, fromHex(hash)) !== undefined
    if (checkpoint.chunks?.every(isHere)) {
      database.run('delete from chunk_uses where space = ? and id = ?', space, agreed.id)
      for (const hash of new Set(checkpoint.chunks))
        database.run('insert into chunk_uses values (?, ?, ?)', space, agreed.id, fromHex(hash))
    } else if (checkpoint.orDrop) forgetCheckpoint(database, space, agreed.id)
    else return 'unknown'
  }
  dropChunks(database, space)
  return 'kept'
}

/** Takes out of a space what is to be forgotten, inside a transaction. 'head' and 'unknown' as with `append`; then all is to be undone. */
export function eraseIn(database: Database, space: string, erasure: Erasure): 'kept' | 'head' | 'unknown' {
  const spaceId = fromHex(space)
  const kept = eraseCheckpoints(database, spaceId, erasure)
  if (kept !== 'kept') return kept
  let freed = eraseLog(database, spaceId, new Set(erasure.records))
  for (const photo of erasure.photos) {
    const sql = 'delete from pieces where space = ? and photo = ? returning length(bytes) as length'
    freed += lengthOf(database.all(sql, spaceId, fromHex(photo)) as Length[])
  }
  for (const device of erasure.leftovers)
    database.run('delete from leftovers where space = ? and device = ?', spaceId, fromHex(device))
  database.run('update spaces set bytes = bytes - ? where space = ?', freed, spaceId)
  return 'kept'
}
