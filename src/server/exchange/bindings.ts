import type { Context } from 'hono'
import { addressOf } from './address.ts'

/** What Node's adapter hands over beside the request; nothing in a simulation. */
export type Bindings = {
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } }
  readonly outgoing?: { readonly once: (event: 'close', listener: () => void) => unknown }
}
export type Asked = Context<{ Bindings: Bindings }>

/** Whom limits count as one. */
export function addressIn({ behindProxy }: { readonly behindProxy: boolean }, { env, req }: Asked): string {
  return addressOf(
    env?.incoming?.socket.remoteAddress,
    behindProxy ? (req.header('X-Forwarded-For') ?? null) : null,
  )
}
