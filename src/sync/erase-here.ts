import { eraseRecords } from '../db/erase.ts'
import type { ChunkRow } from '../db/tables.ts'
import { concat } from '../shared/bytes.ts'
import { chunksOf } from '../shared/checkpoint/erased.ts'
import { erasedBytes } from '../shared/erasing.ts'
import type { Roster } from '../shared/roster/roster.ts'
import { sealText, textIn } from './checkpoint/chunks.ts'
import { keptStatement } from './checkpoint/kept.ts'
import { withoutLines } from './checkpoint/text.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { keyOfEpoch } from './keys.ts'
import { runIn } from './open-run.ts'

type Ids = ReadonlySet<string>

/** Rows of the log that are read at once: each may hold two megabytes. */
const atOnce = 20

/** Takes ciphertexts out of the runs that are kept here. */
async function eraseLog({ tables: { log, frozen } }: Exchange, ids: Ids): Promise<void> {
  const keys = await log.toCollection().primaryKeys()
  for (let at = 0; at < keys.length; at += atOnce) {
    const rows = await log.bulkGet(keys.slice(at, at + atOnce))
    const left = rows.flatMap((row) => {
      const bytes = row && erasedBytes(new Uint8Array(row.bytes), ids)
      return row && bytes ? [{ ...row, bytes: bytes.buffer }] : []
    })
    await log.bulkPut(left)
  }
  for (const row of await frozen.toArray()) {
    const bytes = runIn(row.bytes) && erasedBytes(new Uint8Array(row.bytes), ids)
    if (bytes) await frozen.put({ ...row, bytes: bytes.buffer })
  }
}

/** Tells that chunks lie here under a seal of this device's own: the exchange has them under another one (`mendChunks`). */
export const ownChunksKey = 'ownChunks'

/** Seals the chunks of the checkpoint that is kept here anew, with gaps. One that can't be opened any more can't say anything either. */
async function eraseChunks(exchange: Exchange, roster: Roster, ids: Ids): Promise<void> {
  const { tables, random } = exchange
  const statement = (await keptStatement(exchange))?.statement
  const key = statement && (await keyOfEpoch(exchange, roster, statement.epoch))
  if (!statement || !key) return
  const { space, n, chunks } = statement
  for (const index of chunksOf(statement, [...ids])) {
    const row = await tables.chunks.get(index)
    const text = row && (await textIn(key, statement, index, new Uint8Array(row.bytes)))
    if (!text) continue
    const place = { space, n, index, count: chunks.length }
    const sealed = await sealText(key, place, withoutLines(text, ids), random)
    const after: ChunkRow = { index, bytes: concat(sealed).buffer }
    await tables.transaction('rw', [tables.chunks, tables.meta], async () => {
      await tables.chunks.put(after)
      await tables.meta.put({ key: ownChunksKey, value: '1' })
    })
  }
}

/** What is erased by this roster, and not yet here. */
async function missingHere({ tables }: Exchange, { erased }: Roster): Promise<string[]> {
  if (erased.size === 0) return []
  const here = new Set(await tables.erased.toCollection().primaryKeys())
  return [...erased].filter((id) => !here.has(id))
}

const namedBy = ({ erasures }: Roster, me: string): ReadonlySet<string> =>
  new Set(erasures.flatMap(({ by, body }) => (by === me ? [...body.records, ...body.photos] : [])))

/**
 * Erases here what the roster says is erased, before anything else is taken or sent: also after a year, and again where it was cut off.
 * What this device had written of it and not sent is set aside, unless it was this device that erased.
 */
export async function eraseHere(exchange: Exchange, roster: Roster): Promise<void> {
  const { tables, now, kept } = exchange
  if (kept.erasedTo === roster.heads.length) return
  const missing = await missingHere(exchange, roster)
  if (missing.length > 0) {
    const ids = new Set(missing)
    await eraseLog(exchange, ids)
    await eraseChunks(exchange, roster, ids)
    const mine = namedBy(roster, (await keysNow(exchange)).id)
    const [own, others] = [missing.filter((id) => mine.has(id)), missing.filter((id) => !mine.has(id))]
    // A clock that is years behind must not make the month of what is set aside begin then.
    const at = Math.max(now(), (await tables.roster.orderBy('index').last())?.at ?? 0)
    if (others.length > 0) await eraseRecords(tables, others, { at, keepUnsent: true })
    if (own.length > 0) await eraseRecords(tables, own, { at, keepUnsent: false })
  }
  kept.erasedTo = roster.heads.length
}
