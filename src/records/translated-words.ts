import { foldWords } from '../shared/fold.ts'
import type { Fields } from '../shared/value.ts'
import { textOf } from './fields.ts'

// A file of its own: whoever saves needs nothing else of translations.

/** How the fields begin that hold a record's translations, `in/<language>/<field>`. */
export const translations = 'in/'

/** The words of all translations of a record: it is found by them as by its own. */
export const translatedWords = (fields: Fields): string[] =>
  Object.keys(fields)
    .filter((name) => name.startsWith(translations))
    .flatMap((name) => foldWords(textOf((fields[name] ?? {}) as Fields, 'text')))
