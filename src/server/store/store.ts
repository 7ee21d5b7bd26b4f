import type { Bytes } from '../../shared/bytes.ts'
import type { Chain } from '../../shared/roster/writing.ts'

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
  Leftovers & { readonly close: () => Promise<void> }

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

/** An entry that makes `head` out of `after`. */
export type Step = {
  readonly after: string
  readonly head: string
  readonly entry: KeptEntry
  /** Whether it was here before, and was lost when the store was set back: then chains may end before their marks. */
  readonly isAgain: boolean
  /** Where the chains of these devices must end: what is said of those who leave, go or may write no more. */
  readonly marks: readonly { readonly device: string; readonly seq: number; readonly hash: string }[]
}

export type Rosters = {
  /** Opens a space, unless it is there. */
  readonly found: (space: string, head: string, entry: KeptEntry) => Promise<void>
  readonly space: (space: string) => Promise<Space | undefined>
  /** The entries from an index on. */
  readonly entries: (space: string, from: number) => Promise<KeptEntry[]>
  /**
   * Of an entry that comes again, what lies behind a mark is dropped: it was taken while the entry was lost.
   * 'head' if the roster doesn't end at `after` any more, 'cutoff' if a chain doesn't end at its mark, 'full' if the space would
   * take more than `most` bytes.
   */
  readonly append: (space: string, step: Step, most?: number) => Promise<'kept' | 'head' | 'cutoff' | 'full'>
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

/** A checkpoint: its statement, who signed it, and since when it is agreed on (0: not yet). */
export type KeptCheckpoint = {
  readonly id: string
  readonly n: number
  readonly bytes: Bytes
  readonly signatures: readonly { readonly device: string; readonly signature: Bytes }[]
  readonly agreed: number
}

/** A place in the log, and how far each device's chain is there: the log can begin at it. */
export type Base = {
  readonly n: number
  readonly hash: string
  readonly reach: readonly {
    readonly device: string
    readonly seq: number
    readonly hash: string
    readonly index: number
  }[]
}

export type Checkpoints = {
  /** The newest first. */
  readonly checkpoints: (space: string) => Promise<KeptCheckpoint[]>
  /**
   * Keeps it with these signatures. One that is agreed on takes the place of all that say less; of others the newest one of each maker
   * stays, and `most` in all. With `base` the log begins there from now on. 'unknown' if one of its chunks isn't here, 'chain' if the
   * base ends within a run.
   */
  readonly putCheckpoint: (
    space: string,
    checkpoint: KeptCheckpoint & {
      readonly maker: string
      readonly chunks: readonly string[]
      readonly at: number
      readonly base: Base | undefined
    },
    most: number,
  ) => Promise<'kept' | 'unknown' | 'chain'>
  readonly putChunk: (
    space: string,
    chunk: { readonly hash: string; readonly bytes: Bytes; readonly at: number },
    most: number,
  ) => Promise<'kept' | 'full'>
  readonly chunk: (space: string, hash: string) => Promise<Bytes | undefined>
  /** How far the chain of each device is at n in the log. */
  readonly chainsAt: (space: string, n: number) => Promise<{ device: string; seq: number; hash: string }[]>
  /** Lets the log begin at this place: what it covers is dropped, the rest follows. False if it ends within a run. */
  readonly rebase: (space: string, base: Base) => Promise<boolean>
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
