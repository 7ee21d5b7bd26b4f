import { concat, Malformed, readU32, u32, utf8, type Bytes } from '../bytes.ts'
import { limits } from '../limits.ts'
import { exactly, type Check } from '../shape.ts'

/** How a request's or an answer's body is written and read. `read` throws Malformed for anything else. */
export type Codec<T> = {
  /** What stands in Content-Type. */
  readonly type: string
  readonly write: (value: T) => Bytes
  readonly read: (bytes: Uint8Array) => T
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new Malformed('not JSON', { cause })
  }
}

/** A body of JSON with exactly these fields. */
export function json<T extends object>(checks: { readonly [field in keyof T]: Check }): Codec<T> {
  return {
    type: 'application/json',
    write: (value) => utf8(JSON.stringify(value)),
    read(bytes) {
      const value = parse(bytes)
      if (!exactly<T>(value, checks)) throw new Malformed('a body with other fields')
      return value
    },
  }
}

/** Several byte strings after each other, each with its length in 4 bytes before it. */
export function writeParts(parts: readonly Uint8Array[]): Bytes {
  return concat(...parts.flatMap((part) => [u32(part.length), part]))
}

/** Throws Malformed where the lengths don't come out even, and for more parts than any body has: each costs far more than its 4 bytes. */
export function readParts(bytes: Uint8Array): Bytes[] {
  const parts: Bytes[] = []
  for (let at = 0; at < bytes.length;) {
    if (parts.length === limits.parts) throw new Malformed('too many parts')
    if (at + 4 > bytes.length) throw new Malformed('a part without a length')
    const end = at + 4 + readU32(bytes, at)
    if (end > bytes.length) throw new Malformed('a part that ends too early')
    parts.push(concat(bytes.subarray(at + 4, end)))
    at = end
  }
  return parts
}

/** JSON with byte strings behind it: the first part is the JSON. */
export function jsonWithParts<T extends object>(checks: {
  readonly [field in keyof T]: Check
}): Codec<T & { readonly parts: readonly Bytes[] }> {
  const head = json<T>(checks)
  return {
    type: 'application/octet-stream',
    write({ parts, ...rest }) {
      return writeParts([head.write(rest as unknown as T), ...parts])
    },
    read(bytes) {
      const [first, ...parts] = readParts(bytes)
      if (!first) throw new Malformed('a body without a beginning')
      return { ...head.read(first), parts }
    },
  }
}
