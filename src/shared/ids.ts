import { toHex, type Bytes } from './bytes.ts'

/** Fills the given bytes with random ones and returns them. */
export type Random = (bytes: Bytes) => Bytes

/** The platform's secure randomness; tests hand in their own. */
export const secureRandom: Random = (bytes) => crypto.getRandomValues(bytes)

/** The id that stands where there is none yet: the space of a genesis entry. */
export const zeroId = '0'.repeat(32)

/** A new id: 128 random bits as 32 lower-case hex characters. */
export function newId(random: Random = secureRandom): string {
  return toHex(random(new Uint8Array(16)))
}

/** Whether the value is spelt like an id: 32 lower-case hex characters. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)
}
