import { concat, Malformed, toHex, type Bytes } from '../bytes.ts'
import { readCanonical, writeCanonical } from '../canonical.ts'
import { digestOf } from '../digest.ts'
import { labelled, labels } from '../labels.ts'
import { limits } from '../limits.ts'
import { exactly, hexOf, isCount, listOf, shaped } from '../shape.ts'

/** How far a device's chain is in a checkpoint: its last envelope, and the entry by whose head its last run was written. */
export type Reach = {
  readonly device: string
  readonly seq: number
  readonly hash: string
  readonly index: number
}

/**
 * What a checkpoint is signed as. All ids and hashes are hex. `hash` is the log's at n, where whoever starts from here goes on;
 * `index` is the entry of the roster that it was made by, `head` the head after it.
 */
export type Statement = {
  readonly space: string
  readonly n: number
  readonly hash: string
  readonly index: number
  readonly head: string
  readonly epoch: number
  /** Ordered by device, each at most once. */
  readonly reach: readonly Reach[]
  /** SHA-256 of each sealed chunk. */
  readonly chunks: readonly string[]
  /** The id of each chunk's first record: they are in the order of their ids. */
  readonly firsts: readonly string[]
  /** What each chunk says, by the epoch's key (`markOf` in crypto): that holds still when something in it is erased. */
  readonly marks: readonly string[]
  /** How many records are in it. */
  readonly records: number
}

const isReach = shaped({ device: hexOf(16), seq: isCount, hash: hexOf(32), index: isCount })

const checks = {
  space: hexOf(16),
  n: isCount,
  hash: hexOf(32),
  index: isCount,
  head: hexOf(32),
  epoch: isCount,
  reach: listOf(isReach, limits.spaceDevices),
  chunks: listOf(hexOf(32), limits.chunks),
  firsts: listOf(hexOf(16), limits.chunks),
  marks: listOf(hexOf(32), limits.chunks),
  records: isCount,
}

/** The bytes of a statement, which are signed and go over the wire. */
export const writeStatement = (statement: Statement): Bytes => writeCanonical(statement)

/** The statement in these bytes. Throws Malformed for every other. */
export function readStatement(bytes: Uint8Array): Statement {
  if (bytes.length > limits.statement) throw new Malformed('a statement that is too long')
  const value: unknown = readCanonical(bytes)
  if (!exactly<Statement>(value, checks)) throw new Malformed('a statement with other fields')
  const isOrdered = value.reach.every(
    ({ device }, at) => at === 0 || (value.reach[at - 1]?.device ?? '') < device,
  )
  const { chunks, firsts, marks } = value
  if (firsts.length !== chunks.length || marks.length !== chunks.length)
    throw new Malformed('chunks without what is said of them')
  if (!isOrdered) throw new Malformed('a statement in another order')
  return value
}

/** What a checkpoint goes by, as hex: SHA-256 of its statement. */
export const checkpointId = (bytes: Uint8Array): string => toHex(digestOf(concat(bytes)))

/** What its maker signs, and whoever found the same. */
export const signedStatement = (bytes: Uint8Array): Bytes => labelled(labels.statement, bytes)
