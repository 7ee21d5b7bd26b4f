import { concat, fromHex, toHex, u32, type Bytes } from '../shared/bytes.ts'
import { sha256 } from '../shared/hash.ts'
import { labelled, labels } from '../shared/labels.ts'
import { openBare, sealBare } from './aead.ts'
import type { EpochKey } from './epoch.ts'

/** Which piece of which photo: the thumbnail is piece 0, the photo itself the pieces after it. */
export type PieceOf = {
  readonly spaceId: string
  readonly photo: string
  readonly index: number
  readonly count: number
}

const aadOf = ({ spaceId, photo, index, count }: PieceOf): Bytes =>
  labelled(labels.photo, fromHex(spaceId), fromHex(photo), u32(index), u32(count))

/**
 * The place is the nonce: a photo has a key of its own, and its bytes never change, so no two plaintexts meet under one.
 * And the same piece is always sealed to the same bytes, so that sending goes on where it was cut off.
 */
function nonceOf({ index }: PieceOf): Bytes {
  const nonce = new Uint8Array(12)
  nonce.set(u32(index), 8)
  return nonce
}

/**
 * The key of a photo (32 bytes as hex), out of an epoch's key and the photo's own bytes: two copies of a tablet that both have
 * it and don't know of each other seal it alike. Other bytes, or the same in another space, have another one.
 */
export async function photoKeyOf(
  { raw }: EpochKey,
  { spaceId, photo }: Pick<PieceOf, 'spaceId' | 'photo'>,
  pieces: readonly Bytes[],
): Promise<string> {
  const material = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits'])
  const digest = await sha256(concat(...pieces.flatMap((piece) => [u32(piece.length), piece])))
  const info = labelled(labels.photoKey, fromHex(photo), digest)
  const params = { name: 'HKDF', hash: 'SHA-256', salt: fromHex(spaceId), info }
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(params, material, 256)))
}

const importKey = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromHex(key), 'AES-GCM', false, ['encrypt', 'decrypt'])

/** A piece sealed under the photo's key (32 bytes as hex, kept in its record): ciphertext | tag 16. */
export async function sealPiece(key: string, place: PieceOf, piece: Bytes): Promise<Bytes> {
  return sealBare(await importKey(key), piece, aadOf(place), nonceOf(place))
}

/** Problem 'seal-refused' if it isn't this piece of this photo. */
export async function openPiece(key: string, place: PieceOf, sealed: Bytes): Promise<Bytes> {
  return openBare(await importKey(key), sealed, aadOf(place), nonceOf(place))
}
