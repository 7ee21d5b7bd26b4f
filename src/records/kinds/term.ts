import { fold, foldWords } from '../../shared/fold.ts'
import { languages, type Language } from '../../shared/language.ts'
import type { Fields } from '../../shared/value.ts'
import { textOf } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

/** What a word is in a language: as it was agreed on for it, else as it is everywhere. */
export const termIn = (fields: Fields, language: Language): string =>
  textOf(fields, `forms/${language}`).trim() || textOf(fields, 'name').trim()

/**
 * A word of the notebook that translators keep: the name of a club, an office, a custom. `name` is what it is called
 * everywhere, `forms/<language>` what it is called there instead, `remarks` what it means.
 */
export const term: RecordKind = {
  kind: 'term',
  path: 'glossary',
  label: (fields) => textOf(fields, 'name'),
  detail: (fields) =>
    [...new Set(languages.map((language) => textOf(fields, `forms/${language}`).trim()))]
      .filter((form) => form && form !== textOf(fields, 'name'))
      .join(', '),
  sort: (fields) => fold(textOf(fields, 'name')),
  words: (fields) =>
    foldWords(
      ['name', 'remarks', ...languages.map((language) => `forms/${language}`)]
        .map((name) => textOf(fields, name))
        .join(' '),
    ),
}

export { term as kind }
