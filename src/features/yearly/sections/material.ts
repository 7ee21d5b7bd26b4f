import type { Row } from '../../../db/show.ts'
import type { Occurrence } from '../../../db/tables.ts'
import type { Fields } from '../../../shared/value.ts'

/** Days, both of them included. */
export type Period = { readonly from: string; readonly to: string }

export const isWithin = (day: string, { from, to }: Period): boolean => day >= from && day <= to

/** Everything that a report is made from. */
export type Material = {
  /** The report's own record. */
  readonly report: Fields
  readonly period: Period
  /** What the notebook is called, and who answers for it. */
  readonly name: string
  readonly controller: string
  readonly events: readonly Row[]
  readonly visits: readonly Row[]
  readonly projects: readonly Row[]
  readonly documents: readonly Row[]
  /** Our own, without those between other towns. */
  readonly partnerships: readonly Row[]
  readonly towns: readonly Row[]
  readonly people: readonly Row[]
  /** All days of the events, in their order. */
  readonly occurrences: readonly Occurrence[]
  /** The day and the moment at which it is made. */
  readonly today: string
  readonly now: number
}
