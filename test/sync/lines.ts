import type { Bytes } from '../../src/shared/bytes.ts'
import { endpoints, type Endpoint } from '../../src/shared/exchange/endpoints.ts'
import type { Server } from './town.ts'

/** From now on the exchange slips these runs into its next page. */
export function slipIn(server: Server, ...runs: readonly Bytes[]): void {
  let isDone = false
  server.line = async (send) => {
    const answer = await send()
    if (isDone || !server.asked.at(-1)?.endsWith('/pull') || !answer.ok) return answer
    isDone = true
    const page = endpoints.pull.answer.read(new Uint8Array(await answer.arrayBuffer()))
    const parts = [...page.parts, ...runs]
    return new Response(endpoints.pull.answer.write({ ...page, parts }), { headers: answer.headers })
  }
}

/** From now on the exchange says something else to every such question. */
export function changeAnswers<Q, A>(
  server: Server,
  { path, answer: codec }: Endpoint<Q, A>,
  change: (said: A) => A,
): void {
  server.line = async (send) => {
    const answer = await send()
    if (server.asked.at(-1) !== path || !answer.ok) return answer
    const said = codec.read(new Uint8Array(await answer.arrayBuffer()))
    return new Response(codec.write(change(said)), { headers: answer.headers })
  }
}

/** From now on a round comes as far as its first pull: what waits is sealed, and its sending fails. */
export function cutAfterPull(server: Server): void {
  server.asked.push('')
  server.line = (send) => (server.asked.at(-1) === '/v1/pull' ? Promise.reject(new TypeError('cut')) : send())
}
