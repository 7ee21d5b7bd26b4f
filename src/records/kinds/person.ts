import { fold } from '../../shared/fold.ts'
import type { Fields } from '../../shared/value.ts'
import { contactWords } from '../contact.ts'
import { textOf, tickedIn } from '../fields.ts'
import type { RecordKind } from '../kind.ts'
import type { Occasion } from '../occasion.ts'

/** The two parts of a name in the person's own order; `strong` is the family name. */
export function nameParts(fields: Fields): { text: string; strong: boolean }[] {
  const shown = textOf(fields, 'shownName')
  if (shown) return [{ text: shown, strong: false }]
  const given = { text: textOf(fields, 'givenName'), strong: false }
  const family = { text: textOf(fields, 'familyName'), strong: true }
  const parts = fields['familyFirst'] === true ? [family, given] : [given, family]
  return parts.filter((part) => part.text)
}

/** What the lists are sorted by: family name, then given name. */
export function sortName(fields: Fields): string {
  const parts = [textOf(fields, 'familyName'), textOf(fields, 'givenName')].filter(Boolean).join(' ')
  return parts || textOf(fields, 'shownName')
}

const yearly = (name: 'birthday' | 'nameDay', date: string): Occasion[] =>
  date
    ? [
        {
          name,
          date,
          time: '',
          endDate: '',
          endTime: '',
          zone: '',
          rule: 'FREQ=YEARLY',
          exceptions: {},
          isCancelled: false,
        },
      ]
    : []

export const person: RecordKind = {
  kind: 'person',
  path: 'people',
  label: (fields) =>
    nameParts(fields)
      .map((part) => part.text)
      .join(' '),
  detail: (fields) => [textOf(fields, 'role'), textOf(fields, 'town')].filter(Boolean).join(', '),
  sort: (fields) => fold(sortName(fields)),
  isLookedUp: true,
  words: (fields) =>
    contactWords(fields, ['givenName', 'familyName', 'shownName', 'role', 'town', 'address', 'remarks']),
  about: (fields) => tickedIn(fields, 'groups'),
  photo: (fields) => textOf(fields, 'photo'),
  occasions: (fields) => [
    ...yearly('birthday', textOf(fields, 'birthday')),
    ...yearly('nameDay', textOf(fields, 'nameDay')),
  ],
}

export { person as kind }
