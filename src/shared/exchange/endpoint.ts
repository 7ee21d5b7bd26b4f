import type { Refusal } from '../roster/refusal.ts'
import { hexOf, oneOf } from '../shape.ts'
import { json, type Codec } from './codec.ts'

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
  | 'stale'
  | 'revoked'
  | 'expired'
  | 'busy'

/** The body of every answer from 400 on. */
export type Refused = { readonly reason: Reason }
export const refusedCodec: Codec<Refused> = json<Refused>({ reason: (value) => typeof value === 'string' })

/** Bytes of a question that asks for little. */
export const small = 1024
export const id = hexOf(16)
export const hash = hexOf(32)
export const flag = oneOf(true, false)

export type Nothing = { readonly [key in never]: never }
export const nothing: Codec<Nothing> = json<Nothing>({})

export const endpoint = <Q, A>(
  path: string,
  auth: Auth,
  most: number,
  question: Codec<Q>,
  answer: Codec<A>,
): Endpoint<Q, A> => ({ path: `/v1/${path}`, auth, most, question, answer })
