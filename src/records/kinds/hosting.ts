import { textOf } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

export const smokingAnswers = ['no', 'outside', 'yes'] as const
export type SmokingAnswer = (typeof smokingAnswers)[number]

/** What a person offers as a host. A record of its own: it has other readers and a shorter life than a contact. */
export const hosting: RecordKind = {
  kind: 'hosting',
  path: 'people',
  label: () => '',
  sort: () => '',
  words: () => [],
  about: (fields) => [textOf(fields, 'person')].filter(Boolean),
}

export { hosting as kind }
