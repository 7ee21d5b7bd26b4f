import { foldWords } from '../../shared/fold.ts'
import type { Fields } from '../../shared/value.ts'
import { textOf, tickedIn } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

export const visitTypes = ['delegation', 'hostFamily', 'private', 'online'] as const
export type VisitType = (typeof visitTypes)[number]

const firstLine = (fields: Fields): string =>
  textOf(fields, 'story').trim().split('\n')[0]?.slice(0, 120) ?? ''

/**
 * A visit: `type`, `date`, `endDate`, `people/<person>`, `town`, `title`, `story`, `language`, `author`, `project`,
 * `event` (the one at which it happened), `figures/once/...`, `photo` (the one that stands at the top), `writtenAt`. Its photos are records about it.
 */
export const visit: RecordKind = {
  kind: 'visit',
  path: 'visits',
  // No word of a language here: the screens say what type of visit it was.
  label: (fields) =>
    textOf(fields, 'title') || textOf(fields, 'town') || firstLine(fields) || textOf(fields, 'date'),
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
