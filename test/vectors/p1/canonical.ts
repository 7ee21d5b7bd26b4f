import { Differs, hex, utf8 } from './bytes.ts'

export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value }

function write(value: Value): string {
  if (typeof value === 'object' && value !== null) {
    if (Array.isArray(value)) return `[${value.map(write).join(',')}]`
    // JavaScript compares strings by code unit.
    const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
    return `{${fields.map(([name, part]) => `${JSON.stringify(name)}:${write(part)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

export const writeCanonical = (value: Value): Uint8Array => utf8(write(value))

/** The value, if these bytes are just how it is written. */
export function readCanonical(bytes: Uint8Array): Value {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const value = JSON.parse(text) as Value
  if (hex(writeCanonical(value)) !== hex(bytes)) throw new Differs('JSON that is not canonical')
  return value
}

export type Fields = { readonly [name: string]: Value }

/** An object with exactly these fields. */
export function readFields(bytes: Uint8Array, names: readonly string[]): Fields {
  const value = readCanonical(bytes)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Differs('no object')
  if (Object.keys(value).join() !== [...names].sort().join()) throw new Differs('other fields')
  return value as Fields
}
