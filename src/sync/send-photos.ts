import { photoKeyOf } from '../crypto/photo.ts'
import { shownStamps } from '../db/show.ts'
import { save, type Edit } from '../db/save.ts'
import type { Bytes } from '../shared/bytes.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import { mayWrite } from '../shared/roster/removing.ts'
import { roleNow } from '../shared/roster/roster.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { epochKey } from './keys.ts'
import { hashesOf, plainPieces, sealingOf, sealPieces, type Sealing } from './photo-pieces.ts'
import { knownRoster } from './roster.ts'
import { askAs, type Asker } from './token.ts'

/** Photos that are prepared in one go: their bytes lie in memory meanwhile. */
const atOnce = 20

/** Whether a record says of its photo what holds in this space. A backup of another space brings what held there. */
async function isSealedHere(
  { space }: Exchange,
  id: string,
  sealing: Sealing | undefined,
  plain: readonly Bytes[],
): Promise<boolean> {
  if (!sealing) return false
  const hashes = await hashesOf(await sealPieces(sealing.key, space, id, plain))
  return hashes.join() === sealing.pieces.join()
}

/** Gives a photo its key, and its record what others need to open and check it; before that record is sent. */
async function prepare(exchange: Exchange, id: string): Promise<Edit | undefined> {
  const { tables, space } = exchange
  const [row, versions, plain] = await Promise.all([
    tables.records.get(id),
    tables.versions.get(id),
    plainPieces(tables, id),
  ])
  if (!plain || !versions || (await isSealedHere(exchange, id, sealingOf(row), plain))) return undefined
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

/** Prepares all photos that wait. */
export async function preparePhotos(exchange: Exchange, asker: Asker): Promise<void> {
  const { tables, space, now } = exchange
  if (!(await mayWriteNow(exchange, asker.id))) return
  const ids = await tables.unsentPhotos.toCollection().primaryKeys()
  for (let at = 0; at < ids.length; at += atOnce) {
    const edits: Edit[] = []
    for (const id of ids.slice(at, at + atOnce)) edits.push(...[(await prepare(exchange, id)) ?? []].flat())
    const me = (await keysNow(exchange)).id
    if (edits.length > 0) await save({ space, me, tables, now }, edits)
  }
}

/** Sends what is missing of a photo. False if it has to wait: it was taken after this round had prepared the others. */
async function sendPhoto(exchange: Exchange, asker: Asker, id: string): Promise<boolean> {
  const { tables, space } = exchange
  const plain = await plainPieces(tables, id)
  // Nothing lies here that could be sent.
  if (!plain) return true
  const sealing = sealingOf(await tables.records.get(id))
  if (!sealing) return false
  const sealed = await sealPieces(sealing.key, space, id, plain)
  const { pieces } = await askAs(exchange, asker, endpoints.havePhotos, { photos: [id] })
  const there = new Set(pieces[0])
  for (const [index, piece] of sealed.entries()) {
    if (there.has(index)) continue
    const question = { photo: id, index, count: sealed.length, parts: [piece] }
    await askAs(exchange, asker, endpoints.putPhoto, question)
  }
  return true
}

/** Sends the photos that wait, after the texts; where it was cut off, it goes on with the piece that is missing. */
export async function sendPhotos(exchange: Exchange, asker: Asker): Promise<void> {
  const { unsentPhotos } = exchange.tables
  if (!(await mayWriteNow(exchange, asker.id))) return
  for (const id of await unsentPhotos.toCollection().primaryKeys()) {
    if (await sendPhoto(exchange, asker, id)) await unsentPhotos.delete(id)
  }
}

/** Photos that lie here are to be sent again as far as they are missing there, whoever took them. */
export async function offerPhotos(exchange: Exchange, asker: Asker): Promise<void> {
  const { photos, unsentPhotos } = exchange.tables
  if (!(await mayWriteNow(exchange, asker.id))) return
  const ids = await photos.toCollection().primaryKeys()
  await unsentPhotos.bulkPut(ids.map((id) => ({ id })))
}
