/**
 * What can go wrong with the exchange, as a screen words it (locales `members.problem`, `join.problem`):
 * offline: no answer. outdated: the app or the exchange must be renewed. digits: a mistyped code. unknown: no such
 * invitation. used, revoked, expired: of an invitation. founding-code: the operator's code is missing or wrong. too-many:
 * invitations or devices. refused: not allowed to me. full: no room there. stale: somebody else changed it there first. too-often: wait a minute. broken: an answer that
 * doesn't hold; nothing of it was taken.
 */
export const syncProblemCodes = [
  'offline',
  'outdated',
  'digits',
  'unknown',
  'used',
  'revoked',
  'expired',
  'founding-code',
  'too-many',
  'refused',
  'last-coordinator',
  'full',
  'stale',
  'too-often',
  'broken',
] as const
export type SyncProblemCode = (typeof syncProblemCodes)[number]

/** A problem with a name that a screen can word; nothing was changed. */
export class SyncProblem extends Error {
  override readonly name = 'SyncProblem'
  readonly code: SyncProblemCode
  constructor(code: SyncProblemCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/**
 * The exchange shows a history of the roster that isn't the one known here. Nothing of it is taken. `mayHeal`: this device may end
 * that, if a person wants it so.
 */
export class Forked extends Error {
  override readonly name = 'Forked'
  readonly mayHeal: boolean

  constructor(mayHeal = false) {
    super()
    this.mayHeal = mayHeal
  }
}

/** The roster has an entry that this version of the app doesn't know. */
export class Outdated extends Error {
  override readonly name = 'Outdated'
}
