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

const aadOf = ({ space, n, index, count }: ChunkPlace): Bytes =>
  labelled(labels.checkpoint, fromHex(space), u64(n), u32(index), u32(count))

/** The key of an epoch's checkpoints: HKDF(K_e, salt spaceId, "p1 checkpoint"). */
const chunkKeyOf = ({ material }: EpochKey, space: string): Promise<CryptoKey> =>
  deriveKey(material, fromHex(space), labels.checkpoint)

/** Length of the text 4 | length of it deflated 4 | deflated | zeros up to a Padme length. */
function pack(text: Bytes): Bytes {
  const deflated = deflateSync(text, { level: 6 })
  const used = head + deflated.length
  const padded = paddedLength(used)
  if (text.length > limits.chunkText || padded + around > limits.chunk)
    throw new Malformed('a chunk that is too long')
  return concat(u32(text.length), u32(deflated.length), deflated, new Uint8Array(padded - used))
}

function unpack(plain: Bytes): Bytes {
  if (plain.length < head) throw new Malformed('a chunk without lengths')
  const [length, end] = [readU32(plain, 0), head + readU32(plain, 4)]
  if (length > limits.chunkText) throw new Malformed('a chunk that is too long')
  if (plain.length !== paddedLength(end) || plain.subarray(end).some((byte) => byte !== 0))
    throw new Malformed('a chunk that is padded otherwise')
  try {
    // fflate writes nothing behind the end of what it was given: one byte more tells that there was more.
    const text = inflateSync(plain.subarray(head, end), { out: new Uint8Array(length + 1) })
    if (text.length !== length) throw new Malformed('a chunk of another length')
    return concat(text)
  } catch (cause) {
    if (cause instanceof Malformed) throw cause
    throw new Malformed('a chunk that does not inflate', { cause })
  }
}

/** A chunk's text sealed for its place: nonce 12 | ciphertext | tag 16. Throws Malformed for one that is too long. */
export async function sealChunk(key: EpochKey, place: ChunkPlace, text: Bytes, nonce: Bytes): Promise<Bytes> {
  return sealWith(await chunkKeyOf(key, place.space), pack(text), aadOf(place), nonce)
}

/** The text of a chunk. Problem 'seal-refused' if it isn't this one, 'chunk-malformed' if what was sealed is none. */
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
