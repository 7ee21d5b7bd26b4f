import { concat, prefixed, type Bytes } from './bytes.ts'

/** Every label of the protocol, here and nowhere else, so that no two uses of a key or a hash share one. */
export const labels = {
  auth: 'p1 auth',
  backup: 'p1 backup',
  box: 'p1 box',
  check: 'p1 check',
  checkpoint: 'p1 checkpoint',
  chunk: 'p1 chunk',
  device: 'p1 device',
  entry: 'p1 entry',
  heal: 'p1 heal',
  leftover: 'p1 left',
  log: 'p1 log',
  name: 'p1 name',
  previous: 'p1 prev',
  photo: 'p1 photo',
  photoKey: 'p1 photo key',
  publish: 'p1 publish',
  register: 'p1 register',
  run: 'p1 run',
  seal: 'p1 seal',
  slip: 'p1 slip',
  slipId: 'p1 id',
  statement: 'p1 statement',
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
