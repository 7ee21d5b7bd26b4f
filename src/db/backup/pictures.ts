import { Malformed } from '../../shared/bytes.ts'

type Signature = readonly (readonly [at: number, bytes: readonly number[]])[]

const signatures: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ['image/jpeg', [[0, [0xff, 0xd8, 0xff]]]],
  ['image/png', [[0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]]],
  // "RIFF", four bytes of length, "WEBP".
  [
    'image/webp',
    [
      [0, [0x52, 0x49, 0x46, 0x46]],
      [8, [0x57, 0x45, 0x42, 0x50]],
    ],
  ],
])

/** Whether the bytes begin as a picture of this type does; only the three types that every browser shows. */
export function isPicture(type: string, bytes: ArrayBuffer): boolean {
  const signature = signatures.get(type)
  const view = new Uint8Array(bytes)
  return signature?.every(([at, wanted]) => wanted.every((byte, index) => view[at + index] === byte)) ?? false
}

/** How many bytes become characters at once: more arguments than this overflow the stack of some browsers. */
const step = 0x1800

/** RFC 4648 base64, with its padding. */
export function toBase64(bytes: ArrayBuffer): string {
  const parts: string[] = []
  // A multiple of three bytes leaves no padding between the parts.
  for (let at = 0; at < bytes.byteLength; at += step) {
    const part = new Uint8Array(bytes, at, Math.min(step, bytes.byteLength - at))
    // Spread, they would be read one by one: fifteen times slower.
    parts.push(btoa(Reflect.apply(String.fromCharCode, undefined, part) as string))
  }
  return parts.join('')
}

/** The bytes of base64. Throws Malformed for anything else. */
export function fromBase64(text: string): ArrayBuffer {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new Malformed('not base64')
  const characters = atob(text)
  const bytes = new Uint8Array(characters.length)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at)
  return bytes.buffer
}
