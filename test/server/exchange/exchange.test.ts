import { beforeEach, describe, expect, it } from 'vitest'
import { makeExchange } from '../../../src/server/exchange/exchange.ts'
import { openSqlite } from '../../../src/server/store/sqlite.ts'
import { endpoints, protocolHeader, refusedCodec } from '../../../src/shared/exchange/endpoints.ts'
import { newId, secureRandom } from '../../../src/shared/ids.ts'
import { limits } from '../../../src/shared/limits.ts'
import { ask, reasonOf, requestOf } from './caller.ts'
import { foundAt, type TestDevice } from './circle.ts'
import { day, openExchange, type TestExchange } from './house.ts'

let there: TestExchange
let founder: TestDevice
beforeEach(async () => {
  there = openExchange()
  founder = (await foundAt(there)).founder
})

const all = Object.values(endpoints)
const bearer = () => ({ Authorization: `Bearer ${founder.token}` })

async function answerOf(request: Request) {
  const response = await there.fetch(request)
  const { reason } = refusedCodec.read(new Uint8Array(await response.arrayBuffer()))
  return { status: response.status, reason, headers: response.headers }
}

/** A request whose body comes piece by piece: Node wants that said. */
const streamed = (url: string, body: ReadableStream, headers: Record<string, string>): Request =>
  new Request(url, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

/** A body that never says how long it is, and tells how much of it was read. */
function endless() {
  const read = { bytes: 0 }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      read.bytes += 65_536
      controller.enqueue(new Uint8Array(65_536))
    },
  })
  return { body, read }
}

describe.each(all.map((endpoint) => [endpoint.path, endpoint] as const))('%s', (path, endpoint) => {
  const url = `http://localhost:8080${path}`

  it('refuses another protocol before anything else', async () => {
    for (const version of ['2', '', '1, 1']) {
      const request = requestOf(url, 'nothing', { [protocolHeader]: version })
      expect(await answerOf(request)).toMatchObject({ status: 400, reason: 'protocol' })
    }
    const request = new Request(url, { method: 'POST', body: '{}' })
    expect(await answerOf(request)).toMatchObject({ status: 400, reason: 'protocol' })
  })

  it('answers with the protocol and is never kept', async () => {
    const { headers } = await answerOf(requestOf(url, 'x', {}))
    expect(headers.get(protocolHeader)).toBe('1')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Vary')).toContain('Origin')
  })

  it('asks for a token before it reads', async () => {
    const { body, read } = endless()
    const request = streamed(url, body, { [protocolHeader]: '1' })
    const { status } = await answerOf(request)
    expect(status).toBe(endpoint.auth === 'none' ? 413 : 401)
    if (endpoint.auth !== 'none') expect(read.bytes).toBeLessThanOrEqual(65_536)
  })

  it('reads no more than its limit, whether the length is said or not', async () => {
    const { body, read } = endless()
    const headers = { [protocolHeader]: '1', ...bearer() }
    expect(await answerOf(streamed(url, body, headers))).toMatchObject({ status: 413, reason: 'too-long' })
    expect(read.bytes).toBeLessThan(endpoint.most + 4 * 65_536)
    const said = requestOf(url, '{}', { ...bearer(), 'Content-Length': String(endpoint.most + 1) })
    expect(await answerOf(said)).toMatchObject({ status: 413, reason: 'too-long' })
  })

  it('takes a body that was cut off for no body, and troubles nobody with it', async () => {
    let sent = false
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent) controller.error(new Error('aborted'))
        else controller.enqueue(new TextEncoder().encode('{'))
        sent = true
      },
    })
    const request = streamed(url, body, { [protocolHeader]: '1', ...bearer() })
    expect(await answerOf(request)).toMatchObject({ status: 400, reason: 'malformed' })
    expect(there.reports).toEqual([])
  })

  it('says that a body is too long also where its line was cut behind that', async () => {
    let sent = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          sent += 1
          controller.enqueue(new Uint8Array(endpoint.most + 1))
          if (sent === 1) queueMicrotask(() => controller.error(new Error('aborted')))
        },
      },
      { highWaterMark: 0 },
    )
    const request = streamed(url, body, { [protocolHeader]: '1', ...bearer() })
    expect((await answerOf(request)).status).toBeGreaterThanOrEqual(400)
    expect(there.reports).toEqual([])
  })

  it('refuses a body of another shape', async () => {
    const bad = ['', 'x', '[]', 'null', '{"a":1}', '\u0000\u0000\u0000\u0002{}', '{', '\u00ff']
    for (const body of bad)
      expect(await answerOf(requestOf(url, body, bearer()))).toMatchObject({
        status: 400,
        reason: 'malformed',
      })
  })

  it('is asked by POST alone', async () => {
    const request = new Request(url, { headers: { [protocolHeader]: '1' } })
    expect(await answerOf(request)).toMatchObject({ status: 404, reason: 'unknown' })
  })
})

it('says of other paths that it does not know them', async () => {
  const request = requestOf('http://localhost:8080/v1/nothing', '{}', {})
  expect(await answerOf(request)).toMatchObject({ status: 404, reason: 'unknown' })
})

it('says that it is busy when its store fails, and tells the operator', async () => {
  await there.store.close()
  expect(await reasonOf(ask(there.fetch, there.url, endpoints.challenge, {}))).toBe('503 busy')
  expect(there.reports).toHaveLength(1)
})

describe('pages of other origins', () => {
  const publicUrl = 'https://exchange.example.org'
  const appOrigin = 'https://app.example.org'
  const apart = makeExchange({
    store: openSqlite(':memory:'),
    publicUrl,
    appOrigin,
    foundingCode: '',
    now: () => 0,
    random: secureRandom,
  })
  const from = (origin: string, method = 'POST') => {
    const headers = { Origin: origin, Host: 'evil.example.org', [protocolHeader]: '1' }
    const body = method === 'POST' ? { body: '{}' } : {}
    return apart.fetch(new Request(`${publicUrl}/v1/challenge`, { method, headers, ...body }))
  }

  it('may not read an answer; the app’s may', async () => {
    const own = await from(appOrigin)
    expect(own.headers.get('Access-Control-Allow-Origin')).toBe(appOrigin)
    expect(own.headers.get('Access-Control-Allow-Credentials')).toBeNull()
    for (const origin of [publicUrl, 'https://app.example.org.evil.org', 'http://app.example.org', 'null'])
      expect((await from(origin)).headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('may not even ask with a token; the app’s may', async () => {
    const own = await from(appOrigin, 'OPTIONS')
    expect(own.status).toBe(204)
    expect(own.headers.get('Access-Control-Allow-Headers')).toContain('Authorization')
    expect(own.headers.get('Vary')).toContain('Origin')
    const foreign = await from('https://evil.example.org', 'OPTIONS')
    expect(foreign.headers.get('Access-Control-Allow-Headers')).toBeNull()
  })

  it('see refusals in the app’s own pages too', async () => {
    const request = new Request(`${publicUrl}/v1/pull`, { method: 'POST', headers: { Origin: appOrigin } })
    expect((await apart.fetch(request)).headers.get('Access-Control-Allow-Origin')).toBe(appOrigin)
  })
})

describe('who asks too often', () => {
  it('with one device is told when to come back', async () => {
    const slow = openExchange({ rates: { device: { burst: 5, perMinute: 60 } } })
    const { founder: device } = await foundAt(slow)
    const other = await device.invite('member', slow.clock.now + day)
    for (let count = 0; count < 3; count += 1) await device.ask(endpoints.visits, {})
    const request = requestOf(`${slow.url}/v1/visits`, '{}', { Authorization: `Bearer ${device.token}` })
    const refused = await slow.fetch(request)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toBe('1')
    await other.ask(endpoints.visits, {})
    slow.clock.now += 1000
    await device.ask(endpoints.visits, {})
  })

  it('from one address is refused, and others are not', async () => {
    const near = there.from('2001:db8:1:2::7')
    const challenge = (from = near) => ask(from.fetch, from.url, endpoints.challenge, {})
    for (let count = 0; count < 300; count += 1) await challenge()
    expect(await reasonOf(challenge())).toBe('429 too-often')
    expect(await reasonOf(challenge(there.from('2001:db8:1:2:9::1')))).toBe('429 too-often')
    await challenge(there.from('2001:db8:1:3::7'))
  })

  it('has time for a notebook of many pages', async () => {
    for (let count = 0; count < 500; count += 1)
      await founder.ask(endpoints.pull, { n: 0, hash: '00'.repeat(32) })
  })
})

describe('photos', () => {
  const photo = newId()
  const put = (index: number, count: number, ...parts: Uint8Array<ArrayBuffer>[]) =>
    founder.ask(endpoints.putPhoto, { photo, index, count, parts })
  const bytes = (fill: number, length = 100) => new Uint8Array(length).fill(fill)

  it('come back piece by piece', async () => {
    await put(1, 2, bytes(2))
    expect(await founder.ask(endpoints.havePhotos, { photos: [photo, newId()] })).toEqual({
      pieces: [[1], []],
    })
    await put(0, 2, bytes(1))
    await put(0, 2, bytes(1))
    expect((await founder.ask(endpoints.havePhotos, { photos: [photo] })).pieces).toEqual([[0, 1]])
    expect(await founder.ask(endpoints.getPhoto, { photo, index: 0 })).toEqual({
      count: 2,
      parts: [bytes(1)],
    })
    expect(await reasonOf(founder.ask(endpoints.getPhoto, { photo, index: 2 }))).toBe('404 unknown')
  })

  it('are not replaced by other bytes', async () => {
    await put(0, 2, bytes(1))
    expect(await reasonOf(put(0, 2, bytes(2)))).toBe('409 chain')
    expect(await reasonOf(put(1, 3, bytes(2)))).toBe('409 chain')
    expect((await founder.ask(endpoints.getPhoto, { photo, index: 0 })).parts).toEqual([bytes(1)])
  })

  it('have pieces of at most 1 MiB, and at most 8', async () => {
    await put(7, 8, bytes(1, limits.photoChunk + 28))
    expect(await reasonOf(put(0, 8, bytes(1, limits.photoChunk + 29)))).toBe('413 too-long')
    expect(await reasonOf(put(0, 9, bytes(1)))).toBe('413 too-long')
    expect(await reasonOf(put(2, 2, bytes(1)))).toBe('400 malformed')
    expect(await reasonOf(put(0, 1))).toBe('400 malformed')
    expect(await reasonOf(put(0, 1, bytes(1, 0)))).toBe('400 malformed')
    expect(await reasonOf(put(0, 1, bytes(1), bytes(1)))).toBe('400 malformed')
  })

  it('are put by who may write, and seen in their space alone', async () => {
    await put(0, 1, bytes(1))
    const reader = await founder.invite('reader', there.clock.now + day)
    expect((await reader.ask(endpoints.getPhoto, { photo, index: 0 })).parts).toHaveLength(1)
    expect(
      await reasonOf(
        reader.ask(endpoints.putPhoto, { photo: newId(), index: 0, count: 1, parts: [bytes(1)] }),
      ),
    ).toBe('403 role')
    const { founder: other } = await foundAt(there)
    expect(await reasonOf(other.ask(endpoints.getPhoto, { photo, index: 0 }))).toBe('404 unknown')
    expect((await other.ask(endpoints.havePhotos, { photos: [photo] })).pieces).toEqual([[]])
  })

  it('count for what a space may take', async () => {
    const small = openExchange({ spaceBytes: 3000 })
    const { founder: device } = await foundAt(small)
    const piece = (index: number, length: number) => ({ photo, index, count: 2, parts: [bytes(1, length)] })
    await device.ask(endpoints.putPhoto, piece(0, 1500))
    expect(await reasonOf(device.ask(endpoints.putPhoto, piece(1, 1000)))).toBe('409 full')
  })
})
