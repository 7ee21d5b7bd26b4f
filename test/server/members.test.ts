import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { authMessage } from '../../src/crypto/auth.ts'
import { sign } from '../../src/crypto/sign.ts'
import { toHex } from '../../src/shared/bytes.ts'
import { writeParts } from '../../src/shared/exchange/codec.ts'
import { endpoints, protocolHeader } from '../../src/shared/exchange/endpoints.ts'
import { newId } from '../../src/shared/ids.ts'
import { ask, No, reasonOf, requestOf } from './exchange/caller.ts'
import { foundAt, tokenFor, type TestDevice } from './exchange/circle.ts'
import { closeAll, headOf, openLine, openLines, sleep, tellFigures, until } from './line.ts'
import { ServerProcess } from './process.ts'

let server: ServerProcess
let founder: TestDevice
afterEach(() => server.end('SIGKILL'))

async function begin(settings: { readonly [name: string]: string } = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
  mkdirSync(join(folder, 'dist'))
  server = await ServerProcess.begin(settings, folder)
  founder = (await foundAt({ url: server.url, fetch })).founder
}

const soon = () => Date.now() + 3_600_000
/** What doesn't get smaller by deflating. */
const noise = () => toHex(crypto.getRandomValues(new Uint8Array(8000)))
const bearer = (device: TestDevice) => ({ Authorization: `Bearer ${device.token}` })

/** How many of these were answered, and how often each refusal came. */
async function countOf(asked: readonly Promise<unknown>[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const result of await Promise.allSettled(asked)) {
    const error: unknown = result.status === 'rejected' ? result.reason : undefined
    expect([undefined, No]).toContain(error instanceof No ? No : error)
    const key = error instanceof No ? error.message : 'answered'
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

describe('a member that asks too much', () => {
  it('is told when to ask again, and nobody else is', async () => {
    await begin()
    const member = await founder.invite('member', soon())
    const counts = new Map<string, number>()
    for (let round = 0; round < 50; round += 1) {
      const asked = Array.from({ length: 14 }, () => member.ask(endpoints.visits, {}))
      for (const [key, count] of await countOf(asked)) counts.set(key, (counts.get(key) ?? 0) + count)
    }
    expect([...counts.keys()].sort()).toEqual(['429 too-often', 'answered'])
    expect(counts.get('answered')).toBeLessThan(680)
    const refused = await fetch(requestOf(server.url + endpoints.visits.path, '{}', bearer(member)))
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1'])
    expect((await founder.ask(endpoints.visits, {})).devices).toHaveLength(2)
  })

  it('gets a token sixty times, and then one in five seconds', async () => {
    await begin()
    const enter = () => tokenFor(founder.there, founder.space, founder.id, founder.device.sign.privateKey)
    const began = performance.now()
    let [given, reason] = [0, '']
    while (reason === '' && given < 200) {
      const one = enter()
      reason = await one.then(
        () => '',
        () => reasonOf(one),
      )
      if (reason === '') given += 1
    }
    expect(reason).toBe('429 too-often')
    // One was given in the beginning. On a slow machine some come again meanwhile.
    expect(given).toBeGreaterThanOrEqual(59)
    expect(given).toBeLessThanOrEqual(59 + Math.ceil((performance.now() - began) / 5000))
    expect((await founder.ask(endpoints.visits, {})).devices).toHaveLength(1)
  })

  it('and leaves its questions unfinished has sixteen under way', { timeout: 60_000 }, async () => {
    await begin()
    const member = await founder.invite('member', soon())
    const lines = await openLines(server.url, 60)
    const head = headOf(
      endpoints.push.path,
      `Authorization: Bearer ${member.token}`,
      'Content-Length: 2000000',
    )
    for (const { socket } of lines) socket.write(head + 'x'.repeat(1000))
    const isRefused = ({ heard }: (typeof lines)[number]) => /^HTTP\/1.1 503 [^]*"busy"/.test(heard())
    await until('the others are refused', () => lines.filter(isRefused).length >= 44)
    expect(lines.filter(({ heard }) => heard() === '')).toHaveLength(16)
    for (const { heard } of lines.filter(isRefused)) expect(heard()).toMatch(/retry-after: 1\r\n/i)
    expect(await reasonOf(member.ask(endpoints.visits, {}))).toBe('503 busy')
    const began = performance.now()
    expect((await founder.ask(endpoints.visits, {})).devices).toHaveLength(2)
    tellFigures('60 unfinished pushes', { most: Math.round(performance.now() - began) })
    closeAll(lines)
    await sleep(500)
    expect((await member.ask(endpoints.visits, {})).devices).toHaveLength(2)
  })

  it('and sends a body byte by byte costs its bytes and no more', { timeout: 60_000 }, async () => {
    await begin()
    const before = server.memory().now
    const line = await openLine(server.url)
    const head = headOf(
      endpoints.push.path,
      `Authorization: Bearer ${founder.token}`,
      'Transfer-Encoding: chunked',
    )
    line.socket.write(head)
    for (let sent = 0; sent < 20; sent += 1) {
      line.socket.write('1\r\nx\r\n'.repeat(20_000))
      await sleep(20)
    }
    await sleep(1500)
    const after = server.memory().now
    tellFigures('400,000 chunks of a byte', { before, after })
    expect(after - before).toBeLessThan(150)
    line.socket.write('0\r\n\r\n')
    for (let waited = 0; line.heard() === '' && waited < 200; waited += 1) await sleep(50)
    expect(line.heard()).toMatch(/^HTTP\/1.1 400 [^]*"malformed"/)
    closeAll([line])
  })

  it('has four streams of news, and none once it has left', async () => {
    await begin()
    const member = await founder.invite('member', soon())
    const poke = async () => {
      const { path } = endpoints.poke
      const reader = (await fetch(requestOf(server.url + path, '{}', bearer(member)))).body?.getReader()
      const heard = { isOver: false, text: '' }
      const read = async (): Promise<void> => {
        for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
          heard.text += new TextDecoder().decode(part.value)
        heard.isOver = true
      }
      void read()
      return heard
    }
    const streams: { isOver: boolean; text: string }[] = []
    for (let count = 0; count < 10; count += 1) streams.push(await poke())
    await until('six have given way', () => streams.filter(({ isOver }) => isOver).length === 6)
    expect(streams.map(({ isOver }) => isOver)).toEqual(streams.map((_, at) => at < 6))
    await founder.push('new', await founder.seal(await founder.roster(), 1))
    await until('all are told', () => streams.slice(6).every(({ text }) => text.length > 4))
    expect(streams.slice(6).map(({ text }) => text)).toEqual(Array(4).fill('new\nnew\n'))
    const leave = await member.sign(await member.roster(), 'leave', { seq: 0, hash: '00'.repeat(32) })
    await member.append(leave)
    await until('all have ended', () => streams.every(({ isOver }) => isOver))
    expect(await reasonOf(member.ask(endpoints.pull, { n: 0, hash: '00'.repeat(32) }))).toBe('409 cutoff')
  })
})

describe('a challenge', () => {
  it('is good for one token, however many bring it at once, and for this server alone', async () => {
    await begin()
    const answer = async (url: string) => {
      const { challenge } = await ask(fetch, server.url, endpoints.challenge, {})
      const message = authMessage(url, founder.space, founder.id, challenge)
      const signature = toHex(await sign(founder.device.sign.privateKey, message))
      return { space: founder.space, id: founder.id, challenge, signature }
    }
    const own = await answer(server.url)
    const asked = Array.from({ length: 10 }, () => ask(fetch, server.url, endpoints.token, own))
    expect(await countOf(asked)).toEqual(
      new Map([
        ['answered', 1],
        ['401 token', 9],
      ]),
    )
    const foreign = await answer('http://127.0.0.1:1')
    expect(await reasonOf(ask(fetch, server.url, endpoints.token, foreign))).toBe('403 signature')
  })
})

describe('whoever guesses invitations', () => {
  const guess = (forwarded: string) =>
    ask(
      (request) => {
        request.headers.set('X-Forwarded-For', forwarded)
        return fetch(request)
      },
      server.url,
      endpoints.box,
      { slip: newId() },
    )
  const guessFrom = (address: (count: number) => string, count: number) =>
    countOf(Array.from({ length: count }, (_, at) => guess(address(at))))
  const limited = (counts: Map<string, number>) => {
    expect([...counts.keys()].sort()).toEqual(['404 unknown', '429 too-often'])
    expect(counts.get('404 unknown')).toBeLessThan(70)
  }

  it('is stopped after sixty, whatever it says of its address', async () => {
    await begin()
    limited(await guessFrom((at) => `203.0.113.${at}`, 100))
  })

  it('is stopped behind a proxy by the address that this one saw, an IPv6 network being one', async () => {
    await begin({ BEHIND_PROXY: '1' })
    limited(await guessFrom((at) => `198.51.100.${at}, 203.0.113.9:${4000 + at}`, 100))
    limited(await guessFrom((at) => `2001:db8:0:1::${at.toString(16)}`, 100))
    limited(await guessFrom((at) => `nobody ${at}`, 100))
    expect(await reasonOf(guess('2001:db8:0:2::1'))).toBe('404 unknown')
  })
})

describe('a space that is full', () => {
  const putPiece = (bytes: number) =>
    founder.ask(endpoints.putPhoto, { photo: newId(), index: 0, count: 1, parts: [new Uint8Array(bytes)] })

  it('takes no run, photo or newcomer, stays as it was, and lets somebody be kept out', async () => {
    await begin({ SPACE_BYTES: '1000000' })
    const roster = await founder.roster()
    const { slip, entry } = await founder.issue(roster, 'member', soon())
    await founder.append(entry)
    const run = await founder.seal(await founder.roster(), 3)
    await founder.push('new', run)
    await putPiece(990_000)
    const later = await founder.seal(await founder.roster(), 10, noise())
    expect(await reasonOf(founder.push('new', later))).toBe('409 full')
    expect(await reasonOf(putPiece(20_000))).toBe('409 full')
    while (!(await countOf([putPiece(200)])).has('409 full'));
    const next = await founder.issue(await founder.roster(), 'member', soon())
    expect(await reasonOf(founder.append(next.entry))).toBe('409 full')
    const page = await founder.ask(endpoints.pull, { n: 0, hash: '00'.repeat(32) })
    expect([page.n, page.entries, page.parts]).toEqual([3, 2, [run]])
    await founder.append(await founder.sign(await founder.roster(), 'revoke', { slip: slip.id }))
    expect((await founder.roster()).heads).toHaveLength(3)
    const other = (await foundAt({ url: server.url, fetch })).founder
    expect((await other.push('new', await other.seal(await other.roster(), 1))).n).toBe(1)
  })
})

it('a push of five thousand small runs keeps nobody waiting', { timeout: 60_000 }, async () => {
  await begin()
  const other = (await foundAt({ url: server.url, fetch })).founder
  const run = await founder.seal(await founder.roster(), 1)
  const runs = Array.from({ length: 5000 }, () => run)
  const head = new TextEncoder().encode(JSON.stringify({ mode: 'new' }))
  const headers = { ...bearer(founder), [protocolHeader]: '1' }
  const body = writeParts([head, ...runs])
  const pushing = Promise.all(
    Array.from({ length: 4 }, () =>
      fetch(server.url + endpoints.push.path, { method: 'POST', body, headers }).then(({ status }) => status),
    ),
  )
  await sleep(50)
  const began = performance.now()
  await other.ask(endpoints.visits, {})
  const waited = Math.round(performance.now() - began)
  tellFigures('4 pushes of 5,000 runs', { most: waited, statuses: await pushing })
  expect(waited).toBeLessThan(5000)
  expect((await founder.ask(endpoints.pull, { n: 0, hash: '00'.repeat(32) })).n).toBe(1)
})
