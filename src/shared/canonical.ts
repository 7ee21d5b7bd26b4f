import { Malformed, utf8, type Bytes } from './bytes.ts'
import type { Value } from './value.ts'

/** Deepest nesting: far above any record, far below what exhausts a tablet's stack. */
const deepest = 32

/**
 * The one way to write a value: UTF-8, no spaces, keys sorted by UTF-16 code unit, numbers and strings as
 * JSON.stringify spells them (RFC 8785), text neither normalised nor escaped beyond need. -0 becomes 0.
 * Throws Malformed for undefined, NaN, infinities, functions, bigints, class instances (dates, byte arrays)
 * and nesting over 32.
 */
export function writeCanonical(value: Value): Bytes {
  return utf8(write(value, 0))
}

/** The value of canonical bytes. Throws Malformed unless `writeCanonical` would give exactly these bytes. */
export function readCanonical(bytes: Uint8Array): Value {
  const text = decode(bytes)
  const value = parse(text)
  if (write(value, 0) !== text) throw new Malformed('not canonical JSON')
  return value
}

function write(value: unknown, depth: number): string {
  if (depth > deepest) throw new Malformed('nested too deep')
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  // Array.from turns the holes of a sparse array into undefined, which is refused below.
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]`
  if (isPlain(value)) {
    const fields = Object.keys(value).sort()
    return `{${fields.map((key) => `${JSON.stringify(key)}:${write(value[key], depth + 1)}`).join(',')}}`
  }
  throw new Malformed(`no JSON for ${typeof value}`)
}

/** Asks for the prototype's prototype, so that objects of another window or worker count as plain too. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new Malformed('not UTF-8', { cause })
  }
}

function parse(text: string): Value {
  try {
    return JSON.parse(text) as Value
  } catch (cause) {
    throw new Malformed('not JSON', { cause })
  }
}
