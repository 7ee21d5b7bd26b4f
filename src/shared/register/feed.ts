import { json, type Codec } from '../exchange/codec.ts'
import { hexOf, isCount, listOf, oneOf, orNull, shaped, type Check } from '../shape.ts'
import { registerLimits } from './limits.ts'
import { isStatementValue, type Published, type Withdrawn } from './statement.ts'
import { isLine } from './text.ts'
import { entryTypes, type EntryType } from './words.ts'

/** Since when (ms, the exchange's clock) it stands so, and the number of the change that made it so. */
type Step = { readonly n: number; readonly at: number }

/** `key`: the public key of the device that signed, `signature` over `statementMessage`, both hex; '' for what the office publishes. */
type Signed = { readonly signature: string; readonly key: string }

/** One entry as the feed tells it: as it stands, withdrawn, or hidden by the operator with the reason. */
export type FeedItem =
  | (Step & Signed & { readonly state: 'published'; readonly statement: Published })
  | (Step & Signed & { readonly state: 'withdrawn'; readonly statement: Withdrawn })
  | (Step & {
      readonly state: 'hidden'
      readonly entry: string
      readonly publisher: string
      readonly type: EntryType
      readonly revision: number
      readonly reason: string
    })

/** The base of towns and links there is: its hash, the day of the export, and how many links it has. */
export type BaseMark = { readonly hash: string; readonly asOf: string; readonly links: number }

/**
 * What changed after a cursor (n, mark), in the order of the changes, each entry once. `restart`: the cursor is of another history,
 * and this begins at 0: forget what you have. `more`: ask again with this n and mark.
 */
export type FeedPage = {
  readonly n: number
  readonly mark: string
  readonly more: boolean
  readonly restart: boolean
  readonly base: BaseMark | null
  readonly items: readonly FeedItem[]
}

/** The mark of an empty register, from which the first change goes on. */
export const firstMark = '0'.repeat(16)

const orEmpty =
  (check: Check): Check =>
  (value) =>
    value === '' || check(value)
const step = { n: isCount, at: isCount }
const signed = { signature: orEmpty(hexOf(64)), key: orEmpty(hexOf(65)) }
const statedAs =
  (isThere: boolean): Check =>
  (value) =>
    isStatementValue(value) && (value.content !== null) === isThere

const shapes: { readonly [state in FeedItem['state']]: Check } = {
  published: shaped({ ...step, ...signed, state: oneOf('published'), statement: statedAs(true) }),
  withdrawn: shaped({ ...step, ...signed, state: oneOf('withdrawn'), statement: statedAs(false) }),
  hidden: shaped({
    ...step,
    state: oneOf('hidden'),
    entry: hexOf(16),
    publisher: hexOf(16),
    type: oneOf(...entryTypes),
    revision: isCount,
    reason: isLine(registerLimits.reason),
  }),
}

const isItem = (value: unknown): value is FeedItem => Object.values(shapes).some((check) => check(value))

const pageChecks = {
  n: isCount,
  mark: hexOf(8),
  more: oneOf(true, false),
  restart: oneOf(true, false),
  base: orNull(shaped({ hash: hexOf(32), asOf: isLine(10), links: isCount })),
  items: listOf(() => true, 2 * registerLimits.page),
}
const pageCodec: Codec<FeedPage> = json<FeedPage>(pageChecks)

/** A page as its answer has it. */
export const writeFeedPage = pageCodec.write
export const feedType = pageCodec.type

/**
 * The page in an answer's bytes. Throws Malformed for another shape. Items that this version can't read (a newer exchange's) are left
 * out and counted: whoever has a newer version later begins at 0 then.
 */
export function readFeedPage(bytes: Uint8Array): FeedPage & { readonly skipped: number } {
  const page = pageCodec.read(bytes)
  const items = (page.items as readonly unknown[]).filter(isItem)
  return { ...page, items, skipped: page.items.length - items.length }
}
