import { textOf } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

/**
 * The notebook itself, one record in each, whose id is the space's: its `name` (the association, the committee ...),
 * and `founder` and `founderDevice`, the name and kind of the device that began it: the roster has no place for them.
 */
export const notebook: RecordKind = {
  kind: 'notebook',
  path: 'members',
  label: (fields) => textOf(fields, 'name'),
  sort: () => '',
  words: () => [],
}

export { notebook as kind }
