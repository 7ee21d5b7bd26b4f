import { foldWords } from '../../shared/fold.ts'
import { textOf } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

/** Sorts behind every day. */
export const someDay = '9999-12-31'

/** How the `sort` of open and of done steps begins: open ones come first. */
export const openSteps = 'a'
export const doneSteps = 'b'

/**
 * A next step: `text`, `who` (a person's id), `until` (a day), `doneOn` (a day, '' while it is open), `about` (the
 * record that it came from), `project` (the project that it belongs to, where that is another record), `from` (the minutes
 * in which it was decided), `writtenAt`.
 * A record of its own: one person ticks it while another rewords it, and both are right.
 */
export const step: RecordKind = {
  kind: 'step',
  path: 'steps',
  label: (fields) => textOf(fields, 'text'),
  // Open ones first, the most urgent at the top; then the done ones.
  sort: (fields) =>
    textOf(fields, 'doneOn')
      ? `${doneSteps} ${textOf(fields, 'doneOn')}`
      : `${openSteps} ${textOf(fields, 'until') || someDay} ${textOf(fields, 'writtenAt')}`,
  words: (fields) => foldWords(textOf(fields, 'text')),
  about: (fields) => [
    ...new Set(['about', 'project', 'from', 'who'].map((name) => textOf(fields, name)).filter(Boolean)),
  ],
}

export { step as kind }
