import { Malformed } from '../../../src/shared/bytes.ts'
import {
  protocolHeader,
  protocolVersion,
  refusedCodec,
  type Endpoint,
} from '../../../src/shared/exchange/endpoints.ts'

export type Fetch = (request: Request) => Response | Promise<Response>

/** What the exchange said no to. */
export class No extends Error {
  readonly status: number
  readonly reason: string

  constructor(status: number, reason: string) {
    super(`${status} ${reason}`)
    this.status = status
    this.reason = reason
  }
}

export const requestOf = (
  url: string,
  body: Uint8Array<ArrayBuffer> | string,
  headers: Record<string, string>,
): Request =>
  new Request(url, { method: 'POST', body, headers: { [protocolHeader]: protocolVersion, ...headers } })

/** The answer read by its codec; throws No for a refusal, whose body and headers must be as promised. */
export async function readAnswer<Q, A>({ answer }: Endpoint<Q, A>, response: Response): Promise<A> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (response.headers.get(protocolHeader) !== protocolVersion) throw new Malformed('no protocol header')
  if (response.status !== 200) throw new No(response.status, refusedCodec.read(bytes).reason)
  return answer.read(bytes)
}

/** Asks one question. */
export async function ask<Q, A>(
  fetch: Fetch,
  url: string,
  endpoint: Endpoint<Q, A>,
  question: Q,
  token = '',
): Promise<A> {
  const headers: Record<string, string> = { 'Content-Type': endpoint.question.type }
  if (token) headers['Authorization'] = `Bearer ${token}`
  const request = requestOf(url + endpoint.path, endpoint.question.write(question), headers)
  return readAnswer(endpoint, await fetch(request))
}

/** The reason of a refusal; fails where there is none. */
export async function reasonOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked
  } catch (error) {
    if (error instanceof No) return error.message
    throw error
  }
  throw new Error('it was not refused')
}
