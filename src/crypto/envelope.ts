import { deflateSync, inflateSync } from 'fflate'
import { concat, Malformed, readU32, u32, type Bytes } from '../shared/bytes.ts'
import { readCanonical, writeCanonical } from '../shared/canonical.ts'
import { envelopeHash, paddedLength, writeHeader, type Header } from '../shared/envelope.ts'
import { sha256 } from '../shared/hash.ts'
import { limits } from '../shared/limits.ts'
import type { Envelope, Link } from '../shared/run.ts'
import { exactly, isCount, type Check } from '../shared/shape.ts'
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

const isMap: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

const isStamps: Check = (value) =>
  Array.isArray(value) &&
  value.length <= limits.over &&
  value.every((one) => typeof one === 'string' && /^[0-9a-f]{32}:[1-9]\d{0,15}$/.test(one))

const checks = {
  kind: (value: unknown) => typeof value === 'string' && value.length > 0 && value.length <= 40,
  time: isCount,
  set: isMap,
  over: isMap,
}

function readBody(bytes: Uint8Array): Body {
  const body = readCanonical(bytes)
  if (!exactly<Body>(body, checks)) throw new Malformed('a change with other fields')
  const isReplaced = ([field, stamps]: [string, unknown]): boolean => field in body.set && isStamps(stamps)
  if (!Object.entries(body.over).every(isReplaced))
    throw new Malformed('a change that replaces what it does not set')
  return body
}

/** len 4 | deflated canonical JSON | zeros up to a Padme length. */
function pack(body: Body): Bytes {
  const deflated = deflateSync(writeCanonical(body), { level: 6 })
  const used = 4 + deflated.length
  return concat(u32(deflated.length), deflated, new Uint8Array(paddedLength(used) - used))
}

function unpack(plain: Bytes): Body {
  if (plain.length < 4) throw new Malformed('a change without a length')
  const length = readU32(plain, 0)
  if (4 + length > plain.length) throw new Malformed('a change that ends too early')
  // A buffer of this size ends what would blow up to gigabytes; one byte more tells that it did.
  const out = new Uint8Array(limits.change + 1)
  let json: Uint8Array
  try {
    json = inflateSync(plain.subarray(4, 4 + length), { out })
  } catch (cause) {
    throw new Malformed('a change that does not inflate', { cause })
  }
  if (json.length > limits.change) throw new Malformed('a change that is too long')
  return readBody(json)
}

/** The sealed change and the hash that the next one rests on. `header.length` follows from the body. */
export async function sealEnvelope(
  key: CryptoKey,
  header: Omit<Header, 'length'>,
  body: Body,
): Promise<{ envelope: Envelope; hash: Bytes }> {
  const plain = pack(body)
  const aad = writeHeader({ ...header, length: plain.length + tagLength })
  const ciphertext = await sealBare(key, plain, aad, header.nonce)
  const hash = await envelopeHash(aad, await sha256(ciphertext))
  const { kind, recordId, nonce } = header
  return { envelope: { kind, recordId, nonce, ciphertext }, hash }
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
