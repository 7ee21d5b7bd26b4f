import { deflateSync, inflateSync } from 'fflate'
import { signedStatement, type Statement } from '../shared/checkpoint/statement.ts'
import { concat, fromHex, Malformed, readU32, u32, u64, type Bytes } from '../shared/bytes.ts'
import { digestOf } from '../shared/digest.ts'
import { paddedLength } from '../shared/envelope.ts'
import { labelled, labels } from '../shared/labels.ts'
import { limits } from '../shared/limits.ts'
import { openWith, sealWith } from './aead.ts'
import type { Device } from './device.ts'
import { deriveKey, type EpochKey } from './epoch.ts'
import { Problem } from './problem.ts'
import { sign, verify } from './sign.ts'

/** Which chunk of which checkpoint. */
export type ChunkPlace = Pick<Statement, 'space' | 'n'> & { readonly index: number; readonly count: number }

const around = 28
const head = 8
const mostParts = 2

const aadOf = ({ space, n, index, count }: ChunkPlace): Bytes =>
  labelled(labels.checkpoint, fromHex(space), u64(n), u32(index), u32(count))

/** The key of an epoch's checkpoints: HKDF(K_e, salt spaceId, "p1 checkpoint"). */
const chunkKeyOf = ({ material }: EpochKey, space: string): Promise<CryptoKey> =>
  deriveKey(material, fromHex(space), labels.checkpoint)

/** For each part its length 4 | length of it deflated 4 | deflated; then zeros up to a Padme length. */
function pack(parts: readonly Bytes[]): Bytes {
  const packed = concat(
    ...parts.flatMap((part) => {
      const deflated = deflateSync(part, { level: 9 })
      return [u32(part.length), u32(deflated.length), deflated]
    }),
  )
  const padded = paddedLength(packed.length)
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  if (length > limits.chunkText || padded + around > limits.chunk)
    throw new Malformed('a chunk that is too long')
  return concat(packed, new Uint8Array(padded - packed.length))
}

function inflate(deflated: Uint8Array, length: number): Uint8Array {
  try {
    // fflate writes nothing behind the end of what it was given: one byte more tells that there was more.
    const part = inflateSync(deflated, { out: new Uint8Array(length + 1) })
    if (part.length !== length) throw new Malformed('a chunk of another length')
    return part
  } catch (cause) {
    if (cause instanceof Malformed) throw cause
    throw new Malformed('a chunk that does not inflate', { cause })
  }
}

/** The parts of a chunk: a second one begins with its length, the zeros don't. */
function partsIn(plain: Bytes): { deflated: Uint8Array; length: number }[] {
  const parts: { deflated: Uint8Array; length: number }[] = []
  let at = 0
  do {
    if (plain.length < at + head) throw new Malformed('a chunk without lengths')
    const [length, end] = [readU32(plain, at), at + head + readU32(plain, at + 4)]
    parts.push({ deflated: plain.subarray(at + head, end), length })
    at = end
  } while (parts.length < mostParts && at + head <= plain.length && readU32(plain, at) > 0)
  if (plain.length !== paddedLength(at) || plain.subarray(at).some((byte) => byte !== 0))
    throw new Malformed('a chunk that is padded otherwise')
  return parts
}

function unpack(plain: Bytes): Bytes {
  const parts = partsIn(plain)
  if (parts.reduce((sum, { length }) => sum + length, 0) > limits.chunkText)
    throw new Malformed('a chunk that is too long')
  return concat(...parts.map(({ deflated, length }) => inflate(deflated, length)))
}

/**
 * What a chunk says sealed for its place: nonce 12 | ciphertext | tag 16. In one or two parts, each deflated for itself: what looks like
 * chance spoils the codes of words. Throws Malformed for one that is too long.
 */
export async function sealChunk(
  key: EpochKey,
  place: ChunkPlace,
  parts: readonly Bytes[],
  nonce: Bytes,
): Promise<Bytes> {
  return sealWith(await chunkKeyOf(key, place.space), pack(parts), aadOf(place), nonce)
}

/** What a chunk says, its parts one behind the other. Problem 'seal-refused' if it isn't this one, 'chunk-malformed' if what was sealed is none. */
export async function openChunk(key: EpochKey, place: ChunkPlace, sealed: Bytes): Promise<Bytes> {
  const plain = await openWith(await chunkKeyOf(key, place.space), sealed, aadOf(place))
  try {
    return unpack(plain)
  } catch (cause) {
    if (cause instanceof Malformed) throw new Problem('chunk-malformed', { cause })
    throw cause
  }
}

/**
 * What a chunk says, as 32 bytes that only members can work out or guess at: HKDF(K_e, salt spaceId, "p1 chunk" | n 8 | index 4 |
 * SHA-256(lines)), where `lines` is the id and the digest of each line.
 */
export async function markOf(
  { raw }: EpochKey,
  { space, n, index }: Omit<ChunkPlace, 'count'>,
  lines: Bytes,
): Promise<Bytes> {
  const material = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits'])
  const info = labelled(labels.chunk, u64(n), u32(index), digestOf(lines))
  const params = { name: 'HKDF', hash: 'SHA-256', salt: fromHex(space), info }
  return new Uint8Array(await crypto.subtle.deriveBits(params, material, 256))
}

/** A statement's signature by a device. */
export const signStatement = ({ sign: pair }: Pick<Device, 'sign'>, bytes: Uint8Array): Promise<Bytes> =>
  sign(pair.privateKey, signedStatement(bytes))

/** Whether the device with this public key (hex) signed the statement. */
export const verifyStatement = (signPublic: string, signature: Bytes, bytes: Uint8Array): Promise<boolean> =>
  verify(fromHex(signPublic), signature, signedStatement(bytes))
