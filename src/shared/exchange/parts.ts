import { limits } from '../limits.ts'
import { hexOf, hexUpTo, isCount, listOf, shaped } from '../shape.ts'

/** How far the exchange has a device's chain; hash as hex. */
export type Mark = { readonly seq: number; readonly hash: string }
export const isMark = shaped({ seq: isCount, hash: hexOf(32) })

export type ChainMark = Mark & { readonly device: string }
export const isChainMark = shaped({ device: hexOf(16), seq: isCount, hash: hexOf(32) })

/** An entry of the roster as hex, and when the exchange took it, in milliseconds since 1970 by its clock. */
export type SentEntry = {
  readonly bytes: string
  readonly signatures: readonly string[]
  readonly at: number
}
export const isEntry = hexUpTo(limits.heal)
export const isSignature = hexOf(64)
export const isSentEntry = shaped({ bytes: isEntry, signatures: listOf(isSignature, 2), at: isCount })

export type RosterPage = { readonly entries: readonly SentEntry[]; readonly more: boolean }

/** A place in the log: how many envelopes, and the hash of the last of them; hash as hex. */
export type Cursor = { readonly n: number; readonly hash: string }

export type PullHead = Cursor & {
  readonly more: boolean
  readonly restart: boolean
  readonly entries: number
  /** The head of the roster there. */
  readonly head: string
  readonly you: Mark | null
}

/** When a device was last here, in milliseconds since 1970 by the exchange's clock. */
export type Visit = { readonly device: string; readonly at: number }
export const isVisit = shaped({ device: hexOf(16), at: isCount })

export type PhotoPiece = { readonly photo: string; readonly index: number; readonly count: number }
