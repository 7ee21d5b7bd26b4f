import type { Value } from '../shared/value.ts'
import type { Language } from '../shared/language.ts'
import type { TextKey, Translate } from './text.ts'

/** What a value needs to be said: the reader's words, the record's other fields, and what other records are called. */
export type Saying = {
  readonly t: Translate
  readonly language: Language
  readonly fields: { readonly [field: string]: Value }
  /** The name of another record; '' where it has none or isn't here. */
  readonly nameOf: (id: string) => string
}

export type FieldWord = {
  readonly name: TextKey
  /** The value in words; without it the value is a text itself. '' for nothing. */
  readonly say?: (value: Value, saying: Saying) => string
  /** A text of several sentences: two of them can stand one after the other. */
  readonly long?: boolean
  /** The value is a photo's id. */
  readonly photo?: boolean
  /** For the elements of a list: what the parts of the name behind the list's say, as 'people/<id>'. */
  readonly whose?: (rest: readonly string[], saying: Saying) => string
}

/** By field, or by list for all of its elements, what it is called and how its values are said. */
export type FieldWords = { readonly [field: string]: FieldWord }
