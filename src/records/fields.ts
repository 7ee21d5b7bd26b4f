import type { Fields, Value } from '../shared/value.ts'

/** A field as text; anything else, and nothing, is ''. */
export function textOf(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

export type Element<T> = { readonly id: string; readonly value: T }

/**
 * The elements of a list field, `phones/<id>` and so on, in the order of their ids.
 * Removed elements (null) and those that `read` refuses are left out.
 */
export function elementsOf<T>(
  fields: Fields,
  list: string,
  read: (value: Value) => T | undefined,
): Element<T>[] {
  const start = `${list}/`
  return Object.keys(fields)
    .filter((name) => name.startsWith(start))
    .sort()
    .flatMap((name) => {
      const value = read(fields[name] ?? null)
      return value === undefined ? [] : [{ id: name.slice(start.length), value }]
    })
}

/** The ids under which a set field (`groups/<id>: true`) is ticked. */
export function tickedIn(fields: Fields, list: string): string[] {
  return elementsOf(fields, list, (value) => (value === true ? true : undefined)).map((element) => element.id)
}
