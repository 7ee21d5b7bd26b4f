import type { Value } from './value.ts'

/**
 * Names that every JavaScript object has already: as a field they would be taken for what a record holds, or change what
 * it is. A fixed list, so that no two machines ever judge differently.
 */
const taken = new Set([
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
])

/** Whether a field, or a part of its value, may be called so. */
export const isName = (name: string): boolean => !taken.has(name)

/** Deepest nesting of a value: what fits into a change, which nests at most 32 deep, two of them around the value. */
const deepest = 30

/** Whether a field can hold this. */
export function isValue(value: unknown, depth = 0): value is Value {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth >= deepest) return false
  if (Array.isArray(value)) return value.every((item) => isValue(item, depth + 1))
  return Object.entries(value).every(([name, item]) => isName(name) && isValue(item, depth + 1))
}

/** Whether a kind of record may be called so: a newer app's are welcome; 'bin' is the list of the deleted ones. */
export const isKindName = (value: unknown): boolean =>
  typeof value === 'string' && /^[a-z][A-Za-z0-9-]{0,63}$/.test(value) && value !== 'bin'
