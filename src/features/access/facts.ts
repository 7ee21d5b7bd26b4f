import { valuesOf } from '../../db/show.ts'
import type { Registers } from '../../db/merge.ts'
import type { Mention } from '../../db/mentions.ts'
import { isId } from '../../shared/ids.ts'
import type { Value } from '../../shared/value.ts'
import type { FieldWord, FieldWords, Saying } from '../../ui/field-words.ts'
import { sayAny } from '../../ui/sayings.ts'

/** One line of what is recorded: what it is called, and what stands there; more than one where there are two versions. */
export type Fact = { readonly field: string; readonly name: string; readonly values: readonly string[] }

/** How a photo's bytes are sealed, and marks of the app's own: nobody reads them. */
const unread: ReadonlySet<string> = new Set([
  'key',
  'pieces',
  'deletedAt',
  'type',
  'width',
  'height',
  'size',
  'addedOn',
  'writtenAt',
])

const wordOf = (words: FieldWords, field: string): FieldWord =>
  words[field] ?? words[field.split('/')[0] ?? ''] ?? { name: 'access.otherField' }

/** Where nothing better is known, a record is called by its name and not by its id. */
const saySomehow: NonNullable<FieldWord['say']> = (value, { nameOf }) =>
  isId(value) ? nameOf(value) : sayAny(value)

const said = (word: FieldWord, value: Value, saying: Saying): string =>
  word.photo ? '' : (word.say ?? saySomehow)(value, saying).trim()

function factOf(words: FieldWords, field: string, register: Registers[string], saying: Saying): Fact {
  const word = wordOf(words, field)
  const [, ...rest] = field.split('/')
  const whose = rest.length > 0 ? (word.whose?.(rest, saying) ?? '') : ''
  const name = [saying.t(word.name), whose].filter(Boolean).join(': ')
  const values = valuesOf(register ?? { live: {}, ahead: [] }).map(({ value }) => said(word, value, saying))
  return { field, name, values: values.filter(Boolean) }
}

/** What lists of others hold, and what a record says of this one alone. */
const lists: readonly string[] = ['invited', 'answers', 'people', 'groups', 'who', 'members']

/**
 * What a record says, in words, in all versions. Of one that names many people only what concerns the person `id`; all else
 * of it is there.
 */
export function factsOf(
  { versions, row }: Mention,
  id: string,
  words: FieldWords,
  saying: Omit<Saying, 'fields'>,
): Fact[] {
  const isOthers = (field: string): boolean => {
    const [list = '', ...rest] = field.split('/')
    return row.id !== id && rest.length > 0 && lists.includes(list) && !field.includes(id)
  }
  return Object.entries(versions.registers)
    .filter(([field]) => !unread.has(field) && !isOthers(field))
    .map(([field, register]) => factOf(words, field, register, { ...saying, fields: row.fields }))
    .filter(({ values }) => values.length > 0)
}
