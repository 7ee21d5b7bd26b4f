import type { Bytes } from '../../shared/bytes.ts'
import type { Chain } from '../../shared/roster/writing.ts'
import type { Checkpoints } from './checkpoints.ts'
import type { Register } from './register.ts'

export type { Base, Checkpoints, KeptCheckpoint } from './checkpoints.ts'

/**
 * What the exchange keeps. Ids and hashes are hex, times milliseconds since 1970. The store knows no rule of the protocol:
 * whoever calls has judged, and names what it judged by (a head, a mark), so that a store which has moved on meanwhile
 * says so instead of writing. Each function is one transaction, none spans two spaces, and what it returns follows the
 * commit: a receipt may be sent on it.
 */
export type Store = Door &
  Rosters &
  Log &
  Checkpoints &
  Photos &
  Leftovers &
  Register & { readonly close: () => Promise<void> }

/** Who asks with a token. */
export type Session = {
  readonly space: string
  /** A device's id, or a slip's. */
  readonly id: string
  readonly isSlip: boolean
  readonly expires: number
}

/** Challenges and tokens: they belong to no space, live for minutes, and only their hashes are here. */
export type Door = {
  /** Beyond `most` the oldest are forgotten. */
  readonly keepChallenge: (hash: string, expires: number, most?: number) => Promise<void>
  /** Whether it was there and in time; afterwards it isn't. */
  readonly takeChallenge: (hash: string, now: number) => Promise<boolean>
  readonly keepToken: (hash: string, session: Session) => Promise<void>
  readonly session: (hash: string, now: number) => Promise<Session | undefined>
  /** Drops challenges and tokens whose time is over. */
  readonly sweep: (now: number) => Promise<void>
}

export type KeptEntry = {
  readonly bytes: Bytes
  readonly signatures: readonly Bytes[]
  readonly at: number
}

/**
 * A space: the number of its last envelope, the bytes it takes, its roster's length and head, and the place where its log begins:
 * 0, or where the checkpoint ends that took the place of what was before.
 */
export type Space = {
  readonly n: number
  readonly base: { readonly n: number; readonly hash: string }
  readonly bytes: number
  readonly entries: number
  readonly head: string
}

/** What an entry erases. */
export type Erasure = {
  readonly records: readonly string[]
  readonly photos: readonly string[]
  readonly leftovers: readonly string[]
  /** The checkpoint that is agreed on, and the hashes of its chunks afterwards; undefined if it can't go on. */
  readonly checkpoint:
    | {
        readonly id: string
        readonly chunks: readonly string[] | undefined
        /** Whether it is dropped then: a better one comes behind the roster. */
        readonly orDrop: boolean
      }
    | undefined
}

/** An entry that makes `head` out of `after`. */
export type Step = {
  readonly after: string
  readonly head: string
  readonly entry: KeptEntry
  /** Whether it was here before, and was lost when the store was set back: then chains may end before their marks. */
  readonly isAgain: boolean
  /** Whether chains may end before their marks all the same. */
  readonly mayLag?: boolean
  readonly erasure?: Erasure
  /** Where the chains of these devices must end: what is said of those who leave, go or may write no more. */
  readonly marks: readonly { readonly device: string; readonly seq: number; readonly hash: string }[]
}

export type Rosters = {
  /** Opens a space, unless it is there. */
  readonly found: (space: string, head: string, entry: KeptEntry) => Promise<void>
  readonly space: (space: string) => Promise<Space | undefined>
  /** The entries from an index on, as many as go into `most` bytes, and at least one. */
  readonly entries: (space: string, from: number, most?: number) => Promise<KeptEntry[]>
  /**
   * Of an entry that comes again, what lies behind a mark is dropped: it was taken while the entry was lost.
   * 'head' if the roster doesn't end at `after` any more, 'cutoff' if a chain doesn't end at its mark, 'full' if the space would
   * take more than `most` bytes. With an erasure nothing of what it names is left in the file: 'head' also if another checkpoint is
   * agreed on by now, 'unknown' if a chunk isn't here.
   */
  readonly append: (
    space: string,
    step: Step,
    most?: number,
  ) => Promise<'kept' | 'head' | 'cutoff' | 'full' | 'unknown'>
  /** The one table that isn't keyed by space. Whether the slip is this space's: the first to name it has it. */
  readonly keepSlip: (slip: string, space: string) => Promise<boolean>
  readonly spaceOfSlip: (slip: string) => Promise<string | undefined>
}

/** A run as it is kept beside what the store looks things up by. */
export type KeptRun = {
  readonly device: string
  readonly firstSeq: number
  readonly lastSeq: number
  readonly prevHash: string
  readonly lastHash: string
  readonly rosterIndex: number
  readonly bytes: Bytes
}

/** A run of the log: the number of its last envelope, and what the log is after it (`logHashAfter`). */
export type Logged = { readonly n: number; readonly hash: string; readonly bytes: Bytes }

export type Log = {
  /** How far a device's chain is; `noChain` if there is none. */
  readonly chain: (space: string, device: string) => Promise<Chain>
  /** How far the chains of all devices are. */
  readonly chains: (space: string) => Promise<{ device: string; seq: number; hash: string }[]>
  /** The hash at the end of the run that ends with this envelope; of what a checkpoint covers only the last one's. */
  readonly hashOf: (space: string, device: string, lastSeq: number) => Promise<string | undefined>
  /**
   * All of these or none. 'moved' if the roster's head isn't `head` any more or a run doesn't follow upon its device's chain,
   * 'full' if the space would take more than `most` bytes. The numbers n follow each other without a gap, in the order of commits.
   */
  readonly addRuns: (
    space: string,
    head: string,
    runs: readonly KeptRun[],
    most: number,
  ) => Promise<'kept' | 'moved' | 'full'>
  /** How far a device's chain was when the log was begun anew at its base. */
  readonly reached: (space: string, device: string) => Promise<number>
  /** What the log is at n, where a run ends there or the log begins. */
  readonly hashAt: (space: string, n: number) => Promise<string | undefined>
  /** The runs after n: whole ones, as many as go into `most` bytes, and at least one. */
  readonly log: (space: string, n: number, most: number) => Promise<{ runs: Logged[]; more: boolean }>
  /** A device was here. */
  readonly visit: (space: string, device: string, at: number) => Promise<void>
  readonly visits: (space: string) => Promise<{ device: string; at: number }[]>
}

export type Leftovers = {
  /** Keeps what a device left, the first time. */
  readonly putLeftover: (space: string, device: string, bytes: Bytes) => Promise<void>
  readonly leftovers: (space: string) => Promise<string[]>
  readonly leftover: (space: string, device: string) => Promise<Bytes | undefined>
}

export type Piece = {
  readonly photo: string
  readonly index: number
  readonly count: number
  readonly bytes: Bytes
}

export type Photos = {
  /** 'other' if the photo is here with another count or this piece with other bytes, 'full' as with runs. */
  readonly putPiece: (space: string, piece: Piece, most: number) => Promise<'kept' | 'other' | 'full'>
  readonly piece: (
    space: string,
    photo: string,
    index: number,
  ) => Promise<{ count: number; bytes: Bytes } | undefined>
  /** Which pieces of a photo are here, in order. */
  readonly pieces: (space: string, photo: string) => Promise<number[]>
}
