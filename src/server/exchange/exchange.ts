import { Hono } from 'hono'
import { Malformed } from '../../shared/bytes.ts'
import {
  endpoints,
  protocolHeader,
  protocolVersion,
  refusedCodec,
  type Endpoint,
} from '../../shared/exchange/endpoints.ts'
import { registerRoutes } from '../register/routes.ts'
import { addressIn, type Asked, type Bindings } from './bindings.ts'
import { readBody } from './body.ts'
import { box } from './box.ts'
import { checkpoints, getChunk, putCheckpoint, putChunk } from './checkpoints.ts'
import { askerBy, challenge, token } from './door.ts'
import { found } from './found.ts'
import {
  makeHouse,
  type Asker,
  type ExchangeParts,
  type House,
  type KnownHandler,
  type OpenHandler,
} from './house.ts'
import { getLeftover, leftovers, putLeftover } from './leftovers.ts'
import { getPhoto, havePhotos, putPhoto } from './photos.ts'
import { poke } from './poke.ts'
import { refill } from './refill.ts'
import { marks, pull, visits } from './pull.ts'
import { publish } from './publish.ts'
import { push } from './push.ts'
import { Refused, refuse, statusOf } from './refuse.ts'
import { report } from './report.ts'
import { append, roster } from './roster.ts'

/** The exchange. `register` answers what anybody may read of the public register. `stop` ends the streams that wait for news, so that a server can close. */
export type Exchange = {
  readonly fetch: (request: Request, bindings?: Bindings) => Response | Promise<Response>
  readonly register: (request: Request, bindings?: Bindings) => Response | Promise<Response>
  readonly stop: () => void
}

const octets = 'application/octet-stream'

async function read<Q, A>({ question, most }: Endpoint<Q, A>, { req }: Asked): Promise<Q> {
  return question.read(await readBody(req.raw, most))
}

function send<Q, A>({ answer }: Endpoint<Q, A>, context: Asked, said: A): Response {
  return context.body(answer.write(said), 200, { 'Content-Type': answer.type })
}

/** Who asks, if this endpoint is for them and they don't ask too often. */
async function admit<Q, A>(house: House, { auth }: Endpoint<Q, A>, { req }: Asked): Promise<Asker> {
  const asker = await askerBy(house, req.header('Authorization') ?? null)
  const wait = house.often.device.take(`${asker.space} ${asker.id}`)
  if (wait > 0) refuse('too-often', wait)
  if (auth === 'device' && !asker.role) refuse(asker.isSlip ? 'role' : 'cutoff')
  return asker
}

const open =
  <Q, A>(house: House, endpoint: Endpoint<Q, A>, handler: OpenHandler<Endpoint<Q, A>>) =>
  async (context: Asked): Promise<Response> => {
    const address = addressIn(house, context)
    const wait = house.often.address.take(address)
    if (wait > 0) refuse('too-often', wait)
    return send(endpoint, context, await handler(house, await read(endpoint, context), address))
  }

const known =
  <Q, A>(house: House, endpoint: Endpoint<Q, A>, handler: KnownHandler<Endpoint<Q, A>>) =>
  async (context: Asked): Promise<Response> => {
    const asker = await admit(house, endpoint, context)
    const leave = house.crowd.enter(asker.space, asker.id)
    // An answer that nobody fetches lies here as long as its line.
    const isHeld = context.env?.outgoing?.once('close', leave) !== undefined
    try {
      return send(endpoint, context, await handler(house, await read(endpoint, context), asker))
    } finally {
      if (!isHeld) leave()
    }
  }

const stream =
  (house: House) =>
  async (context: Asked): Promise<Response> => {
    const asker = await admit(house, endpoints.poke, context)
    await read(endpoints.poke, context)
    // Some proxies would hold the lines back until there are many.
    return context.body(poke(house, asker), 200, { 'Content-Type': octets, 'X-Accel-Buffering': 'no' })
  }

function refusal(house: House, error: unknown): Response {
  const isKnown = error instanceof Refused
  if (!isKnown && !(error instanceof Malformed)) house.report(error)
  const reason = isKnown ? error.reason : error instanceof Malformed ? 'malformed' : 'busy'
  const headers = { 'Content-Type': refusedCodec.type }
  const wait = isKnown && error.seconds > 0 ? { 'Retry-After': String(error.seconds) } : {}
  return new Response(refusedCodec.write({ reason }), {
    status: statusOf(reason),
    headers: { ...headers, ...wait },
  })
}

/** Only the app's own pages may read answers in a browser. There are no cookies, so a foreign page could ask but for nothing. */
function allow({ appOrigin }: House, context: Asked): void {
  context.header('Vary', 'Origin', { append: true })
  context.header(protocolHeader, protocolVersion)
  context.header('Cache-Control', 'no-store')
  if (context.req.header('Origin') !== appOrigin) return
  context.header('Access-Control-Allow-Origin', appOrigin)
  context.header('Access-Control-Expose-Headers', `${protocolHeader}, Retry-After`)
  if (context.req.method !== 'OPTIONS') return
  context.header('Access-Control-Allow-Methods', 'POST')
  context.header('Access-Control-Allow-Headers', `Authorization, Content-Type, ${protocolHeader}`)
  context.header('Access-Control-Max-Age', '7200')
}

function route(app: Hono<{ Bindings: Bindings }>, house: House): void {
  app.post(endpoints.challenge.path, open(house, endpoints.challenge, challenge))
  app.post(endpoints.token.path, open(house, endpoints.token, token))
  app.post(endpoints.found.path, open(house, endpoints.found, found))
  app.post(endpoints.refill.path, open(house, endpoints.refill, refill))
  app.post(endpoints.box.path, open(house, endpoints.box, box))
  app.post(endpoints.roster.path, known(house, endpoints.roster, roster))
  app.post(endpoints.append.path, known(house, endpoints.append, append))
  app.post(endpoints.push.path, known(house, endpoints.push, push))
  app.post(endpoints.pull.path, known(house, endpoints.pull, pull))
  app.post(endpoints.marks.path, known(house, endpoints.marks, marks))
  app.post(endpoints.visits.path, known(house, endpoints.visits, visits))
  app.post(endpoints.putLeftover.path, known(house, endpoints.putLeftover, putLeftover))
  app.post(endpoints.leftovers.path, known(house, endpoints.leftovers, leftovers))
  app.post(endpoints.getLeftover.path, known(house, endpoints.getLeftover, getLeftover))
  app.post(endpoints.checkpoints.path, known(house, endpoints.checkpoints, checkpoints))
  app.post(endpoints.putCheckpoint.path, known(house, endpoints.putCheckpoint, putCheckpoint))
  app.post(endpoints.putChunk.path, known(house, endpoints.putChunk, putChunk))
  app.post(endpoints.getChunk.path, known(house, endpoints.getChunk, getChunk))
  app.post(endpoints.putPhoto.path, known(house, endpoints.putPhoto, putPhoto))
  app.post(endpoints.getPhoto.path, known(house, endpoints.getPhoto, getPhoto))
  app.post(endpoints.havePhotos.path, known(house, endpoints.havePhotos, havePhotos))
  app.post(endpoints.publish.path, known(house, endpoints.publish, publish))
  app.post(endpoints.report.path, open(house, endpoints.report, report))
  app.post(endpoints.poke.path, stream(house))
}

/** Every endpoint over a store. It takes requests as they are, so a simulation needs no port. */
export function makeExchange(parts: ExchangeParts): Exchange {
  const house = makeHouse(parts)
  const app = new Hono<{ Bindings: Bindings }>()
  app.use(async (context, next) => {
    await next()
    allow(house, context)
  })
  app.options('*', (context) => context.body(null, 204))
  app.use(async (context, next) => {
    if (context.req.header(protocolHeader) !== protocolVersion) refuse('protocol')
    await next()
  })
  route(app, house)
  app.notFound(() => refuse('unknown'))
  app.onError((error) => refusal(house, error))
  const register = registerRoutes(house, (error) => refusal(house, error))
  return {
    fetch: (request, bindings) => app.fetch(request, bindings),
    register: (request, bindings) => register.fetch(request, bindings),
    stop: house.bell.stop,
  }
}
