import type { endpoints } from '../../shared/exchange/endpoints.ts'
import { limits } from '../../shared/limits.ts'
import type { KnownHandler } from './house.ts'
import { refuse } from './refuse.ts'

const mostPieces = limits.photo / limits.photoChunk
/** Nonce and tag of a sealed piece. */
const sealing = 28

type Put = typeof endpoints.putPhoto
/** Keeps one piece. 'chain' if other bytes are there under its name. */
export const putPhoto: KnownHandler<Put> = async (house, question, asker) => {
  const { parts, ...place } = question
  const [bytes] = parts
  if (asker.role === 'reader') refuse('role')
  if (!bytes || parts.length !== 1 || bytes.length === 0 || place.index >= place.count)
    return refuse('malformed')
  if (asker.roster.erased.has(place.photo)) refuse('erased')
  if (place.count > mostPieces || bytes.length > limits.photoChunk + sealing) refuse('too-long')
  const kept = await house.store.putPiece(asker.space, { ...place, bytes }, house.spaceBytes)
  if (kept === 'other') refuse('chain')
  if (kept === 'full') refuse('full')
  return {}
}

type Get = typeof endpoints.getPhoto
export const getPhoto: KnownHandler<Get> = async ({ store }, { photo, index }, asker) => {
  const piece = await store.piece(asker.space, photo, index)
  return piece ? { count: piece.count, parts: [piece.bytes] } : refuse('unknown')
}

type Have = typeof endpoints.havePhotos
export const havePhotos: KnownHandler<Have> = async ({ store }, { photos }, asker) => ({
  pieces: await Promise.all(photos.map((photo) => store.pieces(asker.space, photo))),
})
