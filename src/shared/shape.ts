/** Whether one value is what it should be; `exactly` puts them together. */
export type Check = (value: unknown) => boolean

/** Lower-case hex of so many bytes. */
export const hexOf =
  (bytes: number): Check =>
  (value) =>
    typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value)

/** Lower-case hex of at most so many bytes, and at least one. */
export const hexUpTo =
  (bytes: number): Check =>
  (value) =>
    typeof value === 'string' &&
    value.length > 0 &&
    value.length <= 2 * bytes &&
    value.length % 2 === 0 &&
    /^[0-9a-f]*$/.test(value)

/** A point of P-256 as it is written here: uncompressed. Some machines take other forms of it, others don't. */
export const isPointHex: Check = (value) => hexOf(65)(value) && (value as string).startsWith('04')

/** A key as it is wrapped for somebody: such a point, and the sealed key behind it. */
export const isWrapHex: Check = (value) => hexOf(113)(value) && (value as string).startsWith('04')

export const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)

/** A whole number from 0 to what JavaScript counts exactly; -0 is a second spelling, and none of ours. */
export const isCount: Check = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0)

export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)

/** At most so many, each of them passing. */
export const listOf =
  (check: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every((one) => check(one))

/** An object of at most so many entries, each key and each value passing. */
export const mapOf =
  (key: Check, value: Check, most: number): Check =>
  (map) => {
    if (typeof map !== 'object' || map === null || Array.isArray(map)) return false
    const entries = Object.entries(map)
    return entries.length <= most && entries.every(([name, one]) => key(name) && value(one))
  }

/** Whether the value is an object with exactly these fields, each of them passing: more is as wrong as less. */
export function exactly<T extends object>(
  value: unknown,
  checks: { readonly [field in keyof T]: Check },
): value is T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const fields = new Map<string, unknown>(Object.entries(value))
  const wanted = Object.entries<Check>(checks)
  return fields.size === wanted.length && wanted.every(([field, check]) => check(fields.get(field)))
}

/** The same as a check of a part of something. */
export const shaped =
  (checks: { readonly [field: string]: Check }): Check =>
  (value) =>
    exactly(value, checks)
