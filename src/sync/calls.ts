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
    | 'setRole'
    | 'remove'
    | 'refill'
    | 'heal'
    | 'makeSheet'
    | 'trySheet'
    | 'endOtherSheets'
    | 'leave'
    | 'exchangeNow'
    | 'fetchPhoto'
    | 'freePhotos'
    | 'publish'
    | 'takeRegister'
    | 'reportEntry'
  readonly args: readonly unknown[]
}

export type Reply =
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly problem: SyncProblemCode | 'unexpected' }

/** The worker's first message: which space is open in this tab, and the app's own address, ending with a slash. */
export type Start = { readonly space: string; readonly appAddress: string }

/** Somebody came back to the tab, or the network did. */
export type Wake = { readonly wake: true }
