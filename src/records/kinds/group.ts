import { fold } from '../../shared/fold.ts'
import { contactWords } from '../contact.ts'
import { textOf } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

export const groupTypes = [
  'association',
  'administration',
  'school',
  'choir',
  'church',
  'company',
  'other',
] as const
export type GroupType = (typeof groupTypes)[number]

export const group: RecordKind = {
  kind: 'group',
  path: 'groups',
  label: (fields) => textOf(fields, 'name'),
  detail: (fields) => textOf(fields, 'town'),
  sort: (fields) => fold(textOf(fields, 'name')),
  isLookedUp: true,
  words: (fields) => contactWords(fields, ['name', 'town', 'address', 'remarks']),
  photo: (fields) => textOf(fields, 'photo'),
}

export { group as kind }
