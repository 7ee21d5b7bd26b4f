import type { FieldWords } from '../../ui/field-words.ts'
import { contactFields, sayChoice } from '../../ui/sayings.ts'
import { typeKeys } from './types.ts'

/** How the fields of a group are called and said. */
export const groupWords: FieldWords = {
  ...contactFields,
  name: { name: 'groups.name' },
  type: { name: 'groups.type.legend', say: sayChoice(typeKeys) },
  town: { name: 'groups.town' },
  address: { name: 'groups.address' },
  remarks: { name: 'groups.remarks', long: true },
}
