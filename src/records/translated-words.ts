import { firstWords } from '../shared/beginning.ts'
import { foldWords } from '../shared/fold.ts'
import type { Fields } from '../shared/value.ts'
import { textOf } from './fields.ts'

// A file of its own: whoever saves, and whoever lists, needs nothing else of translations.

/** How the fields begin that hold a record's translations, `in/<language>/<field>`. */
export const translations = 'in/'

/** The words of all translations of a record: it is found by them as by its own. */
export const translatedWords = (fields: Fields): string[] =>
  Object.keys(fields)
    .filter((name) => name.startsWith(translations))
    .flatMap((name) => foldWords(textOf((fields[name] ?? {}) as Fields, 'text')))

/** A text for a reader, and the language that it is in; undefined where nobody knows. */
type InLanguage = { readonly text: string; readonly lang: string | undefined }

/**
 * A text of a record in the reader's language where somebody translated it, else as it was written. For lists: it costs no reading,
 * for the translation lies in the record itself.
 */
export function textFor(fields: Fields, field: string, language: string): InLanguage {
  const own = textOf(fields, 'language')
  const text = textOf(fields, field).trim()
  const there = (fields[`${translations}${language}/${field}`] ?? {}) as Fields
  const translated = text && own !== language && textOf(there, 'text').trim()
  return translated ? { text: translated, lang: language } : { text, lang: (text && own) || undefined }
}

/** The same for what a list calls a record; the beginning of a longer text. */
export function nameFor(
  { label, fields }: { label: string; fields: Fields },
  language: string,
): { readonly name: string; readonly lang: string | undefined } {
  if (!label) return { name: '', lang: undefined }
  const { text, lang } = textFor(fields, label === textOf(fields, 'title') ? 'title' : 'text', language)
  const isTranslated = lang === language && textOf(fields, 'language') !== language
  return { name: isTranslated ? firstWords(text) : label, lang }
}
