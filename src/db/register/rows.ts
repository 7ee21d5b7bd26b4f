import type { Content, EventContent } from '../../shared/register/content.ts'
import type { EntryType } from '../../shared/register/words.ts'

/**
 * An entry as it stands in the register now; `content` is null unless it is published, and `reason` says why the operator hid
 * it. Of one that was withdrawn its revision is all that is kept: the next one has to be higher.
 */
export type EntryRow = {
  readonly entry: string
  readonly state: 'published' | 'hidden' | 'withdrawn'
  readonly publisher: string
  readonly type: EntryType
  readonly revision: number
  /** Since when it stands so, by the exchange's clock, in milliseconds. */
  readonly at: number
  readonly content: Content | null
  readonly reason: string
  readonly countries: readonly string[]
}

/** A town of the base; `links` are the ids of its partners, each with the year since when (0 for unknown). */
export type TownRow = {
  readonly id: number
  readonly name: string
  readonly country: string
  readonly lat: number
  readonly lon: number
  readonly population: number
  readonly links: readonly (readonly [town: number, since: number])[]
  /** Its name as names are compared. */
  readonly folded: string
}

/** What a list shows of a published entry. `when`: of an event. */
export type Brief = {
  readonly entry: string
  readonly at: number
  readonly type: EntryType
  readonly title: string
  readonly association: string
  readonly countries: readonly string[]
  readonly seeksPartners: boolean
  readonly when: Pick<EventContent, 'date' | 'until' | 'time' | 'zone'> | null
}

/** The same with everything by which it is found, in one text (lines.ts). */
export type EntryLine = Brief & { readonly text: string }

/** The same of all towns, a line each: one row, since they come and go together. */
export type TownLines = { readonly key: 'towns'; readonly text: string }

/** What a list shows of a town of the base; `partners`: how many it has. */
export type TownBrief = Pick<TownRow, 'id' | 'name' | 'country' | 'lat' | 'lon'> & {
  readonly partners: number
}

/** What is known of the base that lies here. */
export type BaseInfo = {
  readonly hash: string
  readonly asOf: string
  readonly links: number
  readonly attribution: string
}

/** What is known of the register as a whole, one row. */
export type RegisterInfo = {
  readonly key: 'info'
  /** Where the feed is asked from. */
  readonly n: number
  readonly mark: string
  /** When it was asked last, in milliseconds; 0 for never. */
  readonly takenAt: number
  /** Whether somebody has opened it here: from then on the base is kept as well. */
  readonly isOpened: boolean
  /** The version of this app's reader that left something out, 0 for none. */
  readonly skippedBy: number
  /** The base that the exchange has, and the one that lies here. */
  readonly offered: Omit<BaseInfo, 'attribution'> | null
  readonly base: BaseInfo | null
}
