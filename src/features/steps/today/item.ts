import type { JSX } from 'preact'
import type { Open } from '../../../db/notebook.ts'
import type { Row } from '../../../db/show.ts'
import type { TextKey } from '../../../ui/text.ts'

/** One thing to think of. */
export type TodayItem = {
  readonly id: string
  /** The heading under which it stands on the page of all of them. */
  readonly titleKey: TextKey
  /** Those of 0 come before those of 1, which are for somebody else to do. */
  readonly rank: 0 | 1
  /** The day that it is for; what is late is for today. */
  readonly day: string
  /** A step, which stays until the page is left when it is ticked. */
  readonly step?: Row
  /** As a card of its own, or inside one. */
  readonly show: (isCard: boolean) => JSX.Element
}

/** Where such things come from: what is to be thought of in the days from `today` until `last`. */
export type Source = (
  open: Pick<Open, 'notebook' | 'device'>,
  today: string,
  last: string,
) => Promise<TodayItem[]>
