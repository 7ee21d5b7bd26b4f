import { fromHex, Malformed, toHex, type Bytes } from '../bytes.ts'
import { readCanonical, writeCanonical } from '../canonical.ts'
import { digestOf } from '../digest.ts'
import { zeroId } from '../ids.ts'
import { labelled, labels } from '../labels.ts'
import { exactly, hexOf, oneOf, isCount } from '../shape.ts'
import { isContent, type Contents } from './content.ts'
import { registerLimits } from './limits.ts'
import { entryTypes, type EntryType } from './words.ts'

type Head<T extends EntryType> = {
  /** The entry's own id, new random bits: nothing of the notebook's. */
  readonly entry: string
  /** `publisherOf(space)`, or `office`. */
  readonly publisher: string
  /** The device that signs; `office` for the office, which signs nothing. */
  readonly device: string
  readonly type: T
  /** From 1 on, only growing. */
  readonly revision: number
}

/** An entry as it stands in the register. */
export type Published<T extends EntryType = EntryType> = {
  [type in T]: Head<type> & { readonly content: Contents[type] }
}[T]
/** What is left of one that was withdrawn. */
export type Withdrawn = Head<EntryType> & { readonly content: null }
/** What a device signs. */
export type Statement = Published | Withdrawn

/** Publisher and device of what the operator publishes. */
export const office = zeroId

/**
 * Under which id a space publishes: SHA-256("p1 register" | spaceId), 16 bytes. Whoever reads the register can't name the space to
 * the exchange by it; whoever knows the space can tell that it is the same.
 */
export const publisherOf = (spaceId: string): string =>
  toHex(digestOf(labelled(labels.register, fromHex(spaceId)))).slice(0, 32)

/** The canonical bytes of a statement. */
export const writeStatement = (statement: Statement): Bytes => writeCanonical(statement)

/** What is signed: the label and those bytes. */
export const statementMessage = (bytes: Uint8Array): Bytes => labelled(labels.publish, bytes)

/** Whether a value is a statement of this shape. */
export function isStatementValue(value: unknown): value is Statement {
  const checks = {
    entry: hexOf(16),
    publisher: hexOf(16),
    device: hexOf(16),
    type: oneOf(...entryTypes),
    revision: (one: unknown) => isCount(one) && one !== 0,
    content: () => true,
  }
  if (!exactly<Head<EntryType> & { readonly content: unknown }>(value, checks)) return false
  return value.content === null || isContent(value.type, value.content)
}

/** The statement of canonical bytes. Throws Malformed for any other bytes, and for more than a statement may have. */
export function readStatement(bytes: Uint8Array): Statement {
  if (bytes.length > registerLimits.statement) throw new Malformed('a statement that is too long')
  const value: unknown = readCanonical(bytes)
  if (!isStatementValue(value)) throw new Malformed('no statement')
  return value
}
