import { authMessage } from '../crypto/auth.ts'
import { sign } from '../crypto/sign.ts'
import { toHex } from '../shared/bytes.ts'
import { endpoints, type Endpoint } from '../shared/exchange/endpoints.ts'
import { Refused, type Ask } from './ask.ts'
import type { Exchange } from './exchange.ts'

/** Who asks: a device or a slip, by its id and its signing key. */
export type Asker = { readonly id: string; readonly key: CryptoKey }

async function askToken(
  ask: Ask,
  url: string,
  space: string,
  { id, key }: Asker,
): Promise<{ token: string; now: number }> {
  const { challenge } = await ask(endpoints.challenge, {})
  const signature = toHex(await sign(key, authMessage(url, space, id, challenge)))
  return ask(endpoints.token, { space, id, challenge, signature })
}

/**
 * A token for whoever signs: 15 minutes, by no clock of this device; and what time it is at the exchange. Once more where it is refused:
 * a browser whose line was cut asks the same again by itself, and a challenge counts only once.
 */
export async function newToken(
  ask: Ask,
  url: string,
  space: string,
  asker: Asker,
): Promise<{ token: string; now: number }> {
  try {
    return await askToken(ask, url, space, asker)
  } catch (error) {
    if (!(error instanceof Refused) || error.reason !== 'token') throw error
    return askToken(ask, url, space, asker)
  }
}

/** The token that the asker holds, a new one if there is none. */
export async function heldToken(exchange: Exchange, asker: Asker): Promise<string> {
  const { ask, url, space, kept } = exchange
  if (kept.token?.id !== asker.id) {
    const fresh = await newToken(ask, url, space, asker)
    kept.token = { id: asker.id, text: fresh.token }
  }
  return kept.token.text
}

/** What time it is at the exchange, asked just now: this device's clock may be years off, and may have been set since. */
export async function timeThere(exchange: Exchange, asker: Asker): Promise<number> {
  const { ask, url, space, kept } = exchange
  const fresh = await newToken(ask, url, space, asker)
  kept.token = { id: asker.id, text: fresh.token }
  return fresh.now
}

/** Asks in a device's name; once more with a new token where the old one has run out. */
export async function askAs<Q, A>(
  exchange: Exchange,
  asker: Asker,
  endpoint: Endpoint<Q, A>,
  question: Q,
): Promise<A> {
  const { ask, kept } = exchange
  const isNew = kept.token?.id !== asker.id
  const token = await heldToken(exchange, asker)
  try {
    return await ask(endpoint, question, token)
  } catch (error) {
    if (isNew || !(error instanceof Refused) || error.reason !== 'token') throw error
    delete kept.token
    return ask(endpoint, question, await heldToken(exchange, asker))
  }
}
