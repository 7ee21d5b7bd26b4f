import { endpoints } from '../shared/exchange/endpoints.ts'
import { headersFor, type Fetch } from './ask.ts'
import type { Exchange } from './exchange.ts'
import { heldToken, type Asker } from './token.ts'

/** Hears from the exchange that something is new, as long as the line holds. Resolves when it is cut. */
export async function listen(
  exchange: Exchange,
  fetch: Fetch,
  asker: Asker,
  onPoke: () => void,
  signal: AbortSignal,
): Promise<void> {
  const { path, question } = endpoints.poke
  const init = {
    method: 'POST',
    headers: headersFor(await heldToken(exchange, asker)),
    body: question.write({}),
    signal,
  }
  const response = await fetch(exchange.url + path, init)
  if (!response.ok) {
    delete exchange.kept.token
    return
  }
  const reader = response.body?.getReader()
  for (;;) {
    const piece = await reader?.read()
    if (!piece || piece.done) return
    // An empty line only keeps the line open.
    if (new TextDecoder().decode(piece.value).trim() !== '') onPoke()
  }
}
