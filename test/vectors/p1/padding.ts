import { Differs, join, zeros } from './bytes.ts'

/** 64 at least; beyond, so that few lengths are left (Padmé). */
export function paddedLength(length: number): number {
  if (length <= 64) return 64
  const exponent = Math.floor(Math.log2(length))
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1))
  return Math.ceil(length / step) * step
}

export const padTo = (bytes: Uint8Array, length: number): Uint8Array =>
  join(bytes, zeros(length - bytes.length))

/** What stands before the zeros, where the bytes themselves hold none. */
export function unpadText(bytes: Uint8Array): Uint8Array {
  const length = bytes.findLastIndex((byte) => byte !== 0) + 1
  if (bytes.subarray(0, length).includes(0)) throw new Differs('a zero in the text')
  return bytes.slice(0, length)
}
