import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** A value that isn't what docs/protocol.md makes of the others. */
export class Differs extends Error {}

export const hex = bytesToHex
export const join = concatBytes
export const utf8 = utf8ToBytes

/** Bytes out of JSON: lower-case hex, of just that many bytes where a length is said. */
export function unhex(text: string, length = text.length / 2): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(text) || text.length !== 2 * length)
    throw new Differs(`not ${length} bytes: ${text}`)
  return hexToBytes(text)
}

export const zeros = (length: number): Uint8Array => new Uint8Array(length)

function big(value: number, length: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 256 ** length)
    throw new Differs(`no number of ${length} bytes: ${value}`)
  const digits = value.toString(16).padStart(2 * length, '0')
  return hexToBytes(digits)
}

export const u16 = (value: number): Uint8Array => big(value, 2)
export const u32 = (value: number): Uint8Array => big(value, 4)
export const u64 = (value: number): Uint8Array => big(value, 8)

/** L: a label with its length before it, and what follows. */
export const labelled = (label: string, ...rest: Uint8Array[]): Uint8Array =>
  join(u32(utf8(label).length), utf8(label), ...rest)

/** Takes bytes off the front, one value after another; `end` when nothing may be left. */
export function readerOf(bytes: Uint8Array) {
  let at = 0
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new Differs('too short')
    at += length
    return bytes.slice(at - length, at)
  }
  const number = (length: number): number => {
    const value = Number(BigInt(`0x${hex(take(length))}`))
    if (!Number.isSafeInteger(value)) throw new Differs('a number above 2^53-1')
    return value
  }
  const end = (): void => {
    if (at !== bytes.length) throw new Differs('too long')
  }
  return { take, number, end, rest: (): Uint8Array => take(bytes.length - at) }
}

/** Throws unless both are the same value. */
export function same(where: string, is: unknown, should: unknown): void {
  const [left, right] = [is, should].map((one) =>
    one instanceof Uint8Array ? hex(one) : JSON.stringify(one),
  )
  if (left !== right) throw new Differs(`${where}: ${left}, not ${right}`)
}
