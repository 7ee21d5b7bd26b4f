import type { SyncProblemCode } from './problem.ts'

/** What the screens ask of the worker, and what it answers. */
export type Call = {
  readonly call: number
  readonly verb:
    | 'share'
    | 'askExchange'
    | 'invite'
    | 'invitation'
    | 'revoke'
    | 'lookUp'
    | 'join'
    | 'raise'
    | 'leave'
    | 'exchangeNow'
    | 'fetchPhoto'
  readonly args: readonly unknown[]
}

export type Reply =
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly problem: SyncProblemCode | 'unexpected' }
