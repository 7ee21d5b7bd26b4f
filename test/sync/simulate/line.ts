import { endpoints } from '../../../src/shared/exchange/endpoints.ts'
import type { Fetch } from '../../../src/sync/ask.ts'
import type { Life } from './life.ts'
import type { Tablet } from './tablet.ts'
import type { World } from './world.ts'

const noAnswer = (): never => {
  throw new TypeError('no answer')
}

async function noteReceipt(world: World, path: string, answer: Response): Promise<void> {
  if (answer.ok && path === endpoints.putCheckpoint.path) world.told.checkpoints += 1
  if (answer.ok && path === endpoints.getChunk.path) world.told.chunks += 1
  if (path !== endpoints.push.path || !answer.ok) return
  const { you } = endpoints.push.answer.read(new Uint8Array(await answer.clone().arrayBuffer()))
  if (you) world.receipts.add(you.hash)
}

/** What becomes of a request on its way; rejects where no answer comes back. */
async function carry(world: World, send: () => Promise<Response>): Promise<Response> {
  const { weather, late } = world
  if (world.happens(weather.lost)) return noAnswer()
  if (world.happens(weather.late)) {
    late.push(send)
    return noAnswer()
  }
  const first = await send()
  const answer = world.happens(weather.doubled) ? await send() : first
  return world.happens(weather.unanswered) ? noAnswer() : answer
}

/** The network as one tab has it. */
export const lineOf =
  (world: World, tablet: Tablet, life: Life): Fetch =>
  async (address, init) => {
    life.tick()
    await world.maybeWait(world.weather.waits)
    life.tick()
    if (!tablet.isOnline) return noAnswer()
    world.told.requests += 1
    const { path, answers } = { path: new URL(address).pathname, answers: world.fault.answers }
    const { method, headers, body } = init as { method: string; headers: HeadersInit; body: BodyInit }
    const send = (): Promise<Response> => world.server.fetch(new Request(address, { method, headers, body }))
    const answer = await carry(world, send)
    await world.maybeWait(world.weather.waits)
    life.tick()
    await noteReceipt(world, path, answer)
    return answers ? answers(tablet, path, answer) : answer
  }
