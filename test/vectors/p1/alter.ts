/** Where a value stands in a JSON file, and all forms of it with one byte changed. */
export type Altered = { readonly path: string; readonly files: readonly unknown[] }

const isHex = (text: string): boolean => /^(?:[0-9a-f]{2})+$/.test(text)

/** One bit of the byte or letter there is another. */
function alterAt(text: string, at: number): string {
  if (!isHex(text))
    return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)
  const begin = at - (at % 2)
  const byte = Number.parseInt(text.slice(begin, begin + 2), 16) ^ 1
  return text.slice(0, begin) + byte.toString(16).padStart(2, '0') + text.slice(begin + 2)
}

/** Texts change at their beginning, middle and end; an empty one gets a byte. */
function othersThan(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1]
  if (typeof value === 'boolean') return [!value]
  if (typeof value !== 'string') return [0]
  if (value === '') return ['00']
  const places = new Set([0, Math.floor(value.length / 2), value.length - 1])
  return [...places].map((at) => alterAt(value, at))
}

/** Every value of a JSON file, however deep, each time in a copy of the whole in which only it is another. */
export function alterEach(value: unknown, path = ''): Altered[] {
  if (typeof value !== 'object' || value === null) return [{ path, files: othersThan(value) }]
  return Object.entries(value).flatMap(([name, part]) =>
    alterEach(part, path === '' ? name : `${path}.${name}`).map((altered) => ({
      path: altered.path,
      files: altered.files.map((other) =>
        Array.isArray(value) ? value.with(Number(name), other) : { ...value, [name]: other },
      ),
    })),
  )
}
