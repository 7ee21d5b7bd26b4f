import { decodeAs, decodeQuotedPrintable, decodeText, legacyName } from './encoding.ts'
import { limits } from './limits.ts'
import type { Line } from './lines.ts'

/** One line of a card. */
export interface Property {
  /** The part before the dot, in lower case: item1.TEL belongs with item1.X-ABLabel. */
  group: string
  /** Upper case. */
  name: string
  /** Upper-case names; values without their quotes, several joined by commas. */
  params: ReadonlyMap<string, string>
  /** Lower case: TYPE=home,voice and the bare words of 2.1 alike. */
  types: ReadonlySet<string>
  /** 1 for the most preferred; 101 where nothing is said. */
  rank: number
  /** The bytes behind the colon, still encoded. */
  value: Uint8Array
}

const encodings = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '7BIT', '8BIT'])
const valueKinds = new Set(['INLINE', 'URL', 'URI', 'CID', 'CONTENT-ID'])

/** The line as a property, or undefined for a line that is none. */
export function readProperty(line: Line, legacy: string): Property | undefined {
  if (!line.header) return undefined
  const [first = '', ...rest] = splitOutsideQuotes(decodeText(line.header, legacy))
  const label = first.replaceAll('\uFEFF', '').trim()
  const dot = label.indexOf('.')
  const name = label.slice(dot + 1).toUpperCase()
  if (name === '') return undefined
  const group = label.slice(0, Math.max(0, dot)).toLowerCase()
  const params = readParams(rest)
  const types = readTypes(params)
  return { group, name, params, types, rank: readRank(params, types), value: line.value }
}

/** The value as text, its escapes still in place. Only the beginning of a value that is far too long. */
export function rawText(property: Property, legacy: string): string {
  const cut = cutBytes(property.value)
  const quoted = property.params.get('ENCODING')?.toUpperCase().startsWith('QUOTED')
  const bytes = quoted ? decodeQuotedPrintable(cut) : cut
  const charset = legacyName(property.params.get('CHARSET') ?? '')
  return charset ? decodeAs(bytes, charset) : decodeText(bytes, legacy)
}

/** Never inside a character, or the whole value would no longer pass as UTF-8. */
function cutBytes(bytes: Uint8Array): Uint8Array {
  let end = Math.min(bytes.length, limits.rawValue)
  for (let step = 0; step < 3 && end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80; step++) end--
  return bytes.subarray(0, end)
}

function readTypes(params: ReadonlyMap<string, string>): Set<string> {
  const types = (params.get('TYPE') ?? '').toLowerCase().split(',')
  return new Set(types.map((type) => type.trim()).filter((type) => type !== ''))
}

function readRank(params: ReadonlyMap<string, string>, types: ReadonlySet<string>): number {
  const rank = Number(params.get('PREF'))
  if (Number.isInteger(rank) && rank >= 1 && rank <= 100) return rank
  return types.has('pref') ? 1 : 101
}

function readParams(parts: readonly string[]): Map<string, string> {
  const params = new Map<string, string>()
  for (const part of parts) {
    const sign = part.indexOf('=')
    const value = unescapeParam(part.slice(sign + 1))
    const name = sign < 0 ? bareName(value) : part.slice(0, sign).trim().toUpperCase()
    const before = params.get(name)
    params.set(name, before === undefined ? value : `${before},${value}`)
  }
  return params
}

/** 2.1 leaves out a parameter's name where its value tells which it is. */
function bareName(value: string): string {
  const upper = value.toUpperCase()
  if (encodings.has(upper)) return 'ENCODING'
  return valueKinds.has(upper) ? 'VALUE' : 'TYPE'
}

/** RFC 6868: ^n is a new line, ^' a quote, ^^ the sign itself. */
function unescapeParam(value: string): string {
  const plain = value.replaceAll('"', '').trim()
  return plain.replace(/\^[n'^]/g, (found) => (found === '^n' ? '\n' : found === "^'" ? '"' : '^'))
}

function splitOutsideQuotes(text: string): string[] {
  const parts: string[] = []
  let quoted = false
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted
    if (text[at] !== ';' || quoted) continue
    parts.push(text.slice(start, at))
    start = at + 1
  }
  return [...parts, text.slice(start)]
}
