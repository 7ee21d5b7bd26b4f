import { describe, expect, test } from 'vitest'
import { concat } from '../../src/shared/bytes.ts'
import { newId } from '../../src/shared/ids.ts'
import { openPiece, sealPiece, type PieceOf } from '../../src/crypto/photo.ts'

const key = '0a'.repeat(32)
const place: PieceOf = { spaceId: newId(), photo: newId(), index: 1, count: 3 }
const piece = crypto.getRandomValues(new Uint8Array(5000))

describe('a piece of a photo', () => {
  test('opens to what was sealed, and is sealed to the same bytes each time', async () => {
    const sealed = await sealPiece(key, place, piece)
    expect(sealed).toHaveLength(5016)
    expect(await openPiece(key, place, sealed)).toEqual(piece)
    expect(await sealPiece(key, place, piece)).toEqual(sealed)
  })

  test('opens in no other place and with no other key', async () => {
    const sealed = await sealPiece(key, place, piece)
    const others: PieceOf[] = [
      { ...place, spaceId: newId() },
      { ...place, photo: newId() },
      { ...place, index: 0 },
      { ...place, count: 2 },
    ]
    const refused = { code: 'seal-refused' }
    for (const other of others) await expect(openPiece(key, other, sealed)).rejects.toMatchObject(refused)
    await expect(openPiece('0b'.repeat(32), place, sealed)).rejects.toMatchObject(refused)
  })

  test('does not open with a bit changed or bytes missing', async () => {
    const sealed = await sealPiece(key, place, piece)
    for (let at = 0; at < sealed.length; at += 97) {
      const altered = concat(sealed)
      altered[at] = (altered[at] ?? 0) ^ (1 << (at & 7))
      await expect(openPiece(key, place, altered)).rejects.toMatchObject({ code: 'seal-refused' })
    }
    for (const length of [0, 15, 16, 5015])
      await expect(openPiece(key, place, sealed.slice(0, length))).rejects.toMatchObject({
        code: 'seal-refused',
      })
  })

  test('never shares a nonce with another piece of its photo: equal pieces differ when sealed', async () => {
    const [one, other] = await Promise.all([
      sealPiece(key, place, piece),
      sealPiece(key, { ...place, index: 2 }, piece),
    ])
    expect(one.subarray(0, 32)).not.toEqual(other.subarray(0, 32))
  })
})
