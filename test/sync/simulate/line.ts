import { between } from '../../../bench/random.ts'
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

/** The first so many bytes, and then the line is gone. */
function tear(bytes: Uint8Array<ArrayBuffer>, length: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let isSent = false
  return new ReadableStream({
    pull: (line) => {
      if (isSent) line.error(new TypeError('cut off'))
      else line.enqueue(bytes.slice(0, length))
      isSent = true
    },
  })
}

/** What is long, and so is cut off more often than anything else: runs, a photo's pieces, chunks of a checkpoint. */
const pieces: readonly string[] = [endpoints.push.path, endpoints.putPhoto.path, endpoints.putChunk.path]

const isPiece = (url: string): boolean => pieces.includes(new URL(url).pathname)

/** A question of which the exchange gets the beginning. */
async function sendTorn(world: World, { url, headers, method }: Request, body: BodyInit): Promise<never> {
  const bytes = new Uint8Array(await new Response(body).arrayBuffer())
  const part = tear(bytes, between(world.chance, 0, bytes.length))
  world.told.torn += 1
  if (isPiece(url)) world.told.tornPieces += 1
  const init = { method, headers, body: part, duplex: 'half' }
  await world.server.fetch(new Request(url, init))
  return noAnswer()
}

/** An answer of which the tablet gets the beginning. */
async function answerTorn(world: World, answer: Response): Promise<Response> {
  const { status, headers } = answer
  const bytes = new Uint8Array(await answer.arrayBuffer())
  world.told.torn += 1
  return new Response(tear(bytes, between(world.chance, 0, bytes.length)), { status, headers })
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
    const ask = (): Request => new Request(address, { method, headers, body })
    if (world.happens(world.weather.torn * (isPiece(address) ? 4 : 1))) return sendTorn(world, ask(), body)
    const answer = await carry(world, () => world.server.fetch(ask()))
    await world.maybeWait(world.weather.waits)
    life.tick()
    if (world.happens(world.weather.tornBack)) return answerTorn(world, answer)
    await noteReceipt(world, path, answer)
    return answers ? answers(tablet, path, answer) : answer
  }
