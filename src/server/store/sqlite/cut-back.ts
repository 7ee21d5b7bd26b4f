import { fromHex, toHex } from '../../../shared/bytes.ts'
import type { Step } from '../store.ts'
import type { Database } from './database.ts'
import { renumber } from './renumber.ts'
import { spaceOf } from './space.ts'

export type Marked = Step['marks'][number]

type End = { last_hash: Uint8Array } | undefined

/** The hash of a device's chain where one of its runs ends, or where the log begins. */
export function hashOfEnd(
  database: Database,
  space: string,
  device: string,
  seq: number,
): string | undefined {
  const [spaceId, deviceId] = [fromHex(space), fromHex(device)]
  const inLog = 'select last_hash from runs where space = ? and device = ? and last_seq = ?'
  const atBase = 'select hash as last_hash from reached where space = ? and device = ? and seq = ?'
  const end = (database.get(inLog, spaceId, deviceId, seq) ??
    database.get(atBase, spaceId, deviceId, seq)) as End
  return end && toHex(end.last_hash)
}

/** Drops what a device wrote behind its mark. False if its chain never came to this mark. */
export function cutBack(database: Database, space: string, { device, seq, hash }: Marked): boolean {
  const base = spaceOf(database, space)?.base
  if (!base || (seq > 0 && hashOfEnd(database, space, device, seq) !== hash)) return false
  renumber(database, space, base, (row) => toHex(row.device) === device && row.last_seq > seq)
  const [spaceId, deviceId] = [fromHex(space), fromHex(device)]
  if (seq === 0) database.run('delete from chains where space = ? and device = ?', spaceId, deviceId)
  else {
    const sql = 'update chains set seq = ?, hash = ? where space = ? and device = ?'
    database.run(sql, seq, fromHex(hash), spaceId, deviceId)
  }
  return true
}
