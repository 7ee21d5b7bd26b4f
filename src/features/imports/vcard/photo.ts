import type { Bytes } from '../../../shared/bytes.ts'
import type { Card } from './card.ts'
import { limits } from './limits.ts'
import type { Property } from './property.ts'
import type { ImportedPhoto } from './types.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** The value of each sign; both ways to write the last two. */
const digits = new Int8Array(256).fill(-1)
for (let at = 0; at < alphabet.length; at++) digits[alphabet.charCodeAt(at)] = at
for (const [sign, value] of [
  ['+', 62],
  ['-', 62],
  ['/', 63],
  ['_', 63],
] as const)
  digits[sign.charCodeAt(0)] = value

/** How a picture begins, by type; `from` is where, for those with a length in front. */
const beginnings: readonly { type: ImportedPhoto['type']; from: number; bytes: readonly number[] }[] = [
  { type: 'image/jpeg', from: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', from: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/gif', from: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', from: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
]

/** The first photo that the card carries in itself. Addresses of pictures elsewhere are never fetched. */
export function readPhoto(card: Card): ImportedPhoto | undefined {
  for (const property of card.properties('PHOTO', 'X-MS-CARDPICTURE')) {
    const encoded = base64Part(property)
    // Four characters carry three bytes; breaks and blanks take a few more.
    if (!encoded || encoded.length > limits.photo * 1.4) continue
    const bytes = decodeBase64(encoded)
    const kind = beginnings.find(({ from, bytes: begin }) =>
      begin.every((byte, at) => bytes[from + at] === byte),
    )
    if (kind && bytes.length <= limits.photo) return { type: kind.type, bytes }
  }
  return undefined
}

/** Base64 as it is (2.1, 3.0) or in a data: address (4.0, and 3.0 of Nextcloud). */
function base64Part(property: Property): Uint8Array | undefined {
  const head = String.fromCharCode(...property.value.subarray(0, 200)).trimStart()
  if (!/^[a-z][a-z0-9+.-]*:/i.test(head)) return property.value
  const comma = property.value.indexOf(0x2c)
  return /^data:[^,]*;base64\\?,/i.test(head) ? property.value.subarray(comma + 1) : undefined
}

function decodeBase64(encoded: Uint8Array): Bytes {
  const out = new Uint8Array(Math.floor((encoded.length * 3) / 4))
  let length = 0
  let bits = 0
  let held = 0
  for (const sign of encoded) {
    const digit = digits[sign] ?? -1
    if (digit < 0) continue
    held = ((held << 6) | digit) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    out[length++] = held >> bits
  }
  return out.slice(0, length)
}
