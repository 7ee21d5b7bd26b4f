import { toHex, utf8 } from '../shared/bytes.ts'
import { digestOf } from '../shared/digest.ts'
import type { Fields, Value } from '../shared/value.ts'
import { textOf } from './fields.ts'
import type { RecordKind } from './kind.ts'
import { translations } from './translated-words.ts'

/** One field's text in another language, as it stands in `in/<language>/<field>`. */
export type Translation = {
  readonly text: string
  /** The mark of the original that was translated. */
  readonly of: string
  /** Who translated it; '' where nobody says so. */
  readonly by: string
  /** Made by a machine, and nobody has looked through it yet. */
  readonly isMachine?: true
}

/** Which languages somebody reads: first the one of the screens, then the others as they said. */
export type Reader = { readonly language: string; readonly reads: readonly string[] }

/** A field's text as a reader gets it. */
export type Told = {
  readonly text: string
  /** '' where nobody said in which language it was written. */
  readonly language: string
  /** What it was translated by and how; missing for the original. */
  readonly translation?: Translation
  /** Whether the original has changed since it was translated. */
  readonly isStale: boolean
  /** Whether the reader reads that language, as far as anybody said. */
  readonly isRead: boolean
}

export const translationField = (language: string, field: string): string =>
  `${translations}${language}/${field}`

/** Short, and the same on every device: a translation remembers by it what it was made of. */
export const markOf = (original: string): string =>
  toHex(digestOf(utf8(original.normalize('NFC').trim()))).slice(0, 16)

/** The names of those fields of a record that hold a text which others read, in the order of its kind. */
export function textFields(kind: RecordKind | undefined, fields: Fields): string[] {
  const names = Object.keys(fields).sort()
  return (kind?.texts ?? [])
    .flatMap((text) => names.filter((name) => name === text || name.startsWith(`${text}/`)))
    .filter((name) => textOf(fields, name).trim() !== '')
}

/** The translation of a field, or undefined: an empty text is none. */
export function translationOf(fields: Fields, language: string, field: string): Translation | undefined {
  const value: Value = fields[translationField(language, field)] ?? null
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  const parts = value as Fields
  const text = textOf(parts, 'text')
  if (text.trim() === '') return undefined
  const [of, by] = [textOf(parts, 'of'), textOf(parts, 'by')]
  return { text, of, by, ...(parts['isMachine'] === true ? { isMachine: true as const } : {}) }
}

const isStale = (fields: Fields, field: string, { of }: Translation): boolean =>
  of !== markOf(textOf(fields, field))

/** The text as it was written. */
export function asWritten(fields: Fields, field: string, { language, reads }: Reader): Told {
  const own = textOf(fields, 'language')
  const isRead = own === '' || own === language || reads.includes(own)
  return { text: textOf(fields, field), language: own, isStale: false, isRead }
}

/**
 * What a reader gets of a field: their own language, else the original if they read it, else another language that they
 * read, else the original.
 */
export function tell(fields: Fields, field: string, reader: Reader): Told {
  const written = asWritten(fields, field, reader)
  if (written.text.trim() === '' || written.language === reader.language) return written
  const readsIt = reader.reads.includes(written.language)
  for (const language of [reader.language, ...(readsIt ? [] : reader.reads)]) {
    const translation = translationOf(fields, language, field)
    if (translation)
      return {
        text: translation.text,
        language,
        translation,
        isStale: isStale(fields, field, translation),
        isRead: true,
      }
  }
  return written
}

/** What a translator would have to do: write it, look what has changed, look through what a machine made. */
export type Need = 'missing' | 'stale' | 'unchecked'

/** What a field needs in a language; undefined where all is well, or where it was written in that very language. */
export function needOfField(fields: Fields, field: string, language: string): Need | undefined {
  if (textOf(fields, 'language') === language) return undefined
  const translation = translationOf(fields, language, field)
  if (!translation) return 'missing'
  if (isStale(fields, field, translation)) return 'stale'
  return translation.isMachine ? 'unchecked' : undefined
}

/** What a whole record needs in a language: the most pressing of what its fields need. */
export function needOf(kind: RecordKind | undefined, fields: Fields, language: string): Need | undefined {
  const needs = textFields(kind, fields).map((field) => needOfField(fields, field, language))
  return (['missing', 'stale', 'unchecked'] as const).find((need) => needs.includes(need))
}
