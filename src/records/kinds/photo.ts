import { foldWords } from '../../shared/fold.ts'
import { textOf } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

/**
 * What is known of a photo: `about`, `caption`, `addedOn`, `type`, `width`, `height`, `size`, and `page`, its place among
 * the pages of a document. Its bytes lie in a table of their own; where they are exchanged, `key` seals them and `pieces`
 * are the hashes of the sealed pieces.
 */
export const photo: RecordKind = {
  kind: 'photo',
  path: 'photos',
  label: (fields) => textOf(fields, 'caption'),
  sort: (fields) => textOf(fields, 'addedOn'),
  words: (fields) => foldWords(textOf(fields, 'caption')),
  about: (fields) => [textOf(fields, 'about')].filter(Boolean),
}

export { photo as kind }
