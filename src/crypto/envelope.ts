import { deflateSync, inflateSync } from 'fflate'
import { concat, Malformed, readU32, u32, type Bytes } from '../shared/bytes.ts'
import { readCanonical, writeCanonical } from '../shared/canonical.ts'
import { envelopeHash, paddedLength, writeHeader, type Header } from '../shared/envelope.ts'
import { digestOf } from '../shared/digest.ts'
import { isKindName, isName, isValue } from '../shared/fields.ts'
import { limits } from '../shared/limits.ts'
import type { Envelope, Link } from '../shared/run.ts'
import { exactly, isCount, listOf, type Check } from '../shared/shape.ts'
import type { Fields } from '../shared/value.ts'
import { openBare, sealBare } from './aead.ts'
import { Problem } from './problem.ts'

/** What is inside a change: stamps (`<deviceId>:<seq>`) that each field replaces, milliseconds since 1970. */
export type Body = {
  readonly kind: string
  readonly time: number
  readonly set: Fields
  readonly over: { readonly [field: string]: readonly string[] }
}

const tagLength = 16
/** What an envelope has besides its plaintext: header, hash and tag. */
const around = 112 + 32 + tagLength

const isMap: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether it is `<device id>:<seq>`, by numbers that JavaScript counts exactly: two stamps are never read as one. */
export const isStamp: Check = (value) =>
  typeof value === 'string' &&
  /^[0-9a-f]{32}:[1-9]\d{0,15}$/.test(value) &&
  Number.isSafeInteger(Number(value.slice(33)))

const isStamps = listOf(isStamp, limits.over)

const checks = { kind: isKindName, time: isCount, set: isMap, over: isMap }

/** Throws Malformed for what is no change, however it came to be sealed: the screens rely on every part of it. */
function checkBody(body: unknown): Body {
  if (!exactly<Body>(body, checks)) throw new Malformed('a change with other fields')
  const { set, over } = body
  if (!Object.entries(set).every(([field, value]) => isName(field) && isValue(value)))
    throw new Malformed('a change of a field that no record can have')
  if (!Object.entries(over).every(([field, stamps]) => Object.hasOwn(set, field) && isStamps(stamps)))
    throw new Malformed('a change that replaces what it does not set')
  return body
}

/** len 4 | deflated canonical JSON | zeros up to a Padme length. */
function pack(body: Body): Bytes {
  const json = writeCanonical(checkBody(body))
  const deflated = deflateSync(json, { level: 6 })
  const used = 4 + deflated.length
  const padded = paddedLength(used)
  if (json.length > limits.change || padded + around > limits.envelope)
    throw new Malformed('a change that is too long')
  return concat(u32(deflated.length), deflated, new Uint8Array(padded - used))
}

/**
 * Where every change is inflated to: what would blow up to gigabytes ends here (fflate writes nothing behind the end of
 * a buffer that it was given), and one byte more than allowed tells that it did.
 */
const out = new Uint8Array(limits.change + 1)

function unpack(plain: Bytes): Body {
  if (plain.length < 4) throw new Malformed('a change without a length')
  const end = 4 + readU32(plain, 0)
  if (plain.length !== paddedLength(end) || plain.subarray(end).some((byte) => byte !== 0))
    throw new Malformed('a change that is padded otherwise')
  let json: Uint8Array
  try {
    json = inflateSync(plain.subarray(4, end), { out })
  } catch (cause) {
    throw new Malformed('a change that does not inflate', { cause })
  }
  if (json.length > limits.change) throw new Malformed('a change that is too long')
  return checkBody(readCanonical(json))
}

/**
 * The sealed change and the hash that the next one rests on. `header.length` follows from the body. Throws Malformed for
 * a change that nobody would take: over more than 64 stamps of a field, of unsent ones, or longer than 64 KiB as JSON.
 */
export async function sealEnvelope(
  key: CryptoKey,
  header: Omit<Header, 'length'>,
  body: Body,
): Promise<{ envelope: Envelope; hash: Bytes }> {
  const plain = pack(body)
  const aad = writeHeader({ ...header, length: plain.length + tagLength })
  const ciphertext = await sealBare(key, plain, aad, header.nonce)
  const hash = envelopeHash(aad, digestOf(ciphertext))
  const { kind, recordId, nonce } = header
  return { envelope: { kind, recordId, nonce, ciphertext }, hash }
}

/** Takes the place of a change that is not to be sent any more: it says nothing, of nothing. */
export function voidEnvelope(header: Omit<Header, 'length'>): { envelope: Envelope; hash: Bytes } {
  const nothing: Bytes = new Uint8Array(0)
  const hash = envelopeHash(writeHeader({ ...header, length: 0 }), digestOf(nothing))
  const { kind, recordId, nonce } = header
  return { envelope: { kind, recordId, nonce, ciphertext: nothing }, hash }
}

/**
 * What a verified change says. Problem 'seal-refused' if the key isn't the one, 'change-malformed' if what its author
 * sealed isn't a change.
 */
export async function openEnvelope(key: CryptoKey, link: Link): Promise<Body> {
  const plain = await openBare(key, link.ciphertext, link.aad, link.header.nonce)
  try {
    return unpack(plain)
  } catch (cause) {
    if (cause instanceof Malformed) throw new Problem('change-malformed', { cause })
    throw cause
  }
}
