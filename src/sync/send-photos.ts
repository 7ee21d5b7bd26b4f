import { photoKeyOf } from '../crypto/photo.ts'
import { shownStamps } from '../db/show.ts'
import { save, type Edit } from '../db/save.ts'
import { textOf } from '../records/fields.ts'
import type { Bytes } from '../shared/bytes.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import { mayWrite } from '../shared/roster/removing.ts'
import { roleNow } from '../shared/roster/roster.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { epochKey } from './keys.ts'
import { hashesOf, piecesThere, plainPieces, sealingOf, sealPieces, type Sealing } from './photo-pieces.ts'
import { chunksOf, forThumbs, goOnIn, inTurn, longest, type Turn } from './photo-turn.ts'
import { knownRoster } from './roster.ts'
import { askAs, type Asker } from './token.ts'

/** Photos that are prepared in one go, and that the exchange is asked about in one question. */
const preparedAtOnce = 20
const askedAtOnce = 100

/** Whether a record says of its photo what holds in this space. A backup of another space brings what held there. */
async function isSealedHere(
  { space }: Exchange,
  id: string,
  sealing: Sealing,
  plain: readonly Bytes[],
): Promise<boolean> {
  const hashes = await hashesOf(await sealPieces(sealing.key, space, id, plain))
  return hashes.join() === sealing.pieces.join()
}

/** Gives a photo its key, and its record what others need to open and check it; before that record is sent. */
async function prepare(
  exchange: Exchange,
  id: string,
  sealing: Sealing | undefined,
): Promise<Edit | undefined> {
  const { tables, space, kept } = exchange
  const plain = await plainPieces(tables, id)
  if (!plain) return undefined
  if (sealing && (await isSealedHere(exchange, id, sealing, plain))) {
    kept.sealed.set(id, sealing.key)
    return undefined
  }
  const versions = await tables.versions.get(id)
  if (!versions) return undefined
  const epoch = await epochKey(exchange, await knownRoster(exchange))
  const key = await photoKeyOf(epoch, { spaceId: space, photo: id }, plain)
  const pieces = await hashesOf(await sealPieces(key, space, id, plain))
  const over = {
    key: shownStamps(versions.registers, 'key'),
    pieces: shownStamps(versions.registers, 'pieces'),
  }
  return { record: id, kind: 'photo', set: { key, pieces }, over }
}

/** Whether this device may write by now: a reader's photos wait, like all that it wrote before, and hold nothing else up. */
const mayWriteNow = async (exchange: Exchange, id: string): Promise<boolean> =>
  mayWrite(roleNow(await knownRoster(exchange), id))

/** Prepares those of these photos of which it isn't known that they are; their bytes lie in memory one by one. */
async function prepareSome(exchange: Exchange, ids: string[]): Promise<void> {
  const { tables, space, now, kept } = exchange
  const edits: Edit[] = []
  for (const [at, row] of (await tables.records.bulkGet(ids)).entries()) {
    const id = ids[at] ?? ''
    const sealing = sealingOf(row)
    const isKnown = sealing !== undefined && kept.sealed.get(id) === sealing.key
    const edit = isKnown ? undefined : await prepare(exchange, id, sealing)
    if (edit) edits.push(edit)
  }
  if (edits.length === 0) return
  const me = (await keysNow(exchange)).id
  await save({ space, me, tables, now }, edits)
  for (const { record, set } of edits) kept.sealed.set(record, textOf(set, 'key'))
}

/**
 * Prepares the photos that wait. Where there are very many, only as long as texts can wait for that: the others' records are sent as
 * they are, and once more when they are prepared.
 */
export async function preparePhotos(exchange: Exchange, asker: Asker): Promise<void> {
  const { tables, now } = exchange
  if (!(await mayWriteNow(exchange, asker.id))) return
  const until = now() + longest
  for (const ids of chunksOf(await tables.unsentPhotos.toCollection().primaryKeys(), preparedAtOnce)) {
    if (now() > until) return goOnIn(exchange, 0)
    await prepareSome(exchange, ids)
  }
}

/**
 * Sends what is missing of a photo, as long as there is time. False if it has to wait: for that, or because it was taken after this
 * round had prepared the others.
 */
async function sendPhoto(
  exchange: Exchange,
  asker: Asker,
  id: string,
  there: ReadonlySet<number>,
  turn: Turn,
): Promise<boolean> {
  const { tables, space } = exchange
  const sealing = sealingOf(await tables.records.get(id))
  if (sealing?.pieces.every((_, index) => there.has(index))) return true
  const plain = await plainPieces(tables, id)
  // Nothing lies here that could be sent.
  if (!plain) return true
  if (!sealing) return false
  const sealed = await sealPieces(sealing.key, space, id, plain)
  for (const [index, piece] of sealed.entries()) {
    if (there.has(index)) continue
    if (!turn(1)) return false
    const question = { photo: id, index, count: sealed.length, parts: [piece] }
    await askAs(exchange, asker, endpoints.putPhoto, question)
  }
  return true
}

async function sendWhile(exchange: Exchange, asker: Asker, turn: Turn): Promise<void> {
  const { tables, kept } = exchange
  const { unsentPhotos } = tables
  for (const ids of chunksOf(await unsentPhotos.toCollection().primaryKeys(), askedAtOnce)) {
    if (!turn(1)) return
    const there = await piecesThere(exchange, asker, ids)
    for (const id of ids) {
      // One that isn't prepared yet holds up nobody; without time nothing more is read.
      if (!turn(0)) return
      if (!(await sendPhoto(exchange, asker, id, there.get(id) ?? new Set(), turn))) continue
      await unsentPhotos.delete(id)
      kept.sealed.delete(id)
    }
  }
}

/**
 * Sends photos that wait, after the texts, as long as others can wait for that; where it was cut off, it goes on with the piece that
 * is missing. `isAll`: all of them, however long it takes.
 */
export async function sendPhotos(exchange: Exchange, asker: Asker, isAll = false): Promise<void> {
  if (!(await mayWriteNow(exchange, asker.id))) return
  if (isAll) await sendWhile(exchange, asker, () => true)
  else await inTurn(exchange, forThumbs, (turn) => sendWhile(exchange, asker, turn))
}

/** Photos that lie here are to be sent again as far as they are missing there, whoever took them. */
export async function offerPhotos(exchange: Exchange, asker: Asker): Promise<void> {
  const { photos, records, unsentPhotos } = exchange.tables
  if (!(await mayWriteNow(exchange, asker.id))) return
  for (const ids of chunksOf(await photos.toCollection().primaryKeys(), askedAtOnce)) {
    const [there, rows] = await Promise.all([piecesThere(exchange, asker, ids), records.bulkGet(ids)])
    const lost = ids.filter((id, at) => {
      const pieces = sealingOf(rows[at])?.pieces
      return !pieces?.every((_, index) => there.get(id)?.has(index))
    })
    await unsentPhotos.bulkPut(lost.map((id) => ({ id })))
  }
}
