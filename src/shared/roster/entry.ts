import { concat, fromHex, Malformed, readU32, toHex, u32, utf8, type Bytes } from '../bytes.ts'
import { readCanonical, writeCanonical } from '../canonical.ts'
import { sha256 } from '../hash.ts'
import { isId } from '../ids.ts'
import type { Value } from '../value.ts'

/** The kinds of roster entry. On the wire the place in this list, counted from 1: append, never reorder. */
export const entryKinds = [
  'genesis',
  'issue',
  'admit',
  'revoke',
  'role',
  'remove',
  'erase',
  'heal',
  'leave',
] as const

export type EntryKind = (typeof entryKinds)[number]

/**
 * One link of the roster's chain. `spaceId` and `signer` (the device that signs) are ids, `prevHead` is the
 * 32-byte head before, `index` counts from 0 (the genesis).
 */
export type Entry = {
  readonly kind: EntryKind
  readonly spaceId: string
  readonly index: number
  readonly prevHead: Bytes
  readonly signer: string
  readonly body: Value
}

/** An entry as read. Kind 'unknown' comes from a newer app: it belongs to the chain, its meaning waits for the update. */
export type EntryRead = Omit<Entry, 'kind'> & { readonly kind: EntryKind | 'unknown' }

/** The head before the first entry. */
export const zeroHead: Bytes = new Uint8Array(32)

const magic = utf8('PR')
const version = 1
const bodyAt = 76

/**
 * The bytes that are hashed and signed:
 * 0 "PR" | 2 version=1 | 3 kind | 4 spaceId 16 | 20 index 4 | 24 prevHead 32 | 56 signer 16 | 72 len 4 | 76 body,
 * the body as canonical JSON. Throws Malformed if an id, the head or the body doesn't have its shape.
 */
export function writeEntry(entry: Entry): Bytes {
  if (!isId(entry.spaceId) || !isId(entry.signer) || entry.prevHead.length !== 32) {
    throw new Malformed('an id or a head of the wrong length')
  }
  const body = writeCanonical(entry.body)
  return concat(
    magic,
    Uint8Array.of(version, entryKinds.indexOf(entry.kind) + 1),
    fromHex(entry.spaceId),
    u32(entry.index),
    entry.prevHead,
    fromHex(entry.signer),
    u32(body.length),
    body,
  )
}

/** The entry of such bytes. Throws Malformed for another layout, another version or a body that isn't canonical. */
export function readEntry(bytes: Uint8Array): EntryRead {
  if (bytes.length < bodyAt || bytes[0] !== magic[0] || bytes[1] !== magic[1])
    throw new Malformed('no roster entry')
  if (bytes[2] !== version) throw new Malformed('a roster entry of another version')
  if (readU32(bytes, 72) !== bytes.length - bodyAt) throw new Malformed('a roster entry of another length')
  return {
    kind: entryKinds[(bytes[3] ?? 0) - 1] ?? 'unknown',
    spaceId: toHex(bytes.subarray(4, 20)),
    index: readU32(bytes, 20),
    prevHead: concat(bytes.subarray(24, 56)),
    signer: toHex(bytes.subarray(56, 72)),
    body: readCanonical(bytes.subarray(bodyAt)),
  }
}

/** The head that an entry makes: SHA-256 of its bytes, 32 bytes. Signatures stay out, since ECDSA's can be altered. */
export function headOf(entryBytes: Bytes): Promise<Bytes> {
  return sha256(entryBytes)
}

/**
 * The space's id: the first 16 bytes of the genesis entry's head, as hex. The entry can't contain its own hash,
 * so inside the genesis entry the field spaceId (and prevHead) is zeros; every later entry carries the id.
 */
export function spaceIdOf(genesisHead: Bytes): string {
  return toHex(genesisHead.subarray(0, 16))
}
