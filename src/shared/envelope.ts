import { concat, fromHex, Malformed, u32, u64, utf8, type Bytes } from './bytes.ts'
import { digestOf } from './digest.ts'
import { isId } from './ids.ts'

/**
 * change: holds fields of a record. void: takes the place of a change whose record was erased; of no record (zeros), with
 * an empty ciphertext. On the wire counted from 1.
 */
export const envelopeKinds = ['change', 'void'] as const
export type EnvelopeKind = (typeof envelopeKinds)[number]

/** The clear part of an envelope. Ids are hex; `seq` counts the device's envelopes from 1; `length` is the ciphertext's. */
export type Header = {
  readonly kind: EnvelopeKind
  readonly spaceId: string
  readonly recordId: string
  readonly deviceId: string
  readonly seq: number
  readonly epoch: number
  /** The hash of the device's envelope before, 32 bytes; zeros for its first. */
  readonly prevHash: Bytes
  /** 12 bytes. */
  readonly nonce: Bytes
  readonly length: number
}

/** The chain of a device's envelopes begins here. */
export const noHash: Bytes = new Uint8Array(32)

const magic = utf8('PO')
const version = 1

/**
 * The 112 bytes that stand before the ciphertext and are authenticated with it:
 * 0 "PO" | 2 version=1 | 3 kind | 4 spaceId 16 | 20 recordId 16 | 36 deviceId 16 | 52 seq 8 | 60 epoch 4 | 64 prevHash 32 |
 * 96 nonce 12 | 108 length 4. Throws Malformed if an id, hash or nonce doesn't have its length.
 */
export function writeHeader(header: Header): Bytes {
  const { spaceId, recordId, deviceId, prevHash, nonce } = header
  if (![spaceId, recordId, deviceId].every(isId) || prevHash.length !== 32 || nonce.length !== 12)
    throw new Malformed('an envelope header with a part of the wrong length')
  return concat(
    magic,
    Uint8Array.of(version, envelopeKinds.indexOf(header.kind) + 1),
    fromHex(spaceId),
    fromHex(recordId),
    fromHex(deviceId),
    u64(header.seq),
    u32(header.epoch),
    prevHash,
    nonce,
    u32(header.length),
  )
}

/** What the next envelope and the run's signature rest on: SHA-256(header 112 | digest 32), where the digest is
 * the ciphertext's SHA-256: so an envelope whose ciphertext was erased still carries the chain. */
export function envelopeHash(header: Bytes, digest: Bytes): Bytes {
  return digestOf(concat(header, digest))
}

/**
 * The length to which so many bytes are padded (Padme): it tells at most 12 per cent about the true one, in
 * O(log log n) bits. At least 64.
 */
export function paddedLength(length: number): number {
  if (length <= 64) return 64
  const exponent = floorLog2(length)
  const step = 2 ** (exponent - floorLog2(exponent) - 1)
  return Math.ceil(length / step) * step
}

/** For 1 to 2^32-1, in whole numbers: Math.log2 may differ from machine to machine. */
const floorLog2 = (number: number): number => 31 - Math.clz32(number)
