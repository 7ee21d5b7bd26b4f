import { firstWords } from '../../shared/beginning.ts'
import { foldWords } from '../../shared/fold.ts'
import { textOf } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

/**
 * A note: `text`, `date`, `author`, `language`, `about` (a record), `writtenAt`. Minutes have `form` 'minutes', are about an event,
 * say in `occasion` which of its dates ('once' or the day that the rule gives), and hold what was decided, as long as it is no
 * next step yet, in `decisions/<id>/text`, `/who` and `/until`.
 */
export const note: RecordKind = {
  kind: 'note',
  path: 'notes',
  label: (fields) => firstWords(textOf(fields, 'text')),
  detail: (fields) => textOf(fields, 'author'),
  // Of one day the one written last stands first.
  sort: (fields) => `${textOf(fields, 'date')} ${textOf(fields, 'writtenAt')}`,
  texts: ['text'],
  words: (fields) => foldWords(`${textOf(fields, 'text')} ${textOf(fields, 'author')}`),
  about: (fields) => [textOf(fields, 'about')].filter(Boolean),
}

export { note as kind }
