import type { Value } from '../../shared/value.ts'
import type { FieldWord, FieldWords, Saying } from '../../ui/field-words.ts'
import { sayAny } from '../../ui/sayings.ts'
import type { Translate } from '../../ui/text.ts'

/** The word for a field; for an element of a list, the list's. */
export const wordOf = (words: FieldWords, field: string): FieldWord =>
  words[field] ?? words[field.split('/')[0] ?? ''] ?? { name: 'versions.otherField', say: sayAny }

/** What a field is called, with whose element it is. */
export function nameOfField({ name, whose }: FieldWord, field: string, saying: Saying): string {
  const [, ...rest] = field.split('/')
  return [saying.t(name), rest.length > 0 && whose?.(rest, saying)].filter(Boolean).join(': ')
}

/** A value in words; a word of ours for nothing. */
export function wordsOf({ say = sayAny }: FieldWord, value: Value, saying: Saying): string {
  return say(value, saying).trim() || saying.t('versions.nothing')
}

/** Whether a value is a text that can be compared word by word. */
export const isText = ({ say, photo }: FieldWord, value: Value): value is string =>
  !say && !photo && typeof value === 'string' && value.trim() !== ''

/** "Fassung von Helga Brandt", "Ihre Fassung". */
export function whoseVersion(t: Translate, writer: { isMe: boolean; name: string } | undefined): string {
  if (writer?.isMe) return t('versions.yours')
  return writer?.name ? t('versions.by', { name: writer.name }) : t('versions.bySomebody')
}
