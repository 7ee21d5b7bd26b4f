import { Problem } from '../crypto/problem.ts'
import type { Tables } from '../db/tables.ts'
import type { Reason } from '../shared/exchange/endpoints.ts'
import { Refused } from './ask.ts'
import { Forked, Outdated, SyncProblem } from './problem.ts'
import type { Stopped } from './status.ts'
import { tellStopped } from './tell.ts'

const byReason: { readonly [reason in Reason]?: Stopped } = {
  protocol: 'outdated',
  unknown: 'unknown',
  token: 'left',
  device: 'left',
  signer: 'left',
  cutoff: 'left',
  full: 'full',
}

/**
 * Why a round that failed like this won't go better by itself; undefined if it may: no network, a busy exchange, an answer
 * that doesn't hold.
 */
export function stoppedBy(error: unknown): Stopped | undefined {
  if (error instanceof Forked) return error.mayHeal ? 'healable' : 'forked'
  if (error instanceof Outdated) return 'outdated'
  if (error instanceof Refused) return byReason[error.reason]
  return undefined
}

/** Does what fails like a round may; the screens are told where it won't go on by itself. Throws what it threw. */
export async function orStop<T>(tables: Tables, job: () => Promise<T>): Promise<T> {
  try {
    return await job()
  } catch (error) {
    await tellStopped(tables, stoppedBy(error))
    throw error
  }
}

/** Whether a failure is one that the network or a hostile exchange brings, not one of our own making. */
export const isExpected = (error: unknown): boolean =>
  error instanceof SyncProblem ||
  error instanceof Refused ||
  error instanceof Forked ||
  error instanceof Outdated ||
  error instanceof Problem
