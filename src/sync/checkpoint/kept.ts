import type { RecordState } from '../../db/merge.ts'
import { readStatement, type Statement } from '../../shared/checkpoint/statement.ts'
import type { Roster } from '../../shared/roster/roster.ts'
import type { Exchange } from '../exchange.ts'
import { keyOfEpoch } from '../keys.ts'
import { recordsIn, textIn } from './chunks.ts'
import type { Fold } from './fold.ts'

/** What a device goes by, since when, and whether the log that it covers was dropped here. */
type Kept = { readonly statement: Statement; readonly at: number; readonly isDropped: boolean }

/** The checkpoint that this device goes by; undefined for none. */
export async function keptStatement({ tables }: Pick<Exchange, 'tables'>): Promise<Kept | undefined> {
  const row = await tables.checkpoint.get('agreed')
  if (!row) return undefined
  const bytes = new Uint8Array(row.bytes)
  return { statement: readStatement(bytes), at: row.at, isDropped: row.isDropped === true }
}

/** What a fold begins from here: nothing, or the checkpoint that is kept. Undefined if that doesn't open any more. */
export async function beginFold(exchange: Exchange, roster: Roster): Promise<Fold | undefined> {
  const kept = await keptStatement(exchange)
  if (!kept) return { records: new Map(), seen: {} }
  const { statement } = kept
  const key = await keyOfEpoch(exchange, roster, statement.epoch)
  const records = new Map<string, RecordState>()
  for (const { index, bytes } of await exchange.tables.chunks.orderBy('index').toArray()) {
    const text = key && (await textIn(key, statement, index, new Uint8Array(bytes)))
    const read = text && recordsIn(text, roster.erased)
    if (!read) return undefined
    for (const [id, state] of read) records.set(id, state)
  }
  const seen = Object.fromEntries(statement.reach.map(({ device, seq }) => [device, seq]))
  return { records, seen }
}
