import type { Reason } from '../../shared/exchange/endpoints.ts'

/** Thrown by every handler before it has changed anything; `seconds` after which asking again makes sense. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly reason: Reason
  readonly seconds: number

  constructor(reason: Reason, seconds = 0) {
    super(reason)
    this.reason = reason
    this.seconds = seconds
  }
}

/** Ends the question with a named reason. */
export function refuse(reason: Reason, seconds = 0): never {
  throw new Refused(reason, seconds)
}

const statuses: { readonly [reason in Reason]: number } = {
  malformed: 400,
  protocol: 400,
  token: 401,
  'founding-code': 403,
  kind: 403,
  member: 403,
  role: 403,
  signature: 403,
  signer: 403,
  unknown: 404,
  'too-slow': 408,
  chain: 409,
  chunks: 409,
  cutoff: 409,
  device: 409,
  epoch: 409,
  erased: 409,
  full: 409,
  head: 409,
  'last-coordinator': 409,
  slip: 409,
  stale: 409,
  'too-many': 409,
  wraps: 409,
  expired: 410,
  revoked: 410,
  'too-long': 413,
  'too-often': 429,
  busy: 503,
}

/** The status that goes with a reason: the reason says more, the status is for whoever stands between. */
export const statusOf = (reason: Reason): number => statuses[reason]
