import type { Fields } from '../shared/value.ts'
import type { Occasion } from './occasion.ts'

/** What the house must know of a noun to keep, list, find and show its records. */
export type RecordKind = {
  /** Stands in every change, for ever: never rename it. */
  readonly kind: string
  /** Its screens live under `#/<path>/<id>`. */
  readonly path: string
  /** One line that names the record; empty when nothing names it yet. */
  label(fields: Fields): string
  /** One more line for lists. */
  detail?(fields: Fields): string
  /** Rough order of lists; the screen sorts finely by the reader's language. */
  sort(fields: Fields): string
  /** Words by which it is found, already folded. */
  words(fields: Fields): string[]
  /** The fields, or lists of them, that hold texts which others read: these can be translated. */
  readonly texts?: readonly string[]
  /**
   * Whether somebody looks it up by its words from elsewhere, so that they are in the index. The index costs several times
   * what the rows cost; what is only ever looked for in its own list, which holds all of it anyway, does without.
   */
  readonly isLookedUp?: boolean
  /** Ids of the records that it tells something about. */
  about?(fields: Fields): string[]
  /** The id of the photo record shown for it. */
  photo?(fields: Fields): string
  /** Days on which it is to be shown in the calendar, also those that come again and again. */
  occasions?(fields: Fields): Occasion[]
}
