import { gcm } from '@noble/ciphers/aes.js'
import { p256 } from '@noble/curves/nist.js'
import { hkdf as nobleHkdf } from '@noble/hashes/hkdf.js'
import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { Differs, hex, join } from './bytes.ts'

/** Remembers what came out: the vectors are checked again and again with one value changed. */
function remembered<Given extends Uint8Array[], Result>(work: (...given: Given) => Result): typeof work {
  const known = new Map<string, Result>()
  return (...given) => {
    const key = given.map((one) => hex(one)).join('|')
    const before = known.get(key)
    if (before !== undefined) return before
    const result = work(...given)
    known.set(key, result)
    return result
  }
}

type Bytes = Uint8Array

export const sha256 = (...parts: Uint8Array[]): Uint8Array => nobleSha256(join(...parts))

export const hkdf = (secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array =>
  nobleHkdf(nobleSha256, secret, salt, info, length)

export const stretch = remembered((secret: Bytes, salt: Bytes) =>
  pbkdf2(nobleSha256, secret, salt, { c: 600_000, dkLen: 32 }),
)

/** The uncompressed point of a private scalar of 32 bytes. */
export const publicOf = remembered((secret: Bytes) => p256.getPublicKey(secret, false))

/** The x coordinate of the shared point. */
export const agree = remembered((secret: Bytes, point: Bytes) =>
  p256.getSharedSecret(secret, point, true).slice(1),
)

/** Whether bytes are `04 | x | y` of a point on the curve. */
export const isPoint = remembered((point: Bytes) => {
  if (point.length !== 65 || point[0] !== 4) return false
  try {
    p256.Point.fromBytes(point).assertValidity()
    return true
  } catch {
    return false
  }
})

/** Whether `r | s` is a signature of the message, with any of the two values of s. */
export const verifies = remembered((point: Bytes, signature: Bytes, message: Bytes) =>
  p256.verify(signature, message, point, { lowS: false }),
)

/** AES-256-GCM: ciphertext | tag 16. */
export const seal = remembered((key: Bytes, nonce: Bytes, aad: Bytes, plain: Bytes) =>
  gcm(key, nonce, aad).encrypt(plain),
)

export const open = remembered((key: Bytes, nonce: Bytes, aad: Bytes, sealed: Bytes) => {
  try {
    return gcm(key, nonce, aad).decrypt(sealed)
  } catch (cause) {
    throw new Differs('a seal that does not open', { cause })
  }
})
