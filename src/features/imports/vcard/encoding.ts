const legacyNames: ReadonlyMap<string, string> = new Map([
  ['windows1250', 'windows-1250'],
  ['cp1250', 'windows-1250'],
  ['windows1251', 'windows-1251'],
  ['cp1251', 'windows-1251'],
  ['windows1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['iso88591', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso88592', 'iso-8859-2'],
  ['latin2', 'iso-8859-2'],
  ['iso88599', 'windows-1254'],
  ['windows1254', 'windows-1254'],
  ['iso885915', 'iso-8859-15'],
  ['latin9', 'iso-8859-15'],
])

/**
 * ł, ą, ż, ź in Windows-1250; there as ³, ¹, ¿, Ÿ in Windows-1252, which nobody writes between two letters.
 */
const polishBytes = new Set([0xb3, 0xb9, 0xbf, 0x9f])
/** ő in Windows-1250; õ in Windows-1252, which only Portuguese and Estonian have. */
const hungarianByte = 0xf5

const decoders = new Map<string, TextDecoder>()
const replacement = '\uFFFD'

/**
 * The decoder name of a charset from before UTF-8 became usual, or undefined for UTF-8 and what isn't known.
 */
export function legacyName(charset: string): string | undefined {
  return legacyNames.get(charset.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

/**
 * The file as bytes of which ASCII is readable: UTF-16 (by its mark or its zeros) becomes UTF-8, marks go.
 */
export function toSingleBytes(bytes: Uint8Array): Uint8Array {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return fromUtf16(bytes.subarray(2), 'utf-16le')
  if (first === 0xfe && second === 0xff) return fromUtf16(bytes.subarray(2), 'utf-16be')
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3)
  if (first !== 0 && second === 0) return fromUtf16(bytes, 'utf-16le')
  if (first === 0 && second !== 0 && second !== undefined) return fromUtf16(bytes, 'utf-16be')
  return bytes
}

/**
 * The charset to try where bytes aren't UTF-8 and the card names none. Looks for letters that only Polish and
 * Hungarian files have; none of these bytes can stand behind an ASCII letter in UTF-8.
 */
export function guessLegacy(bytes: Uint8Array): string {
  for (let at = 1; at < bytes.length - 1; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80 || !isLetter(bytes[at - 1])) continue
    if (byte === hungarianByte || (polishBytes.has(byte) && isLetter(bytes[at + 1]))) return 'windows-1250'
  }
  return 'windows-1252'
}

/**
 * Text of bytes that are UTF-8, or else of the legacy charset. Damage in UTF-8 costs its own characters
 * only.
 */
export function decodeText(bytes: Uint8Array, legacy: string): string {
  const text = decoder('utf-8').decode(bytes)
  if (!text.includes(replacement)) return text
  let lost = 0
  let kept = 0
  for (const character of text) {
    if (character === replacement) lost++
    else if (character > '\u007F') kept++
  }
  return kept >= lost ? text : decodeAs(bytes, legacy)
}

/** Text of bytes in a charset by its decoder name. */
export function decodeAs(bytes: Uint8Array, charset: string): string {
  return decoder(charset).decode(bytes)
}

/**
 * Quoted-printable without its soft line breaks, decoded. Other than a last = (a break before nothing), what
 * is no code stays.
 */
export function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length)
  let length = 0
  const end = bytes.at(-1) === 0x3d ? bytes.length - 1 : bytes.length
  for (let at = 0; at < end; at++) {
    const high = bytes[at] === 0x3d ? hexDigit(bytes[at + 1]) : -1
    const low = high < 0 ? -1 : hexDigit(bytes[at + 2])
    out[length++] = low < 0 ? (bytes[at] ?? 0) : high * 16 + low
    if (low >= 0) at += 2
  }
  return out.subarray(0, length)
}

function fromUtf16(bytes: Uint8Array, charset: string): Uint8Array {
  return new TextEncoder().encode(decodeAs(bytes, charset))
}

function decoder(charset: string): TextDecoder {
  const known = decoders.get(charset)
  if (known) return known
  const fresh = new TextDecoder(charset)
  decoders.set(charset, fresh)
  return fresh
}

function isLetter(byte: number | undefined): boolean {
  const lower = (byte ?? 0) | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}
