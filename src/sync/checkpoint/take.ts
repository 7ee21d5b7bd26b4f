import { finishCheckpoint, takeRecords } from '../../db/exchange/take-checkpoint.ts'
import { cursorKey } from '../../db/exchange/receive.ts'
import type { ChunkRow, SeenRow } from '../../db/tables.ts'
import { concat, type Bytes } from '../../shared/bytes.ts'
import { endpoints, type Cursor } from '../../shared/exchange/endpoints.ts'
import type { Roster } from '../../shared/roster/roster.ts'
import { Refused } from '../ask.ts'
import { readChains } from '../chains.ts'
import type { Exchange } from '../exchange.ts'
import { keyOfEpoch } from '../keys.ts'
import { askAs, type Asker } from '../token.ts'
import { hashOfChunk, recordsIn, textIn } from './chunks.ts'
import { askKnown, type Known } from './known.ts'

/** The sealed chunk of this hash; undefined if the exchange doesn't have it, or says another one is. */
export async function askChunk(exchange: Exchange, asker: Asker, hash: string): Promise<Bytes | undefined> {
  try {
    const [sealed] = (await askAs(exchange, asker, endpoints.getChunk, { hash })).parts
    return sealed && hashOfChunk(sealed) === hash ? sealed : undefined
  } catch (error) {
    if (error instanceof Refused && error.reason === 'unknown') return undefined
    throw error
  }
}

const seenOf = ({ statement }: Known): SeenRow[] =>
  statement.reach.map(({ device, seq, hash, index }) => ({ device, seq, hash, rosterIndex: index }))

/** A checkpoint as it is kept on a device. */
export const rowOf = ({ bytes, witnesses }: Known, at: number) => ({
  key: 'agreed' as const,
  bytes: concat(bytes).buffer,
  signatures: witnesses,
  at,
})

/** Joins all chunks with what lies here. Undefined, and nothing is seen by it, if one of them isn't what was signed. */
async function takeAll(
  exchange: Exchange,
  asker: Asker,
  roster: Roster,
  known: Known,
  heardAt: (written: number) => number,
): Promise<number | undefined> {
  const { tables, now } = exchange
  const { statement } = known
  const key = await keyOfEpoch(exchange, roster, statement.epoch)
  const reach = seenOf(known)
  const chunks: ChunkRow[] = []
  const ids = new Set<string>()
  const ask = (hash: string | undefined) => (hash === undefined ? undefined : askChunk(exchange, asker, hash))
  let next = ask(known.chunks[0])
  let taking = Promise.resolve()
  try {
    for (const index of known.chunks.keys()) {
      const sealed = await next
      next = ask(known.chunks[index + 1])
      next?.catch(() => undefined)
      const text = key && sealed && (await textIn(key, statement, index, sealed))
      const piece = text && recordsIn(text, roster.erased)
      if (!sealed || !piece) return undefined
      chunks.push({ index, bytes: concat(sealed).buffer })
      for (const id of piece.keys()) ids.add(id)
      // The next one is fetched and opened while this one is written down.
      await taking
      taking = takeRecords(tables, piece, reach, heardAt)
      taking.catch(() => undefined)
    }
  } finally {
    await taking
  }
  const { n, hash } = statement
  const taken = { row: rowOf(known, now()), chunks, reach, cursor: { n, hash } }
  await finishCheckpoint(tables, taken, ids, heardAt)
  return ids.size
}

/**
 * Goes on from the newest checkpoint that was agreed on: takes it in, if it says anything that isn't here yet. Returns where in the
 * log that is; undefined if there is none that holds. 'copy' if it knows more of me than I do: two members have vouched for what
 * somebody else wrote under my name.
 */
export async function takeLatest(
  exchange: Exchange,
  asker: Asker,
  roster: Roster,
  heardAt: (written: number) => number,
): Promise<{ readonly cursor: Cursor; readonly count: number } | 'copy' | undefined> {
  const latest = (await askKnown(exchange, asker, roster)).find(({ isAgreed }) => isAgreed)
  if (!latest) return undefined
  const { reach, n, hash } = latest.statement
  const chains = await readChains(exchange.tables)
  const isNew = reach.filter(({ device, seq }) => seq > (chains.get(device)?.seq ?? 0))
  const cursor = { n, hash }
  if (isNew.some(({ device }) => device === asker.id)) return 'copy'
  if (isNew.length === 0) {
    await exchange.tables.meta.put({ key: cursorKey, value: JSON.stringify(cursor) })
    return { cursor, count: 0 }
  }
  const count = await takeAll(exchange, asker, roster, latest, heardAt)
  return count === undefined ? undefined : { cursor, count }
}
