import { concat, prefixed, type Bytes } from './bytes.ts'

/** Every label of the protocol, here and nowhere else, so that no two uses of a key or a hash share one. */
export const labels = {
  check: 'p1 check',
  device: 'p1 device',
  entry: 'p1 entry',
  test: 'p1 test',
  wrap: 'p1 wrap',
} as const

export type Label = (typeof labels)[keyof typeof labels]

/**
 * What is signed, hashed or given to HKDF and HPKE as info: length of the label in 4 bytes | label | parts.
 * The length keeps a label that begins like another one from ever being read as it.
 */
export function labelled(label: Label, ...parts: readonly Uint8Array[]): Bytes {
  return concat(prefixed(label), ...parts)
}
