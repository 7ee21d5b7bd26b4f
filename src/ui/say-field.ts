import { isId } from '../shared/ids.ts'
import type { Value } from '../shared/value.ts'
import type { FieldWord, FieldWords, Saying } from './field-words.ts'
import { sayAny } from './sayings.ts'
import type { TextKey } from './text.ts'

/** How a photo's bytes are sealed, and marks of the app's own: nobody reads them. */
export const unread: ReadonlySet<string> = new Set([
  'key',
  'pieces',
  'deletedAt',
  'type',
  'width',
  'height',
  'size',
  'addedOn',
  'writtenAt',
  'format',
])

/** What is known of a field, or of the list that it is in; `other` is what one of a newer version of the app is called. */
const wordOf = (words: FieldWords, field: string, other: TextKey): FieldWord =>
  words[field] ?? words[field.split('/')[0] ?? ''] ?? { name: other }

/** Where nothing better is known, a record is called by its name and not by its id. */
const saySomehow: NonNullable<FieldWord['say']> = (value, { nameOf }) =>
  isId(value) ? nameOf(value) : sayAny(value)

/** What a field is called, and its values in words: '' for nothing that could be read. */
export function sayField(
  words: FieldWords,
  field: string,
  other: TextKey,
  saying: Saying,
): { name: string; say: (value: Value) => string } {
  const word = wordOf(words, field, other)
  const [, ...rest] = field.split('/')
  const whose = rest.length > 0 ? (word.whose?.(rest, saying) ?? '') : ''
  return {
    name: [saying.t(word.name), whose].filter(Boolean).join(': '),
    say: (value) => (word.photo ? '' : (word.say ?? saySomehow)(value, saying).trim()),
  }
}
