import type { Fields, Value } from '../shared/value.ts'
import type { Opened } from './draft.ts'
import type { Shown } from './merge.ts'
import { sameValue } from './show.ts'
import type { DraftRow } from './tables.ts'

/** An empty answer, none at all and a removed one are the same to a person; of a list, an empty element is there. */
function same(field: string, a: Value | undefined, b: Value | undefined): boolean {
  const none = field.includes('/') ? null : ''
  return sameValue(a ?? none, b ?? none)
}

const pick = <T>(from: { readonly [field: string]: T }, names: Fields): { [field: string]: T } =>
  Object.fromEntries(Object.entries(from).filter(([field]) => field in names))

/**
 * The draft of what was typed into a form: only the fields that differ from what it showed. A new record takes its
 * `initial` values along, but they alone make no draft. Undefined when nothing is changed.
 */
export function draftOf(
  opened: Opened,
  typed: Fields,
  initial: Fields,
): Pick<DraftRow, 'set' | 'over' | 'shown'> | undefined {
  const start = opened.isNew ? initial : opened.fields
  const changed = Object.fromEntries(
    Object.entries(typed).filter(([field, value]) => !same(field, value, start[field])),
  )
  if (Object.keys(changed).length === 0) return undefined
  const set = opened.isNew ? { ...initial, ...changed } : changed
  const shown = Object.entries(pick(opened.fields, set)).map(([field, value]) => [field, [value]])
  return { set, over: pick(opened.over, set), shown: Object.fromEntries(shown) as Shown }
}

/** A form that stays open goes on over what it just wrote, and otherwise over what it showed: never over what came since. */
export function afterCommit(opened: Opened, set: Fields): Opened {
  const replaced = Object.fromEntries(Object.keys(set).map((field) => [field, []]))
  return { isNew: false, fields: { ...opened.fields, ...set }, over: { ...opened.over, ...replaced } }
}
