import { Malformed, type Bytes } from '../shared/bytes.ts'
import {
  protocolHeader,
  protocolVersion,
  refusedCodec,
  type Endpoint,
  type Reason,
} from '../shared/exchange/endpoints.ts'
import { Growing } from '../shared/growing.ts'
import { Forked, Outdated, SyncProblem, type SyncProblemCode } from './problem.ts'

/** The exchange said no, and changed nothing. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly reason: Reason
  constructor(reason: Reason) {
    super(reason)
    this.reason = reason
  }
}

/** As the platform's; tests and the simulator hand in their own. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>

/** One question to the exchange. Rejects with Refused, or SyncProblem 'offline' or 'broken'. */
export type Ask = <Q, A>(endpoint: Endpoint<Q, A>, question: Q, token?: string) => Promise<A>

/** Milliseconds after which a question without an answer counts as unanswered: a page of two megabytes on a slow line. */
const patience = 90_000

function reasonOf(bytes: Uint8Array): Reason | undefined {
  try {
    return refusedCodec.read(bytes).reason
  } catch (error) {
    // A proxy's or a hotel's page: not the exchange.
    if (error instanceof Malformed) return undefined
    throw error
  }
}

async function send(fetch: Fetch, address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, signal: AbortSignal.timeout(patience) })
  } catch (cause) {
    throw new SyncProblem('offline', cause)
  }
}

/** More bytes than any answer has: the longest is a page of the log, twice a run. */
const mostAnswered = 8 * 1024 * 1024

async function bodyOf({ body }: Response, most: number): Promise<Bytes> {
  const bytes = new Growing()
  const reader = body?.getReader()
  try {
    for (let next = await reader?.read(); next?.value && bytes.length <= most; next = await reader?.read())
      bytes.add(next.value)
    if (bytes.length > most) await reader?.cancel()
  } catch (cause) {
    throw new SyncProblem('offline', cause)
  }
  if (bytes.length > most) throw new SyncProblem('broken')
  return bytes.whole()
}

/** The headers of a question; `token` is that of a device or a slip. */
export const headersFor = (token: string | undefined): Record<string, string> => ({
  'Content-Type': 'application/octet-stream',
  [protocolHeader]: protocolVersion,
  ...(token ? { Authorization: `Bearer ${token}` } : {}),
})

async function answered(response: Response, most: number): Promise<Bytes> {
  const bytes = await bodyOf(response, most)
  // Whatever isn't the exchange itself (a hotel's log-in page, a proxy) is as good as no network.
  if (response.headers.get(protocolHeader) === null) throw new SyncProblem('offline')
  if (response.ok) return bytes
  const reason = reasonOf(bytes)
  if (reason === undefined) throw new SyncProblem('offline')
  throw new Refused(reason)
}

/** Asks the exchange at `url`. */
export function askAt(url: string, fetch: Fetch): Ask {
  return async ({ path, question, answer }, asked, token) => {
    const init = { method: 'POST', headers: headersFor(token), body: question.write(asked) }
    const bytes = await answered(await send(fetch, url + path, init), mostAnswered)
    try {
      return answer.read(bytes)
    } catch (cause) {
      throw new SyncProblem('broken', cause)
    }
  }
}

/** What anybody may read at the exchange, by its whole address. Rejects as `Ask`; 'broken' for more than `most` bytes. */
export async function readAt(address: string, fetch: Fetch, most: number): Promise<Bytes> {
  const init = { method: 'GET', headers: { [protocolHeader]: protocolVersion } }
  return answered(await send(fetch, address, init), most)
}

const codes: { readonly [reason in Reason]?: SyncProblemCode } = {
  protocol: 'outdated',
  unknown: 'unknown',
  slip: 'used',
  revoked: 'revoked',
  expired: 'expired',
  'founding-code': 'founding-code',
  'too-many': 'too-many',
  'last-coordinator': 'last-coordinator',
  full: 'full',
  stale: 'stale',
  'too-often': 'too-often',
  busy: 'offline',
  'too-slow': 'offline',
}

/** The problem that a person is told of, for whatever asking threw; what isn't of the exchange is thrown on. */
export function problemOf(error: unknown): SyncProblem {
  if (error instanceof SyncProblem) return error
  if (error instanceof Forked) return new SyncProblem('broken', error)
  if (error instanceof Outdated) return new SyncProblem('outdated', error)
  if (error instanceof Refused) return new SyncProblem(codes[error.reason] ?? 'refused', error)
  throw error
}
