import { expand, extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { join, u16, utf8, zeros } from './bytes.ts'
import { agree, open, publicOf, seal } from './primitives.ts'

// RFC 9180, base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, one message with no additional data.
const kem = u16(0x0010)
const ofKem = join(utf8('KEM'), kem)
const ofSuite = join(utf8('HPKE'), kem, u16(0x0001), u16(0x0002))
const version = utf8('HPKE-v1')
const none = zeros(0)

const extractFor = (suite: Uint8Array, salt: Uint8Array, label: string, secret: Uint8Array): Uint8Array =>
  extract(sha256, join(version, suite, utf8(label), secret), salt)

function expandFor(suite: Uint8Array, key: Uint8Array, label: string, info: Uint8Array, length: number) {
  return expand(sha256, key, join(u16(length), version, suite, utf8(label), info), length)
}

/** Key and nonce of the first message, from what ECDH gave for `enc` and the recipient's point. */
export function scheduleOf(shared: Uint8Array, enc: Uint8Array, recipient: Uint8Array, info: Uint8Array) {
  const pseudorandom = extractFor(ofKem, none, 'eae_prk', shared)
  const secretOfKem = expandFor(ofKem, pseudorandom, 'shared_secret', join(enc, recipient), 32)
  const identity = extractFor(ofSuite, none, 'psk_id_hash', none)
  const context = join(zeros(1), identity, extractFor(ofSuite, none, 'info_hash', info))
  const secret = extractFor(ofSuite, secretOfKem, 'secret', none)
  return {
    key: expandFor(ofSuite, secret, 'key', context, 32),
    nonce: expandFor(ofSuite, secret, 'base_nonce', context, 12),
  }
}

/** The key in a wrap `enc 65 | sealed key 48`, by the recipient's private scalar. */
export function openWrap(wrap: Uint8Array, secret: Uint8Array, info: Uint8Array): Uint8Array {
  const enc = wrap.slice(0, 65)
  const { key, nonce } = scheduleOf(agree(secret, enc), enc, publicOf(secret), info)
  return open(key, nonce, none, wrap.slice(65))
}

/** A wrap by what its ECDH is known to give. */
export function wrapBy(shared: Uint8Array, enc: Uint8Array, recipient: Uint8Array, info: Uint8Array) {
  const { key, nonce } = scheduleOf(shared, enc, recipient, info)
  return (plain: Uint8Array): Uint8Array => join(enc, seal(key, nonce, none, plain))
}
