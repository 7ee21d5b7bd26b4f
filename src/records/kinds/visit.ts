import { firstWords } from '../../shared/beginning.ts'
import { foldWords } from '../../shared/fold.ts'
import { textOf, tickedIn } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

export const visitTypes = ['delegation', 'hostFamily', 'private', 'online'] as const
export type VisitType = (typeof visitTypes)[number]

/**
 * A visit: `type`, `date`, `endDate`, `people/<person>`, `town`, `title`, `story`, `language`, `author`, `project`,
 * `event` (the one at which it happened), `figures/once/...`, `photo` (the one that stands at the top), `writtenAt`. Its photos are records about it.
 */
export const visit: RecordKind = {
  kind: 'visit',
  path: 'visits',
  // No word of a language here: the screens say what type of visit it was.
  label: (fields) =>
    textOf(fields, 'title') ||
    textOf(fields, 'town') ||
    firstWords(textOf(fields, 'story')) ||
    textOf(fields, 'date'),
  detail: (fields) => textOf(fields, 'author'),
  sort: (fields) => `${textOf(fields, 'date')} ${textOf(fields, 'writtenAt')}`,
  texts: ['title', 'story'],
  isLookedUp: true,
  words: (fields) =>
    foldWords(['title', 'town', 'story', 'author'].map((name) => textOf(fields, name)).join(' ')),
  about: (fields) =>
    [textOf(fields, 'project'), textOf(fields, 'event'), ...tickedIn(fields, 'people')].filter(Boolean),
  photo: (fields) => textOf(fields, 'photo'),
}

export { visit as kind }
