import type { Content, MadeUp } from '../../db/practice.ts'
import type { Language } from '../../shared/language.ts'
import type { Fields, Value } from '../../shared/value.ts'
import type { Entry, Writer } from './content.ts'
import { dayFor, momentOf } from './days.ts'

/** What the content does not know. */
export type Now = {
  readonly today: Date
  readonly myName: string
  /** What is said of an example from real towns, and in which language. */
  readonly example: Example
}

export type Example = { readonly text: string; readonly language: Language }

// The same number each time: whatever is open or remembered of a record is still there when all is as it was at first.
const idAt = (index: number): string => (index + 1).toString(16).padStart(32, '0')
const deviceAt = (index: number): string => idAt(index).replace(/^0+/, (zeros) => 'f'.repeat(zeros.length))

/** Numbers the content's records and puts ids, days and moments where it names them. */
export class Resolver {
  readonly #ids: ReadonlyMap<string, string>
  readonly #devices: ReadonlyMap<string, string>
  readonly #now: Now

  constructor(entries: readonly Entry[], writers: readonly Writer[], now: Now) {
    this.#ids = new Map(entries.map((entry, index) => [entry.key, idAt(index)]))
    this.#devices = new Map(writers.map((writer, index) => [writer.key, deviceAt(index)]))
    this.#now = now
  }

  idOf(key: string): string {
    const id = this.#ids.get(key)
    if (!id) throw new Error(`the practice content has no ${key}`)
    return id
  }

  deviceOf(key: string): string {
    const device = this.#devices.get(key)
    if (!device) throw new Error(`nobody called ${key} writes in the practice content`)
    return device
  }

  #text(text: string): string {
    if (text.startsWith('@')) return this.idOf(text.slice(1))
    if (!text.startsWith('=')) return text
    if (text === '=me') return this.#now.myName
    if (text === '=example') return this.#now.example.text
    if (text === '=language') return this.#now.example.language
    if (text.startsWith('=at ')) return momentOf(this.#now.today, text.slice(4)).toISOString()
    return dayFor(this.#now.today, text.slice(1))
  }

  #value(value: Value): Value {
    if (typeof value === 'string') return this.#text(value)
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
    return this.fields(value as Fields)
  }

  fields(fields: Fields): Fields {
    return Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name
          .split('/')
          .map((part) => this.#text(part))
          .join('/'),
        this.#value(value),
      ]),
    )
  }

  changes({ key, kind, later = [], ...first }: Entry): MadeUp[] {
    return [first, ...later].map(({ by, at, fields }) => ({
      record: this.idOf(key),
      kind,
      by: this.deviceOf(by),
      time: momentOf(this.#now.today, at).getTime(),
      set: this.fields(fields),
    }))
  }
}

/** All changes of the content and their writers' names; the photos' bytes are not drawn yet. */
export function resolve(
  entries: readonly Entry[],
  writers: readonly Writer[],
  now: Now,
): Pick<Content, 'changes' | 'names'> & { readonly resolver: Resolver } {
  const resolver = new Resolver(entries, writers, now)
  return {
    resolver,
    changes: entries.flatMap((entry) => resolver.changes(entry)),
    names: Object.fromEntries(writers.map(({ key, name }) => [resolver.deviceOf(key), name])),
  }
}
