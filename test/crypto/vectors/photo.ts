import { toHex } from '../../../src/shared/bytes.ts'
import { epochKeyOf } from '../../../src/crypto/epoch.ts'
import { openPiece, photoKeyOf, sealPiece } from '../../../src/crypto/photo.ts'
import { filled, type Part } from './parts.ts'
import { secrets } from './cast.ts'

/** A photo of a small picture and two more pieces. */
export async function tellPhoto(spaceId: string): Promise<Part> {
  const photo = '09'.repeat(16)
  const plain = [filled(20, 0xf0), filled(48, 0xf1), filled(5, 0xf2)]
  const key = await photoKeyOf(await epochKeyOf(0, secrets.key), { spaceId, photo }, plain)
  const pieces: Part[] = []
  for (const [index, piece] of plain.entries()) {
    const place = { spaceId, photo, index, count: plain.length }
    const sealed = await sealPiece(key, place, piece)
    if (toHex(await openPiece(key, place, sealed)) !== toHex(piece)) throw new Error('a piece that differs')
    pieces.push({ plain: toHex(piece), sealed: toHex(sealed) })
  }
  return { id: photo, key, pieces }
}
