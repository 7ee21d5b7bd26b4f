import { valuesOf } from '../../db/show.ts'
import type { Registers } from '../../db/merge.ts'
import type { Mention } from '../../db/mentions.ts'
import type { FieldWords, Saying } from '../../ui/field-words.ts'
import { sayField, unread } from '../../ui/say-field.ts'

/** One line of what is recorded: what it is called, and what stands there; more than one where there are two versions. */
export type Fact = { readonly field: string; readonly name: string; readonly values: readonly string[] }

function factOf(words: FieldWords, field: string, register: Registers[string], saying: Saying): Fact {
  const { name, say } = sayField(words, field, 'access.otherField', saying)
  const values = valuesOf(register ?? { live: {}, ahead: [] }).map(({ value }) => say(value))
  return { field, name, values: values.filter(Boolean) }
}

/** What lists of others hold, and what a record says of this one alone. */
const lists: readonly string[] = [
  'invited',
  'answers',
  'taken',
  'people',
  'groups',
  'who',
  'members',
  'shown',
]

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
