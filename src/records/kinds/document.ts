import { foldWords } from '../../shared/fold.ts'
import { textOf, tickedIn } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

export const documentTypes = ['agreement', 'letter', 'article', 'programme', 'picture', 'other'] as const
export type DocumentType = (typeof documentTypes)[number]

/**
 * A paper that the chronicle keeps: `title`, `type`, `date` (as exact as somebody knows it: '1987-05-03', '1987-05',
 * '1987', or '198' for the eighties), `people/<person>`, `town`, `partnership`, `project`, `text` (what it says), `language`,
 * `author` (who put it in), `photo` (its first page), `writtenAt`. Its pages are photos about it, in their order.
 */
export const document: RecordKind = {
  kind: 'document',
  path: 'chronicle',
  label: (fields) => textOf(fields, 'title'),
  detail: (fields) => textOf(fields, 'town'),
  sort: (fields) => textOf(fields, 'date'),
  isLookedUp: true,
  texts: ['title', 'text'],
  words: (fields) =>
    foldWords(['title', 'town', 'text', 'date'].map((name) => textOf(fields, name)).join(' ')),
  about: (fields) =>
    [textOf(fields, 'partnership'), textOf(fields, 'project'), ...tickedIn(fields, 'people')].filter(Boolean),
  photo: (fields) => textOf(fields, 'photo'),
}

export { document as kind }
