import { fold, foldWords } from '../../shared/fold.ts'
import { textOf } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

/**
 * Where the association shows itself: `name`, `address` (on the internet), `use` (what kind of channel, see
 * shared/uses.ts), `owner` and `deputy` (people's ids), `access` (where access lies, in words, never a password).
 */
export const channel: RecordKind = {
  kind: 'channel',
  path: 'channels',
  label: (fields) => textOf(fields, 'name'),
  sort: (fields) => fold(textOf(fields, 'name')),
  words: (fields) => foldWords(['name', 'address', 'access'].map((name) => textOf(fields, name)).join(' ')),
  about: (fields) => [...new Set(['owner', 'deputy'].map((name) => textOf(fields, name)).filter(Boolean))],
}

export { channel as kind }
