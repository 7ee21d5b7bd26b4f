import { limits } from './limits.ts'

/** A whole line, folds undone. Without a colon the header is undefined and the value is the line. */
export interface Line {
  header: Uint8Array | undefined
  value: Uint8Array
}

interface Span {
  start: number
  end: number
  next: number
}

const tab = 0x09
const lineFeed = 0x0a
const carriageReturn = 0x0d
const space = 0x20
const quote = 0x22
const colon = 0x3a
const equals = 0x3d
/** B, E, b, e */
const boundaryLetters = new Set([0x42, 0x45, 0x62, 0x65])

/**
 * The lines of a file with their folds undone: a leading space or tab (RFC 2425, 2426, 6350), the soft
 * breaks of quoted-printable, and base64 that runs on without a space up to an empty line (2.1). Each byte
 * is copied once, so it takes linear time.
 */
export function* readLines(bytes: Uint8Array): Generator<Line> {
  const out = new Uint8Array(bytes.length)
  let length = 0
  let span = spanAt(bytes, 0)
  while (span) {
    if (span.end === span.start) {
      span = spanAt(bytes, span.next)
      continue
    }
    const start = length
    const search = new ColonSearch(out, start)
    length = copy(bytes, span.start, span.end, out, length)
    let next = spanAt(bytes, span.next)
    for (; next; next = spanAt(bytes, next.next)) {
      const encoding = search.encoding(length)
      const soft = encoding === 'quoted-printable' ? softBreak(out, search.colon, length) : -1
      if (soft >= 0 && !isBoundary(bytes, next)) length = copy(bytes, next.start, next.end, out, soft)
      else if (isBlank(bytes[next.start]) && next.end > next.start)
        length = copy(bytes, next.start + 1, next.end, out, length)
      else if (encoding === 'base64' && isBase64(bytes, next))
        length = copy(bytes, next.start, next.end, out, length)
      else break
    }
    const at = search.find(length)
    const from = at < 0 ? start : at + 1
    yield { header: at < 0 ? undefined : out.subarray(start, at), value: out.subarray(from, length) }
    span = next
  }
}

/** Where the header of the line in the making ends; goes on from where it stopped, as the line grows. */
class ColonSearch {
  colon = -1
  readonly #bytes: Uint8Array
  readonly #start: number
  #at: number
  #quoted = false
  #firstColon = -1
  #encoding: 'quoted-printable' | 'base64' | 'none' | undefined

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes
    this.#start = start
    this.#at = start
  }

  /** -1 without a colon. One inside quotes counts only if the quotes never close. */
  find(length: number): number {
    this.#scan(length)
    return this.colon < 0 ? this.#firstColon : this.colon
  }

  encoding(length: number): 'quoted-printable' | 'base64' | 'none' {
    if (this.#encoding) return this.#encoding
    this.#scan(length)
    if (this.colon < 0) return 'none'
    this.#encoding = encodingOf(this.#bytes.subarray(this.#start, this.colon))
    return this.#encoding
  }

  #scan(length: number): void {
    const end = Math.min(length, this.#start + limits.header)
    for (; this.colon < 0 && this.#at < end; this.#at++) {
      const byte = this.#bytes[this.#at]
      if (byte === quote) this.#quoted = !this.#quoted
      else if (byte === colon && !this.#quoted) this.colon = this.#at
      else if (byte === colon && this.#firstColon < 0) this.#firstColon = this.#at
    }
  }
}

function encodingOf(header: Uint8Array): 'quoted-printable' | 'base64' | 'none' {
  const text = String.fromCharCode(...header).toUpperCase()
  if (text.includes('QUOTED')) return 'quoted-printable'
  return /;(?:ENCODING=)?"?(?:BASE64|B)"?(?:;|$)/.test(text) ? 'base64' : 'none'
}

function spanAt(bytes: Uint8Array, start: number): Span | undefined {
  if (start >= bytes.length) return undefined
  let end = start
  while (end < bytes.length && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end++
  let next = end + 1
  if (bytes[end] === carriageReturn) {
    // Files that went through a wrong conversion end their lines with CR CR LF.
    if (bytes[next] === carriageReturn && bytes[next + 1] === lineFeed) next++
    if (bytes[next] === lineFeed) next++
  }
  return { start, end, next }
}

function copy(from: Uint8Array, start: number, end: number, out: Uint8Array, length: number): number {
  for (let at = start; at < end; at++) out[length++] = from[at] ?? 0
  return length
}

/** Where the = of a soft line break stands, or -1. A few blanks behind it are an old gateway's padding. */
function softBreak(out: Uint8Array, colonAt: number, length: number): number {
  let at = length - 1
  while (at > colonAt && at > length - 8 && isBlank(out[at])) at--
  return at > colonAt && out[at] === equals ? at : -1
}

/**
 * A soft break before the end of its card is a mistake of the writer, and must not swallow the card's end.
 */
function isBoundary(bytes: Uint8Array, span: Span): boolean {
  if (span.end - span.start > 16 || !boundaryLetters.has(bytes[span.start] ?? 0)) return false
  return /^(?:BEGIN|END):VCARD\s*$/i.test(String.fromCharCode(...bytes.subarray(span.start, span.end)))
}

function isBase64(bytes: Uint8Array, span: Span): boolean {
  for (let at = span.start; at < span.end; at++) {
    const byte = bytes[at] ?? 0
    const lower = byte | 0x20
    const letter = lower >= 0x61 && lower <= 0x7a
    const digit = byte >= 0x2f && byte <= 0x39
    if (!letter && !digit && byte !== 0x2b && byte !== equals && !isBlank(byte)) return false
  }
  return span.end > span.start
}

function isBlank(byte: number | undefined): boolean {
  return byte === space || byte === tab
}
