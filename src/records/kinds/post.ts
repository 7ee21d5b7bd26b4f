import { firstWords } from '../../shared/beginning.ts'
import { textOf } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

/**
 * A short text for others, begun and not handed out yet: `about` (the record that it tells of), `anniversary` (which one
 * of a partnership, by its key), `channel` (a channel's id, or
 * 'message' for somebody to whom one writes), `language`, `text` (what somebody wrote in place of the made text), `photos/<photo>`, and
 * `shown/<photo>/<person>`, where 'nobody' and 'stranger' stand beside people (see post.ts), and `writtenAt`.
 */
export const post: RecordKind = {
  kind: 'post',
  path: 'posts',
  label: (fields) => firstWords(textOf(fields, 'text')),
  sort: (fields) => textOf(fields, 'writtenAt'),
  words: () => [],
  about: (fields) => [textOf(fields, 'about')].filter(Boolean),
}

export { post as kind }
