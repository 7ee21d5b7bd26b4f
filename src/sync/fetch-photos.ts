import { openPiece } from '../crypto/photo.ts'
import { Problem } from '../crypto/problem.ts'
import { textOf } from '../records/fields.ts'
import { concat, toHex, type Bytes } from '../shared/bytes.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import { sha256 } from '../shared/hash.ts'
import { Refused } from './ask.ts'
import type { Exchange } from './exchange.ts'
import { sealingOf, type Sealing } from './photo-pieces.ts'
import { askAs, type Asker } from './token.ts'

/** One piece, checked against its record; undefined if the others haven't sent it, or if it isn't what they sent. */
async function fetchPiece(
  exchange: Exchange,
  asker: Asker,
  photo: string,
  { key, pieces }: Sealing,
  index: number,
): Promise<Bytes | undefined> {
  try {
    const { parts } = await askAs(exchange, asker, endpoints.getPhoto, { photo, index })
    const [sealed] = parts
    if (!sealed || toHex(await sha256(sealed)) !== pieces[index]) return undefined
    return await openPiece(key, { spaceId: exchange.space, photo, index, count: pieces.length }, sealed)
  } catch (error) {
    if (error instanceof Problem || (error instanceof Refused && error.reason === 'unknown')) return undefined
    throw error
  }
}

/** Fetches a photo's bytes; false if the others haven't sent all of them yet. */
export async function fetchPhotoHere(exchange: Exchange, asker: Asker, id: string): Promise<boolean> {
  const { tables } = exchange
  const row = await tables.records.get(id)
  const sealing = sealingOf(row)
  if (!row || !sealing) return false
  const pieces: Bytes[] = []
  for (let index = 1; index < sealing.pieces.length; index += 1) {
    const piece = await fetchPiece(exchange, asker, id, sealing, index)
    if (!piece) return false
    pieces.push(piece)
  }
  const type = textOf(row.fields, 'type') || 'image/jpeg'
  await tables.photos.put({ id, type, bytes: concat(...pieces).buffer })
  return true
}

/** Fetches the thumbnails that are missing here: small, and lists look bare without them. */
export async function fetchThumbs(exchange: Exchange, asker: Asker): Promise<void> {
  const { tables } = exchange
  const rows = tables.records.where('[list+sort]').between(['photo', ''], ['photo', '\uffff'], true, true)
  const ids = await rows.primaryKeys()
  const here = new Set(await tables.thumbs.toCollection().primaryKeys())
  for (const id of ids.filter((one) => !here.has(one))) {
    const row = await tables.records.get(id)
    const sealing = sealingOf(row)
    const thumb = sealing && (await fetchPiece(exchange, asker, id, sealing, 0))
    if (thumb) await tables.thumbs.put({ id, type: 'image/jpeg', bytes: thumb.buffer })
  }
}
