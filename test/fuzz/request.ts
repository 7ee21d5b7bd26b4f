import { between, id, pick, type Chance } from '../../bench/random.ts'
import { concat, utf8, type Bytes } from '../../src/shared/bytes.ts'
import { writeParts } from '../../src/shared/exchange/codec.ts'
import { endpoints, protocolHeader, protocolVersion } from '../../src/shared/exchange/endpoints.ts'
import { breakBytes, breakList } from './break/bytes.ts'
import { breakJson } from './break/json.ts'
import { publicUrl } from './exchange.ts'
import { questions, type Said } from './questions.ts'
import type { Scene } from './scene.ts'

/** One request as it is kept: `as` is whose token it shows, or the header itself. */
export type Sent = {
  readonly path: string
  readonly method: string
  readonly as: string
  readonly headers: { readonly [name: string]: string }
  /** As base64. */
  readonly body: string
  /** In how many pieces the body comes. */
  readonly pieces: number
  readonly isCutOff: boolean
  /** Milliseconds later than the scene was made. */
  readonly later: number
  readonly isTwice: boolean
}

const names = Object.keys(endpoints) as readonly (keyof typeof endpoints)[]

const isParts = (name: keyof typeof endpoints): boolean =>
  endpoints[name].question.type !== 'application/json'

function bodyOf(name: keyof typeof endpoints, { head, parts = [] }: Said, chance: Chance): Bytes {
  const how = chance()
  const first = how < 0.4 ? breakJson(chance, head) : utf8(JSON.stringify(head))
  const rest = how > 0.4 && how < 0.5 ? breakList(chance, parts) : parts
  const broken = how > 0.5 && how < 0.6 ? rest.map((one) => breakBytes(chance, one, parts)) : rest
  const body = isParts(name) ? writeParts([first, ...broken]) : first
  if (how > 0.6 && how < 0.7) return breakBytes(chance, body)
  // More than is read, and as many of the shortest parts as fit.
  if (how > 0.7 && how < 0.71) return concat(body, new Uint8Array(endpoints[name].most))
  return body
}

function headersFrom(chance: Chance): { readonly [name: string]: string } {
  const usual = { [protocolHeader]: protocolVersion, 'Content-Type': 'application/octet-stream' }
  if (chance() < 0.92) return usual
  return pick<{ readonly [name: string]: string }>(chance, [
    {},
    { ...usual, [protocolHeader]: pick(chance, ['', '2', '1, 1', '01', '1'.repeat(5000)]) },
    { ...usual, 'Content-Length': pick(chance, ['0', '-1', '1e9', 'abc', '9'.repeat(30), '99999999999']) },
    { ...usual, 'Content-Type': pick(chance, ['', 'multipart/form-data', 'text/html; charset=utf-7']) },
    { ...usual, 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' },
    { ...usual, Origin: pick(chance, [publicUrl, 'null', 'https://evil.example', '\u00ff']) },
    {
      ...usual,
      'X-Forwarded-For': pick(chance, ['::', '::1::2', ':'.repeat(3000), '1.2.3.4,', 'x'.repeat(9000)]),
    },
  ])
}

function pathFrom(name: keyof typeof endpoints, chance: Chance): string {
  const { path } = endpoints[name]
  if (chance() < 0.97) return path
  return pick(chance, [
    `${path}/`,
    `${path}?a=%E0%A4%A`,
    path.toUpperCase(),
    `/v1/../v1/${name}`,
    '/v1/%E0%A4%A',
    `/v1/${'a/'.repeat(2000)}`,
    '/v1//pull',
    '/v1/__proto__',
  ])
}

function holderFrom({ tokens }: Scene, as: string, chance: Chance): string {
  if (chance() < 0.9) return as
  return pick(chance, [...tokens.keys(), '', id(chance), 'Bearer ', `Bearer ${'0'.repeat(64)}`, 'Basic YTpi'])
}

const minute = 60_000

/** A request to one of the endpoints: whole, or broken in its question, its body or the way that it comes. */
export async function anyRequest(scene: Scene, chance: Chance): Promise<Sent> {
  const name = pick(chance, names)
  const said = await questions[name](scene, chance)
  const body = bodyOf(name, said, chance)
  return {
    path: pathFrom(name, chance),
    method: chance() < 0.97 ? 'POST' : pick(chance, ['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH']),
    as: holderFrom(scene, said.as, chance),
    headers: headersFrom(chance),
    body: Buffer.from(body).toString('base64'),
    pieces: chance() < 0.9 ? 1 : between(chance, 2, 50),
    isCutOff: chance() < 0.03,
    later: chance() < 0.9 ? 0 : pick(chance, [minute, 14 * minute, 15 * minute, 15 * 24 * 60 * minute]),
    isTwice: chance() < 0.2,
  }
}

function streamOf(body: Bytes, { pieces, isCutOff }: Sent): ReadableStream<Uint8Array> {
  const size = Math.max(1, Math.ceil(body.length / pieces))
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (isCutOff && at > 0) return controller.error(new Error('the line is cut'))
      if (at >= body.length) return controller.close()
      controller.enqueue(body.subarray(at, at + size))
      at += size
    },
  })
}

/** The same as the exchange gets it. */
export function requestOf({ tokens }: Scene, sent: Sent): Request {
  const token = tokens.get(sent.as)
  const shown = token ? `Bearer ${token}` : sent.as
  const headers = { ...sent.headers, ...(shown ? { Authorization: shown } : {}) }
  const init = { method: sent.method, headers }
  if (['GET', 'HEAD'].includes(sent.method)) return new Request(publicUrl + sent.path, init)
  const body = new Uint8Array(Buffer.from(sent.body, 'base64'))
  const isWhole = sent.pieces === 1 && !sent.isCutOff
  const streamed = { body: streamOf(body, sent), duplex: 'half' }
  return new Request(publicUrl + sent.path, { ...init, ...(isWhole ? { body } : streamed) })
}
