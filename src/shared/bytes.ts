/** Bytes on a buffer of their own, never a shared one: what WebCrypto and IndexedDB take. */
export type Bytes = Uint8Array<ArrayBuffer>

/** Input that doesn't have the promised shape. Thrown by every reader in this folder, and by nothing else. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}

/** The parts one after another, copied. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** 4 bytes, big-endian. RangeError unless a whole number in 0..2^32-1. */
export function u32(number: number): Bytes {
  checkWhole(number, 0xffffffff)
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, number)
  return bytes
}

/** 8 bytes, big-endian. RangeError unless a whole number in 0..2^53-1, the numbers that JavaScript counts exactly. */
export function u64(number: number): Bytes {
  checkWhole(number, Number.MAX_SAFE_INTEGER)
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number))
  return bytes
}

/** The big-endian number in the 4 bytes from `at` on. */
export function readU32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at)
}

/** The big-endian number in the 8 bytes from `at` on. Throws Malformed above 2^53-1. */
export function readU64(bytes: Uint8Array, at: number): number {
  const number = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(at)
  if (number > BigInt(Number.MAX_SAFE_INTEGER)) throw new Malformed('a number that is too large')
  return Number(number)
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Lower-case hex, two characters a byte. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += pairs[byte]
  return text
}

/** The bytes of lower-case hex. Throws Malformed for anything else, upper case too: one value, one spelling. */
export function fromHex(text: string): Bytes {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) throw new Malformed('not lower-case hex')
  const bytes = new Uint8Array(text.length / 2)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16)
  return bytes
}

/** The text as UTF-8, without a length. */
export function utf8(text: string): Bytes {
  return concat(new TextEncoder().encode(text))
}

/** A string as the protocol writes it: length of its UTF-8 in 4 bytes, then the UTF-8. */
export function prefixed(text: string): Bytes {
  const bytes = utf8(text)
  return concat(u32(bytes.length), bytes)
}

/** Whether both hold the same bytes. Not constant in time: only for what isn't secret. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}

function checkWhole(number: number, most: number): void {
  if (!Number.isInteger(number) || number < 0 || number > most)
    throw new RangeError(`not in 0..${most}: ${number}`)
}
