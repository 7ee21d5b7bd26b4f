import { foldWords } from '../../shared/fold.ts'
import type { Fields } from '../../shared/value.ts'
import { textOf, tickedIn } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

export const ideaStates = ['draft', 'shared', 'agreed', 'done'] as const
export type IdeaState = (typeof ideaStates)[number]

/** How an idea stands; one that says nothing, or a word of a newer version, is a draft. */
export const ideaStateOf = (fields: Fields): IdeaState =>
  ideaStates.find((state) => state === fields['state']) ?? 'draft'

export const ideaWays = ['place', 'online', 'both'] as const
export type IdeaWay = (typeof ideaWays)[number]

export const ideaWayOf = (fields: Fields): IdeaWay | undefined =>
  ideaWays.find((way) => way === fields['way'])

/** Answers in words of one's own, that somebody may translate. */
const texts = ['title', 'goal', 'audience', 'place', 'steps', 'risks', 'success'] as const

const told = ['title', 'goal', 'town', 'partners', 'audience', 'place', 'steps', 'funder', 'author']

/**
 * An idea sheet. Its answers: `title`, `goal`, `town`, `people/<person>` and `partners` (names of the other side), `audience`,
 * `way` and `place`, `date` and `otherDate` (days), `languages`, `steps` (one a line), `cost` and `ownShare` (money in
 * hundredths) in `currency`, `funder` and `applyBy` (a day), `risks`, `consent`, `success`. Beside them `state`, `agreedOn` (a day),
 * `agreedByUs` and `agreedByThem` (names), `project` (what it became), `from` (the idea that it was taken from) and `fromAuthor`,
 * `author`, `language` (of the answers), `writtenAt`.
 */
export const idea: RecordKind = {
  kind: 'idea',
  path: 'ideas',
  label: (fields) => textOf(fields, 'title'),
  detail: (fields) => textOf(fields, 'town'),
  sort: (fields) => textOf(fields, 'writtenAt'),
  words: (fields) => foldWords(told.map((name) => textOf(fields, name)).join(' ')),
  texts,
  about: (fields) =>
    [textOf(fields, 'project'), textOf(fields, 'from'), ...tickedIn(fields, 'people')].filter(Boolean),
}

export { idea as kind }
