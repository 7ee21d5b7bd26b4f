import type { Value } from '../../../src/shared/value.ts'

/** Something that was promised didn't hold. */
export class Violation extends Error {
  override readonly name = 'Violation'
}

/** Whatever was thrown, as an error. */
export const errorOf = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown))

/** Throws a Violation unless it holds. */
export function mustHold(holds: boolean, says: () => string): asserts holds {
  if (!holds) throw new Violation(says())
}

/** Equal values as equal text, whatever the order of their keys. */
export function textOf(value: Value | undefined): string {
  if (Array.isArray(value)) return `[${value.map((one: Value) => textOf(one)).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${textOf(one)}`)
  return `{${entries.sort().join()}}`
}
