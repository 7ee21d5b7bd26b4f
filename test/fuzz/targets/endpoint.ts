import { statusOf } from '../../../src/server/exchange/refuse.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { utf8, type Bytes } from '../../../src/shared/bytes.ts'
import {
  endpoints,
  protocolHeader,
  protocolVersion,
  refusedCodec,
} from '../../../src/shared/exchange/endpoints.ts'
import { anyRequest, requestOf, type Sent } from '../request.ts'
import { checkHonest, openScene, type Scene } from '../scene.ts'
import { demand, type Target, type TargetMaker, type Verdict } from '../target.ts'

const byPath = new Map<string, (typeof endpoints)[keyof typeof endpoints]>(
  Object.values(endpoints).map((one) => [one.path, one]),
)

async function readBody(response: Response, path: string): Promise<Bytes> {
  // The lines of news never end by themselves.
  if (!response.ok || path !== endpoints.poke.path) return new Uint8Array(await response.arrayBuffer())
  const reader = response.body?.getReader()
  const first = (await reader?.read())?.value
  await reader?.cancel()
  return new Uint8Array(first ?? [])
}

/** Nobody reads the body where there is none by HTTP's rules. */
function checkRefusal(status: number, body: Bytes, method: string): void {
  demand(status >= 400 && status < 500, `the status is ${status}`)
  if (method === 'HEAD') return
  const { reason } = refusedCodec.read(body)
  demand(statusOf(reason) === status, `the reason is ${reason}`)
}

function checkAnswer(path: string, status: number, body: Bytes, method: string): void {
  if (method === 'OPTIONS') return
  const endpoint = byPath.get(path)
  demand(status === 200 && endpoint !== undefined, `${status} of ${path}`)
  if (endpoint !== endpoints.poke) endpoint.answer.read(body)
}

/** Sends it; refused with a name and without a trace, or answered and held by an honest device. */
async function send(scene: Scene, sent: Sent): Promise<Verdict> {
  const { watched } = scene
  const before = watched.digest()
  watched.wasWritten()
  const response = await watched.ask(requestOf(scene, sent))
  const path = new URL(`http://localhost${sent.path}`).pathname
  const body = await readBody(response, path)
  demand(watched.reports.length === 0, `the exchange reports ${String(watched.reports[0])}`)
  demand(response.headers.get(protocolHeader) === protocolVersion, 'an answer without the protocol’s header')
  const wrote = watched.wasWritten()
  if (!response.ok) {
    checkRefusal(response.status, body, sent.method)
    demand(!wrote || watched.digest() === before, `refused as ${response.status}, and the store is another`)
    return 'refused'
  }
  checkAnswer(path, response.status, body, sent.method)
  if (wrote && watched.digest() !== before) await checkHonest(scene)
  return 'accepted'
}

/** A question that was answered changes nothing the second time, but for tokens and visits. */
async function sendAgain(scene: Scene, sent: Sent): Promise<void> {
  if (sent.path === endpoints.token.path) return
  const before = scene.watched.digest()
  await send(scene, sent)
  demand(scene.watched.digest() === before, 'the same question changed something twice')
}

/** Every endpoint of the real exchange. */
export const endpointOver =
  (wrap?: (store: Store) => Store): TargetMaker =>
  async (): Promise<Target> => {
    const scene = await openScene(wrap)
    const { watched } = scene
    return {
      make: async (chance) => utf8(JSON.stringify(await anyRequest(scene, chance))),
      async judge(input) {
        const sent = JSON.parse(new TextDecoder().decode(input)) as Sent
        watched.restore()
        watched.clock.now += sent.later
        const verdict = await send(scene, sent)
        if (verdict === 'accepted' && sent.isTwice) await sendAgain(scene, sent)
        return verdict
      },
    }
  }

export const endpoint = endpointOver()
