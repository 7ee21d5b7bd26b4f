import type { Device as Keys } from '../../crypto/device.ts'
import type { Fields } from '../../shared/value.ts'
import type { Over } from '../merge.ts'

/** An unsent change; amended in place until it is sealed. `open` counts from 0 within one record. */
export type OutboxRow = {
  readonly record: string
  readonly open: number
  readonly kind: string
  readonly time: number
  readonly set: Fields
  readonly over: Over
}

/** How far a device's chain of envelopes was merged here; hash as hex. A made-up device has a number alone. */
export type SeenRow = {
  readonly device: string
  readonly seq: number
  readonly hash?: string
  /** The entry of the roster by which its last run was written. */
  readonly rosterIndex?: number
}

/** A change of mine that is sealed and has no receipt yet: what it said, in case that it has to become open again. */
export type WaitingRow = Omit<OutboxRow, 'open'> & { readonly seq: number }

/** A run of mine that is to be sent, always the same bytes. */
export type SealedRow = {
  readonly firstSeq: number
  readonly lastSeq: number
  readonly hash: string
  readonly rosterIndex: number
  readonly bytes: ArrayBuffer
}

/** A run that the exchange has, of anybody, as it was sent. */
export type LogRow = {
  readonly device: string
  readonly firstSeq: number
  readonly lastSeq: number
  readonly hash: string
  readonly bytes: ArrayBuffer
}

/** A run that did not verify, and those of its device behind it, in the order they came. */
export type FrozenRow = { readonly id?: number; readonly device: string; readonly bytes: ArrayBuffer }

/** A verified change that didn't open: it counts as seen, and is tried again after an update. */
export type AsideRow = { readonly device: string; readonly seq: number; readonly why: string }

/** An entry of the roster, and when the exchange took it. */
export type RosterRow = {
  readonly index: number
  readonly bytes: ArrayBuffer
  readonly signatures: readonly ArrayBuffer[]
  readonly at: number
}

/** The checkpoint that this device goes by: its statement, who signed it, and when it was kept here. */
export type CheckpointRow = {
  readonly key: 'agreed'
  readonly bytes: ArrayBuffer
  readonly signatures: readonly { readonly device: string; readonly signature: string }[]
  readonly at: number
  /** Whether the log that it covers was dropped. */
  readonly isDropped?: boolean
}

/** One of its chunks, sealed as the exchange has it. */
export type ChunkRow = { readonly index: number; readonly bytes: ArrayBuffer }

/** The keys that this device goes by in this space once they aren't those that it began with. */
export type OwnRow = { readonly key: 'now' | 'before'; readonly device: Keys }

/** Something that was erased for good: nothing is ever written here under its id again. */
export type ErasedRow = { readonly id: string }

/** What was written here of something that was erased, and had not been sent: kept for a month, and shown. */
export type SetAsideRow = {
  readonly id?: number
  readonly record: string
  readonly kind: string
  /** What the record was called. */
  readonly label: string
  readonly time: number
  readonly set: Fields
  /** When it was set aside, by this device's clock. */
  readonly at: number
}

/** A deleted record as it was first seen here with nothing unsent: by two clocks, in milliseconds, and by its versions. */
export type BinnedRow = {
  readonly id: string
  readonly here: number
  readonly there: number
  readonly versions: string
}
