import type { Bytes } from '../../shared/bytes.ts'

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
