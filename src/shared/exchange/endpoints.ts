import { limits } from '../limits.ts'
import type { Refusal } from '../roster/rules.ts'
import { hexOf, hexUpTo, isCount, listOf, oneOf, orNull, type Check } from '../shape.ts'
import { json, jsonWithParts, type Codec } from './codec.ts'
import {
  isEntry,
  isMark,
  isSentEntry,
  isSignature,
  isVisit,
  type Cursor,
  type Mark,
  type PhotoPiece,
  type PullHead,
  type SentEntry,
  type Visit,
} from './parts.ts'

export type { Cursor, Mark, PhotoPiece, PullHead, SentEntry, Visit } from './parts.ts'

/** Stands in the header `Ponte-Protocol` of every request and answer; another one is refused. */
export const protocolVersion = '1'
export const protocolHeader = 'Ponte-Protocol'

/** Who may ask: anybody; whoever has a token of a device; or of a device or a slip. */
export type Auth = 'none' | 'device' | 'slip'

/** One question to the exchange: always POST, so that no id ever stands in an address. `most` bytes of body are read. */
export type Endpoint<Q, A> = {
  readonly path: string
  readonly auth: Auth
  readonly most: number
  readonly question: Codec<Q>
  readonly answer: Codec<A>
}

/** Why the exchange says no, beside the refusals of entries and runs. */
export type Reason =
  | Refusal
  | 'protocol'
  | 'unknown'
  | 'token'
  | 'too-long'
  | 'too-slow'
  | 'too-often'
  | 'full'
  | 'founding-code'
  | 'revoked'
  | 'expired'
  | 'busy'

/** The body of every answer from 400 on. */
export type Refused = { readonly reason: Reason }
export const refusedCodec: Codec<Refused> = json<Refused>({ reason: (value) => typeof value === 'string' })

const small = 1024
const id = hexOf(16)
const hash = hexOf(32)
const flag = oneOf(true, false)
const isText: Check = (value) => typeof value === 'string' && value.length <= 200
type Nothing = { readonly [key in never]: never }
const nothing: Codec<Nothing> = json<Nothing>({})

const entry = { bytes: isEntry, signatures: listOf(isSignature, 2) }
type EntryQuestion = { readonly bytes: string; readonly signatures: readonly string[] }

const endpoint = <Q, A>(
  path: string,
  auth: Auth,
  most: number,
  question: Codec<Q>,
  answer: Codec<A>,
): Endpoint<Q, A> => ({ path: `/v1/${path}`, auth, most, question, answer })

/** Everything that can be asked of the exchange, for both sides. */
export const endpoints = {
  /** 32 bytes as hex, for one token within a minute. */
  challenge: endpoint('challenge', 'none', small, nothing, json<{ challenge: string }>({ challenge: hash })),
  /** A token of 15 minutes for a device or a live slip that signs the challenge; `now` by the exchange's clock, in ms. */
  token: endpoint(
    'token',
    'none',
    small,
    json<{ space: string; id: string; challenge: string; signature: string }>({
      space: id,
      id,
      challenge: hash,
      signature: isSignature,
    }),
    json<{ token: string; seconds: number; now: number }>({ token: hash, seconds: isCount, now: isCount }),
  ),
  /** Opens a space here, by its genesis entry. Again with the same entry: nothing happens. */
  found: endpoint(
    'found',
    'none',
    4 * limits.entry,
    json<EntryQuestion & { code: string }>({ ...entry, code: isText }),
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
  /** The entries of the roster from an index on. */
  roster: endpoint(
    'roster',
    'slip',
    small,
    json<{ from: number }>({ from: isCount }),
    json<{ entries: readonly SentEntry[] }>({ entries: listOf(isSentEntry, 100_000) }),
  ),
  /** One more entry; 'head' if the roster has moved on. A slip may append its one `admit`. */
  append: endpoint('append', 'slip', 4 * limits.entry, json<EntryQuestion>(entry), nothing),
  /**
   * Runs, in their order, all or none. `again`: runs that the exchange had already and may have lost, of anybody.
   * A run that is there already, with the same hash, counts as received.
   */
  push: endpoint(
    'push',
    'device',
    limits.run + 64 * 1024,
    jsonWithParts<{ mode: 'new' | 'again' }>({ mode: oneOf('new', 'again') }),
    json<{ you: Mark | null; n: number }>({ you: orNull(isMark), n: isCount }),
  ),
  /**
   * The log after the cursor (n, hash of the envelope at n), a page of whole runs. `restart`: the cursor is of another
   * history, the page begins at 0. `entries`: how long the roster is. `you`: how far my own chain is here.
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
      you: orNull(isMark),
    }),
  ),
  /**
   * A stream of lines: `new` at its beginning and for every change of log or roster, an empty one every 25 seconds. It ends
   * with the token.
   */
  poke: endpoint('poke', 'device', small, nothing, nothing),
  /** When each device of the space was last here. */
  visits: endpoint(
    'visits',
    'device',
    small,
    nothing,
    json<{ devices: readonly Visit[] }>({ devices: listOf(isVisit, 100_000) }),
  ),
  /** One sealed piece of a photo; the same piece again changes nothing. */
  putPhoto: endpoint(
    'photo/put',
    'device',
    limits.photoChunk + 4 * 1024,
    jsonWithParts<PhotoPiece>({ photo: id, index: isCount, count: isCount }),
    nothing,
  ),
  /** One sealed piece; 'unknown' if it isn't here. */
  getPhoto: endpoint(
    'photo/get',
    'device',
    small,
    json<{ photo: string; index: number }>({ photo: id, index: isCount }),
    jsonWithParts<{ count: number }>({ count: isCount }),
  ),
  /** Which pieces of these photos are here, by photo. */
  havePhotos: endpoint(
    'photo/have',
    'device',
    8 * 1024,
    json<{ photos: readonly string[] }>({ photos: listOf(id, 100) }),
    json<{ pieces: readonly (readonly number[])[] }>({ pieces: listOf(listOf(isCount, 1000), 100) }),
  ),
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
