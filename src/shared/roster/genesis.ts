import { Malformed, sameBytes, type Bytes } from '../bytes.ts'
import { zeroId } from '../ids.ts'
import { exactly, hexOf, isPointHex, isWrapHex, oneOf } from '../shape.ts'
import { readEntry, writeEntry, zeroHead } from './entry.ts'

/**
 * What a genesis entry says about the first device, all bytes as lower-case hex: its public keys `sign` and
 * `agree` (65 bytes each, uncompressed points), the `member` it belongs to (an id), the `check` of the first
 * epoch's key (16 bytes) and that key's `wrap` to the device (113 bytes).
 */
export type GenesisBody = {
  readonly agree: string
  readonly check: string
  readonly member: string
  readonly role: 'coordinator'
  readonly sign: string
  readonly wrap: string
}

/** Exactly these fields: what p1 doesn't name has no place in the entry that everything rests on. */
const checks = {
  agree: isPointHex,
  check: hexOf(16),
  member: hexOf(16),
  role: oneOf('coordinator'),
  sign: isPointHex,
  wrap: isWrapHex,
}

/** The entry that opens a space: index 0, spaceId and prevHead zeros, signed by the first device (an id). */
export function writeGenesis(signer: string, body: GenesisBody): Bytes {
  return writeEntry({ kind: 'genesis', spaceId: zeroId, index: 0, prevHead: zeroHead, signer, body })
}

/** The signer and body of a genesis entry's bytes. Throws Malformed for anything else. */
export function readGenesis(bytes: Uint8Array): { signer: string; body: GenesisBody } {
  const { kind, spaceId, index, prevHead, signer, body } = readEntry(bytes)
  const first = kind === 'genesis' && index === 0 && spaceId === zeroId && sameBytes(prevHead, zeroHead)
  if (!first || !exactly<GenesisBody>(body, checks)) throw new Malformed('no genesis entry')
  return { signer, body }
}
