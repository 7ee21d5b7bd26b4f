import { fromHex, toHex } from '../../../shared/bytes.ts'
import type { Space } from '../store.ts'
import type { Database } from './database.ts'

type SpaceRow = {
  n: number
  bytes: number
  entries: number
  head: Uint8Array
  base_n: number
  base_hash: Uint8Array
}
/** The row of a space; inside a transaction it holds until its end. */
export function spaceOf(database: Database, space: string): Space | undefined {
  const sql = 'select n, bytes, entries, head, base_n, base_hash from spaces where space = ?'
  const row = database.get(sql, fromHex(space)) as SpaceRow | undefined
  if (!row) return undefined
  const { n, bytes, entries, head, base_n, base_hash } = row
  return { n, bytes, entries, head: toHex(head), base: { n: base_n, hash: toHex(base_hash) } }
}
