import { hex, join, labelled, readerOf, u32, unhex, utf8, zeros } from './bytes.ts'
import { hkdf, seal, sha256, stretch } from './primitives.ts'

export const deviceIdOf = (sign: Uint8Array, agree: Uint8Array): string =>
  hex(sha256(labelled('p1 device', sign, agree)).slice(0, 16))

/** The salt is the space's id, and zeros for epoch 0. */
export const checkOf = (key: Uint8Array, salt: Uint8Array): Uint8Array =>
  hkdf(key, salt, labelled('p1 check'), 16)

export const sealKeyOf = (key: Uint8Array, spaceId: string, deviceId: string): Uint8Array =>
  hkdf(key, unhex(spaceId, 16), labelled('p1 seal', unhex(deviceId, 16)), 32)

export const nameKeyOf = (key: Uint8Array, spaceId: string): Uint8Array =>
  hkdf(key, unhex(spaceId, 16), labelled('p1 name'), 32)

/** Under which the key before an epoch's is sealed, and to what that is bound. */
export const backKeyOf = (key: Uint8Array, spaceId: string): Uint8Array =>
  hkdf(key, unhex(spaceId, 16), labelled('p1 prev'), 32)

export const backBound = (spaceId: string, epoch: number): Uint8Array =>
  labelled('p1 prev', unhex(spaceId, 16), u32(epoch))

export const leftoverBound = (spaceId: string, deviceId: string): Uint8Array =>
  labelled('p1 left', unhex(spaceId, 16), unhex(deviceId, 16))

export const leftoverKeyOf = (key: Uint8Array, spaceId: string, deviceId: string): Uint8Array =>
  hkdf(key, unhex(spaceId, 16), labelled('p1 left', unhex(deviceId, 16)), 32)

export const wrapInfo = (spaceId: Uint8Array, epoch: number, headBefore: Uint8Array): Uint8Array =>
  labelled('p1 wrap', spaceId, u32(epoch), headBefore)

export const nameBound = (spaceId: string, epoch: number, deviceId: string): Uint8Array =>
  labelled('p1 name', unhex(spaceId, 16), u32(epoch), unhex(deviceId, 16))

/** The digits of a slip or a sheet: for each two bytes 11 times their number, in six. */
export function digitsOf(secret: Uint8Array): string {
  const { number } = readerOf(secret)
  return Array.from({ length: secret.length / 2 }, () => String(11 * number(2)).padStart(6, '0')).join('')
}

/** The secret of a slip by its digits. */
export function secretOf(digits: string): Uint8Array {
  const groups = (digits.match(/.{6}/g) ?? []).map(Number)
  return join(...groups.map((group) => unhex((group / 11).toString(16).padStart(4, '0'), 2)))
}

export function slipOf(secret: Uint8Array) {
  const stretched = stretch(secret, labelled('p1 slip'))
  return {
    stretched,
    id: hkdf(stretched, zeros(16), labelled('p1 id'), 16),
    boxKey: hkdf(stretched, zeros(16), labelled('p1 box'), 32),
  }
}

/** nonce 12 | ciphertext | tag 16 */
export const sealed = (
  key: Uint8Array,
  nonce: Uint8Array,
  bound: Uint8Array,
  plain: Uint8Array,
): Uint8Array => join(nonce, seal(key, nonce, bound, plain))

export const authMessage = (address: string, spaceId: string, id: string, challenge: string): Uint8Array => {
  const bytes = utf8(address)
  return labelled(
    'p1 auth',
    u32(bytes.length),
    bytes,
    unhex(spaceId, 16),
    unhex(id, 16),
    unhex(challenge, 32),
  )
}

export const logAfter = (before: string, last: string): string =>
  hex(sha256(labelled('p1 log', unhex(before, 32), unhex(last, 32))))

export const publisherOf = (spaceId: string): string =>
  hex(sha256(labelled('p1 register', unhex(spaceId, 16))).slice(0, 16))

export type Photo = { readonly spaceId: string; readonly photo: string; readonly count: number }

export function photoKeyOf(
  key: Uint8Array,
  { spaceId, photo }: Photo,
  pieces: readonly Uint8Array[],
): Uint8Array {
  const digest = sha256(...pieces.flatMap((piece) => [u32(piece.length), piece]))
  return hkdf(key, unhex(spaceId, 16), labelled('p1 photo key', unhex(photo, 16), digest), 32)
}

export function sealPiece(
  key: Uint8Array,
  { spaceId, photo, count }: Photo,
  index: number,
  piece: Uint8Array,
) {
  const bound = labelled('p1 photo', unhex(spaceId, 16), unhex(photo, 16), u32(index), u32(count))
  return seal(key, join(zeros(8), u32(index)), bound, piece)
}
