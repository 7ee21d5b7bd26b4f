import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, protocolHeader } from '../../src/shared/exchange/endpoints.ts'
import { newId } from '../../src/shared/ids.ts'
import { reasonOf, requestOf } from './exchange/caller.ts'
import { foundAt, TestDevice } from './exchange/circle.ts'
import { ServerProcess } from './process.ts'

const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
mkdirSync(join(folder, 'dist'))
writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>Ponte</title>')

let server: ServerProcess
let founder: TestDevice
// Nothing is set but the port: the store lies where the default says.
beforeAll(async () => {
  server = await ServerProcess.begin({}, folder)
  founder = (await foundAt({ url: server.url, fetch })).founder
})
afterAll(() => server.end('SIGKILL'))

const always: readonly (readonly [string, string])[] = [
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
]
const wanted: typeof always = [
  ...always,
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Embedder-Policy', 'require-corp'],
  ['Permissions-Policy', 'geolocation=(), microphone=(), camera=(self)'],
]
const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' blob:`,
  `connect-src 'self'`,
  `manifest-src 'self'`,
  `worker-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
  'trusted-types ponte',
]

describe('the running server', () => {
  it.each(['/', '/nowhere', '/config.json', '/imprint', '/privacy', '/pages.css'])(
    'answers %s with strict headers, cookies never',
    async (path) => {
      const { headers } = await fetch(server.url + path)
      for (const [name, value] of wanted) expect(headers.get(name), name).toBe(value)
      expect(headers.get('Content-Security-Policy')?.split('; ')).toEqual(policy)
      expect(headers.get('Set-Cookie')).toBeNull()
    },
  )

  it.each([
    ['a question', 200, () => requestOf(server.url + endpoints.challenge.path, '{}', {})],
    ['what is none', 400, () => new Request(`${server.url}/v1/nothing`)],
  ])('lets nothing at all come of its answer to %s', async (_what, status, ask) => {
    const answer = await fetch(ask())
    expect(answer.status).toBe(status)
    for (const [name, value] of always) expect(answer.headers.get(name), name).toBe(value)
    expect(answer.headers.get('Content-Security-Policy')).toBe(`default-src 'none'; frame-ancestors 'none'`)
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })

  const shown = [
    `default-src 'none'`,
    `style-src 'self'`,
    `img-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
  it.each([
    '/register',
    '/register/de',
    '/register/de/nowhere',
    '/register/de/news.atom',
    '/register/register.css',
    '/register/sitemap.xml',
  ])('lets the register at %s show text and send forms, and nothing else', async (path) => {
    const { headers } = await fetch(server.url + path, { redirect: 'manual' })
    const pages = wanted.map(([name, value]) => [name, name === 'Referrer-Policy' ? 'same-origin' : value])
    for (const [name = '', value] of pages) expect(headers.get(name), name).toBe(value)
    expect(headers.get('Content-Security-Policy')).toBe(shown)
    expect(headers.get('Set-Cookie')).toBeNull()
  })

  it.each([
    '/register/feed',
    '/register/register.json',
    `/register/base/${'0a'.repeat(32)}`,
    '/register/feed?n=x',
  ])('lets anybody read %s, and nothing come of it', async (path) => {
    const { headers } = await fetch(server.url + path)
    const data = always.map(([name, value]) => [name, value === 'same-origin' ? 'cross-origin' : value])
    for (const [name = '', value] of data) expect(headers.get(name), name).toBe(value)
    expect(headers.get('Content-Security-Policy')).toBe(`default-src 'none'; frame-ancestors 'none'`)
    expect(headers.get('Set-Cookie')).toBeNull()
  })

  it('does not believe what a request calls it', async () => {
    const { origin } = new URL(server.url)
    const answer = await fetch(`${origin}/config.json`, {
      headers: { 'X-Forwarded-Host': 'evil.example.org' },
    })
    expect(((await answer.json()) as { exchange: string }).exchange).toBe(server.url)
  })

  it('takes runs and brings them back', async () => {
    const run = await founder.seal(await founder.roster(), 3)
    expect((await founder.push('new', run)).n).toBe(3)
    expect((await founder.ask(endpoints.pull, { n: 0, hash: '00'.repeat(32) })).parts).toEqual([run])
  })

  it('stops a body that is too long, sent in pieces without a length', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { [protocolHeader]: '1', Authorization: `Bearer ${founder.token}` }
      const asked = request(server.url + endpoints.push.path, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode)
        response.resume()
        asked.destroy()
      })
      // What is still being sent when the answer is there may fail.
      asked.on('error', (error) => ('code' in error && error.code === 'EPIPE' ? undefined : reject(error)))
      const chunk = Buffer.alloc(65_536)
      const send = (left: number): void => {
        if (left > 0 && !asked.destroyed) asked.write(chunk, () => send(left - 1))
      }
      send(1000)
    })
    expect(status).toBe(413)
    expect((await founder.ask(endpoints.visits, {})).devices).toHaveLength(1)
  })

  it('refuses what says that it is too long', async () => {
    const parts = [new Uint8Array(endpoints.push.most)]
    expect(await reasonOf(founder.push('new', ...parts))).toBe('413 too-long')
  })
})

describe('the files of a store', () => {
  const filesIn = (path: string) => readdirSync(path).map((name) => readFileSync(join(path, name)))
  const data = join(folder, 'data')

  it('hold nothing that was written, nor a key, nor a token: also before they are tidied up', async () => {
    const canary = `Kanarienvogel ${newId()}`
    await founder.push('new', await founder.seal(await founder.roster(), 20, canary))
    const files = filesIn(data)
    // A file that can't be empty, and the log that is written ahead.
    expect(readdirSync(data).sort()).toEqual(['ponte.sqlite', 'ponte.sqlite-shm', 'ponte.sqlite-wal'])
    const found = (text: string | Uint8Array) => files.some((file) => file.includes(Buffer.from(text)))
    expect(found(Buffer.from(founder.space, 'hex'))).toBe(true)
    for (const secret of [
      canary,
      'Kanarienvogel',
      founder.token,
      Buffer.from(founder.token, 'hex'),
      founder.key,
    ])
      expect(found(secret)).toBe(false)
  })

  it('are whole after the server was asked to end, which ends those that wait for news too', async () => {
    const poke = await fetch(
      requestOf(server.url + endpoints.poke.path, '{}', { Authorization: `Bearer ${founder.token}` }),
    )
    const lines = poke.text()
    expect(await server.end('SIGTERM')).toBe(0)
    expect(await lines).toBe('new\n')
    expect(readdirSync(data)).toEqual(['ponte.sqlite'])
    server = await ServerProcess.begin({ PORT: new URL(server.url).port }, folder)
    const again = new TestDevice({ url: server.url, fetch }, founder.space, founder.device, founder.key)
    await again.enter()
    expect((await again.push('again')).n).toBe(23)
  })
})
