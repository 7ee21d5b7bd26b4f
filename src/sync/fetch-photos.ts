import { openPiece } from '../crypto/photo.ts'
import { Problem } from '../crypto/problem.ts'
import { keepsAllPhotos, photoIds } from '../db/photos-here.ts'
import { isNearlyFull, readRoom } from '../db/room.ts'
import type { Row } from '../db/show.ts'
import { textOf } from '../records/fields.ts'
import { concat, toHex, type Bytes } from '../shared/bytes.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import { sha256 } from '../shared/hash.ts'
import { Refused } from './ask.ts'
import { askerOf } from './copy.ts'
import type { Exchange } from './exchange.ts'
import { piecesThere, sealingOf, type Sealing } from './photo-pieces.ts'
import { chunksOf, forThumbs, inTurn, type Turn } from './photo-turn.ts'
import { knownRoster } from './roster.ts'
import { askAs, type Asker } from './token.ts'

/** Photos that the exchange is asked about in one question, and those that are fetched at once: small pictures, whole photos. */
const askedAtOnce = 100
const thumbsAtOnce = 6
const photosAtOnce = 3

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

async function fetchPieces(exchange: Exchange, asker: Asker, id: string): Promise<boolean> {
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

/** Fetches a photo's bytes, once for all who ask meanwhile; false if the others haven't sent all of them yet. */
export function fetchPhotoHere(exchange: Exchange, asker: Asker, id: string): Promise<boolean> {
  const { coming } = exchange.kept
  const fetching = coming.get(id) ?? fetchPieces(exchange, asker, id).finally(() => coming.delete(id))
  coming.set(id, fetching)
  return fetching
}

type Kind = 'thumbs' | 'photos'

/** Photos that stand in the notebook and lie not here, the newest first: of all of them ids alone are read, in every round. */
async function missingPhotos({ tables }: Exchange, kind: Kind): Promise<readonly string[]> {
  const [all, lie] = await Promise.all([photoIds(tables), tables[kind].toCollection().primaryKeys()])
  const here = new Set(lie)
  return all.filter((id) => !here.has(id))
}

type Sealed = { readonly row: Row; readonly sealing: Sealing }

/** Those of a hundred photos that can be had: sealed by somebody, and wholly or with their small picture at the exchange. */
async function findThere(
  exchange: Exchange,
  asker: Asker,
  ids: string[],
  kind: Kind,
  turn: Turn,
): Promise<Sealed[]> {
  const rows = await exchange.tables.records.bulkGet(ids)
  const sealed = rows.flatMap((row) => {
    const sealing = sealingOf(row)
    return row && sealing ? [{ row, sealing }] : []
  })
  // Of a few it takes no more to ask for each.
  if (sealed.length <= thumbsAtOnce && kind === 'thumbs') return sealed
  if (sealed.length === 0 || !turn(1)) return []
  const there = await piecesThere(
    exchange,
    asker,
    sealed.map(({ row }) => row.id),
  )
  return sealed.filter(({ row, sealing }) => {
    const pieces = there.get(row.id) ?? new Set()
    return kind === 'thumbs' ? pieces.has(0) : sealing.pieces.every((_, index) => pieces.has(index))
  })
}

/** Fetches the thumbnails that are missing here, a few at once: small, and lists look bare without them. */
export async function fetchThumbs(exchange: Exchange, asker: Asker): Promise<void> {
  const { tables } = exchange
  const missing = await missingPhotos(exchange, 'thumbs')
  await inTurn(exchange, 0, async (turn) => {
    for (const ids of chunksOf(missing, askedAtOnce)) {
      const there = await findThere(exchange, asker, ids, 'thumbs', turn)
      for (const some of chunksOf(there, thumbsAtOnce)) {
        if (!turn(some.length)) return
        const thumbs = await Promise.all(
          some.map(async ({ row: { id }, sealing }) => {
            const thumb = await fetchPiece(exchange, asker, id, sealing, 0)
            return thumb ? [{ id, type: 'image/jpeg', bytes: thumb.buffer }] : []
          }),
        )
        await tables.thumbs.bulkPut(thumbs.flat())
      }
    }
  })
}

/**
 * Where all photos are to lie on this device: fetches some of those that don't yet, the newest first, until the device is nearly
 * full. After everything else: nothing waits for it.
 */
export async function fetchKept(exchange: Exchange): Promise<void> {
  const { tables, estimate } = exchange
  const isFull = async (): Promise<boolean> => {
    const room = await readRoom(estimate)
    return room !== undefined && isNearlyFull(room)
  }
  if (!(await keepsAllPhotos(tables)) || (await isFull())) return
  const missing = await missingPhotos(exchange, 'photos')
  if (missing.length === 0) return
  const asker = await askerOf(exchange, await knownRoster(exchange))
  await inTurn(exchange, forThumbs, async (turn) => {
    for (const ids of chunksOf(missing, askedAtOnce)) {
      const there = await findThere(exchange, asker, ids, 'photos', turn)
      for (const some of chunksOf(there, photosAtOnce)) {
        const questions = some.reduce((sum, { sealing }) => sum + sealing.pieces.length - 1, 0)
        if ((await isFull()) || !turn(questions)) return
        await Promise.all(some.map(({ row }) => fetchPhotoHere(exchange, asker, row.id)))
      }
    }
  })
}
