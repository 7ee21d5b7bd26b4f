import { limits } from '../limits.ts'
import { registerEndpoints } from '../register/endpoints.ts'
import { hexUpTo, isCount, listOf, oneOf, orNull, shaped, type Check } from '../shape.ts'
import { json, jsonWithParts, type Codec } from './codec.ts'
import { endpoint, flag, hash, id, nothing, small } from './endpoint.ts'
import {
  isChainMark,
  isEntry,
  isMark,
  isSentEntry,
  isSignature,
  isVisit,
  type ChainMark,
  type Cursor,
  type Mark,
  type PullHead,
  type RosterPage,
  type Visit,
} from './parts.ts'
import { pieceEndpoints } from './piece-endpoints.ts'

export { protocolHeader, protocolVersion, refusedCodec, type Endpoint, type Reason } from './endpoint.ts'
export type { Cursor, Mark, PullHead, RosterPage, SentEntry, Visit } from './parts.ts'

const isText: Check = (value) => typeof value === 'string' && value.length <= 200

const entry = { bytes: isEntry, signatures: listOf(isSignature, 2) }
type EntryQuestion = { readonly bytes: string; readonly signatures: readonly string[] }

/** Who signs a challenge, for which space. */
type Proof = {
  readonly space: string
  readonly id: string
  readonly challenge: string
  readonly signature: string
}
const proof = { space: id, id, challenge: hash, signature: isSignature }

/** Everything that can be asked of the exchange, for both sides. */
export const endpoints = {
  /** 32 bytes as hex, for one token within a minute. */
  challenge: endpoint('challenge', 'none', small, nothing, json<{ challenge: string }>({ challenge: hash })),
  /** A token of 15 minutes for a device or a live slip that signs the challenge; `now` by the exchange's clock, in ms. */
  token: endpoint(
    'token',
    'none',
    small,
    json<Proof>(proof),
    json<{ token: string; seconds: number; now: number }>({ token: hash, seconds: isCount, now: isCount }),
  ),
  /** Opens a space here, by its genesis entry. Again with the same entry: nothing happens. */
  found: endpoint(
    'found',
    'none',
    4 * limits.entry,
    json<EntryQuestion & { code: string }>({ ...entry, bytes: hexUpTo(limits.entry), code: isText }),
    nothing,
  ),
  /**
   * The whole roster, for an exchange that lost all of it or its end, from any device that is in it: signed as for a token.
   * 'head' if the exchange has another history, 'founding-code' as with `found` if it has none.
   */
  refill: endpoint(
    'refill',
    'none',
    4 * 1024 * 1024,
    json<Proof & { code: string; entries: readonly EntryQuestion[] }>({
      ...proof,
      code: isText,
      entries: listOf(shaped(entry), 10_000),
    }),
    nothing,
  ),
  /** The box of a live slip; 'unknown' for none, 'slip' for a used one, 'revoked', 'expired'. */
  box: endpoint(
    'box',
    'none',
    small,
    json<{ slip: string }>({ slip: id }),
    json<{ space: string; box: string }>({ space: id, box: hexUpTo(limits.box) }),
  ),
  /** The entries of the roster from an index on, as many as one answer brings; `more` if there are others behind them. */
  roster: endpoint(
    'roster',
    'slip',
    small,
    json<{ from: number }>({ from: isCount }),
    json<RosterPage>({ entries: listOf(isSentEntry, 10_000), more: flag }),
  ),
  /**
   * One more entry; 'head' if the roster has moved on. A slip may append its one `admit`. `again`: the exchange had it already
   * and lost it; what it took meanwhile behind the entry's cut-offs is dropped.
   */
  append: endpoint(
    'append',
    'slip',
    2 * limits.heal + 8 * 1024,
    json<EntryQuestion & { again: boolean }>({ ...entry, again: flag }),
    nothing,
  ),
  /**
   * Runs, in their order, all or none. `again`: runs that the exchange had already and may have lost, of anybody.
   * A run that is there already, with the same hash, counts as received.
   */
  push: endpoint(
    'push',
    'device',
    limits.run + 64 * 1024,
    jsonWithParts<{ mode: 'new' | 'again' }>({ mode: oneOf('new', 'again') }),
    json<{ you: Mark | null } & Cursor>({ you: orNull(isMark), n: isCount, hash }),
  ),
  /**
   * The log after the cursor (n, what the log is there: `logHashAfter`), a page of whole runs. `restart`: the cursor is of another
   * history, the page begins at 0. `entries`, `head`: how long the roster is, and its head. `you`: how far my own chain is here.
   */
  pull: endpoint(
    'pull',
    'device',
    small,
    json<Cursor>({ n: isCount, hash }),
    jsonWithParts<PullHead>({
      n: isCount,
      hash,
      more: flag,
      restart: flag,
      entries: isCount,
      head: hash,
      you: orNull(isMark),
    }),
  ),
  /**
   * A stream of lines: `new` at its beginning and for every change of log or roster, an empty one every 25 seconds. It ends
   * with the token.
   */
  poke: endpoint('poke', 'device', small, nothing, nothing),
  /** How far the chain of each device is here. */
  marks: endpoint(
    'marks',
    'device',
    small,
    nothing,
    json<{ chains: readonly ChainMark[] }>({ chains: listOf(isChainMark, 100_000) }),
  ),
  /** When each device of the space was last here. */
  visits: endpoint(
    'visits',
    'device',
    small,
    nothing,
    json<{ devices: readonly Visit[] }>({ devices: listOf(isVisit, 100_000) }),
  ),
  ...pieceEndpoints,
  ...registerEndpoints,
} as const

/** Where the app learns what it is served with: `/config.json`. */
export type AppConfig = {
  /** The exchange's public address, without a slash at its end. */
  readonly exchange: string
  /** Whether founding a notebook here needs the operator's code. */
  readonly needsCode: boolean
  /** Who runs it, as the operator wrote it; '' if nothing. */
  readonly operator: string
}
export const appConfigCodec: Codec<AppConfig> = json<AppConfig>({
  exchange: isText,
  needsCode: flag,
  operator: isText,
})
