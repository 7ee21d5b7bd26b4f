import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { Differs, join, readerOf, u32, u64, unhex, utf8 } from './bytes.ts'
import { readFields, type Fields } from './canonical.ts'
import { padTo, paddedLength } from './padding.ts'
import { open, sha256 } from './primitives.ts'

export const kinds = { change: 1, void: 2 } as const

export type Header = {
  readonly kind: number
  readonly spaceId: Uint8Array
  readonly recordId: Uint8Array
  readonly deviceId: Uint8Array
  readonly seq: number
  readonly epoch: number
  readonly prevHash: Uint8Array
  readonly nonce: Uint8Array
  readonly length: number
}

/** The 112 bytes that are bound to the ciphertext. */
export function writeHeader(header: Header): Uint8Array {
  const { kind, spaceId, recordId, deviceId, seq, epoch, prevHash, nonce, length } = header
  const start = join(utf8('PO'), Uint8Array.of(1, kind))
  return join(start, spaceId, recordId, deviceId, u64(seq), u32(epoch), prevHash, nonce, u32(length))
}

export const hashOfDigest = (header: Uint8Array, digest: Uint8Array): Uint8Array => sha256(header, digest)

export const hashOf = (header: Uint8Array, ciphertext: Uint8Array): Uint8Array =>
  hashOfDigest(header, sha256(ciphertext))

const most = 65_536

/** The change's JSON: deflated, with its length before and zeros behind. */
export function unpack(plain: Uint8Array): Uint8Array {
  const reader = readerOf(plain)
  const length = reader.number(4)
  const json = inflateRawSync(reader.take(length), { maxOutputLength: most })
  if (plain.length !== paddedLength(4 + length)) throw new Differs('padded otherwise')
  if (reader.rest().some((byte) => byte !== 0)) throw new Differs('more than zeros behind it')
  return new Uint8Array(json)
}

/** The other way round. Which of the many deflated forms it is, is the writer's choice: this is zlib's. */
export function pack(json: Uint8Array): Uint8Array {
  const deflated = new Uint8Array(deflateRawSync(json))
  const said = join(u32(deflated.length), deflated)
  return padTo(said, paddedLength(said.length))
}

/** The JSON of a change and its fields. */
export function openChange(key: Uint8Array, header: Uint8Array, nonce: Uint8Array, ciphertext: Uint8Array) {
  const json = unpack(open(key, nonce, header, ciphertext))
  return { json, change: readChange(json) }
}

function readChange(json: Uint8Array): Fields {
  const change = readFields(json, ['kind', 'over', 'set', 'time'])
  const { kind, over, set, time } = change as { kind: string; over: Fields; set: Fields; time: number }
  if (!/^[a-z][a-zA-Z0-9-]{0,63}$/.test(kind) || kind === 'bin') throw new Differs('another kind')
  if (!Number.isSafeInteger(time)) throw new Differs('another time')
  for (const [field, stamps] of Object.entries(over)) {
    if (!Object.hasOwn(set, field) || !Array.isArray(stamps) || stamps.length > 64)
      throw new Differs('replaces what it does not set')
    for (const stamp of stamps as string[]) {
      const [device = '', seq = ''] = stamp.split(':')
      unhex(device, 16)
      if (stamp !== `${device}:${Number(seq)}` || Number(seq) < 1) throw new Differs('another stamp')
    }
  }
  return change
}
