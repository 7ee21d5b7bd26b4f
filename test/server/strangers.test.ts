import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import {
  closeAll,
  headOf,
  honestTimes,
  openLine,
  openLines,
  sleep,
  tellFigures,
  type Line,
  type Times,
} from './line.ts'
import { ServerProcess } from './process.ts'

/** MiB that the server may ever have had in memory, whatever strangers did. */
const memory = 300

let server: ServerProcess
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
  mkdirSync(join(folder, 'dist'))
  server = await ServerProcess.begin({}, folder)
  tellFigures('none yet', { memory: server.memory() })
})
afterAll(() => server.end('SIGKILL'))

const openOf = (lines: readonly Line[]): number => lines.filter(({ isOpen }) => isOpen()).length

/** In milliseconds; a busy machine included. An attack that holds is one whose victim is never answered. */
function expectAnswers(attack: string, times: Times, more: object = {}): void {
  tellFigures(attack, { ...times, ...more, memory: server.memory() })
  expect(times.count).toBeGreaterThan(1)
  expect(times.median).toBeLessThan(1000)
  expect(times.most).toBeLessThan(5000)
  expect(server.memory().most).toBeLessThan(memory)
}

/** A byte a second on each line, until the returned function is called. */
function drip(lines: readonly Line[], byte: string): () => void {
  const timer = setInterval(() => {
    for (const { socket, isOpen } of lines) if (isOpen()) socket.write(byte)
  }, 1000)
  return () => clearInterval(timer)
}

const enough = { timeout: 60_000 }

it('what is no HTTP, or too much of it, ends its own line alone', async () => {
  const post = (...more: string[]) => `${headOf(endpoints.challenge.path, ...more)}{}`
  const odd = [
    '\u0000\u0001\u0002\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET \\..\\..\\etc HTTP/1.1\r\nHost: x\r\n\r\n',
    'CONNECT evil.example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n',
    'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n',
    post('Content-Length: 2', 'Content-Length: 3'),
    post('Content-Length: 2', 'Transfer-Encoding: chunked'),
    post('Content-Length: 2', `X-A: ${'a'.repeat(9000)}`),
    `GET /${'a'.repeat(9000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  ]
  for (const text of odd) {
    const line = await openLine(server.url, '127.0.0.40')
    line.socket.write(text)
    for (let waited = 0; line.isOpen() && line.heard() === '' && waited < 100; waited += 1) await sleep(20)
    expect(line.heard(), text.slice(0, 80)).toMatch(/^(HTTP\/1.1 4|$)/)
    line.socket.destroy()
  }
  expectAnswers('what is no HTTP', await honestTimes(server.url, async () => void (await sleep(500))))
  expect(server.printed).toBe(`Ponte is ready: ${server.url}\n`)
})

describe('an honest device is answered', () => {
  it('while strangers hold thousands of lines on which they ask nothing', enough, async () => {
    let [own, others] = [0, 0]
    const times = await honestTimes(server.url, async () => {
      const lines = await openLines(server.url, 1500, '127.0.0.2')
      await sleep(500)
      own = openOf(lines)
      for (let host = 3; host < 13; host += 1)
        lines.push(...(await openLines(server.url, 200, `127.0.0.${host}`)))
      await sleep(500)
      others = openOf(lines)
      closeAll(lines)
    })
    expectAnswers('3,500 silent lines', times, { own, others })
    expect(own).toBeGreaterThan(0)
    expect(own).toBeLessThanOrEqual(256)
    expect(others).toBeGreaterThan(500)
    expect(others).toBeLessThanOrEqual(1000)
  })

  it('while strangers send a byte a second, and those are cut off', enough, async () => {
    const open = (host: number, count: number, text: string) =>
      openLines(server.url, count, `127.0.0.${host}`).then((lines) => {
        for (const { socket } of lines) socket.write(text)
        return lines
      })
    const { challenge, push } = endpoints
    const [silent, heads, bodies, short, unknown] = await Promise.all([
      open(20, 50, ''),
      open(21, 100, 'POST /v1/challenge HTTP/1.1\r\nX-A: '),
      open(22, 100, headOf(challenge.path, 'Content-Length: 1000')),
      open(23, 20, `${headOf(challenge.path, 'Content-Length: 3')}{}`),
      open(24, 50, headOf(push.path, 'Content-Length: 2000000')),
    ])
    const stops = [drip(heads, 'a'), drip(bodies, ' '), drip(unknown, ' ')]
    const times = await honestTimes(server.url, async () => void (await sleep(17_000)))
    for (const stop of stops) stop()
    expectAnswers('320 slow lines', times)
    for (const lines of [silent, heads, bodies, short, unknown]) expect(openOf(lines)).toBe(0)
    for (const { heard } of [...bodies, ...short])
      expect(heard()).toMatch(/^HTTP\/1.1 408 [^]*\{"reason":"too-slow"\}/)
    for (const { heard } of heads) expect(heard()).toMatch(/^HTTP\/1.1 408 /)
    for (const { heard } of unknown) expect(heard()).toMatch(/^HTTP\/1.1 401 /)
  })

  it('while strangers send bodies that never end, or more than they said', enough, async () => {
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    const endless: Line[] = []
    const more: Line[] = []
    const times = await honestTimes(server.url, async () => {
      endless.push(...(await openLines(server.url, 30, '127.0.0.30')))
      for (const { socket } of endless) {
        socket.write(headOf(endpoints.found.path, 'Transfer-Encoding: chunked'))
        const go = (): void => {
          if (!socket.destroyed) socket.write(chunk, () => setTimeout(go, 10))
        }
        go()
      }
      more.push(...(await openLines(server.url, 20, '127.0.0.31')))
      for (const { socket } of more)
        socket.write(`${headOf(endpoints.challenge.path, 'Content-Length: 2')}{}{{{{{{{{\r\n\r\n`)
      await sleep(4000)
    })
    expectAnswers('30 bodies without an end', times)
    expect(openOf(endless)).toBe(0)
    // What stands behind a whole question is none, and ends the line.
    for (const { heard } of more) expect(heard()).toMatch(/HTTP\/1.1 400 /)
    expect(openOf(more)).toBe(0)
  })

  it('while strangers ask as fast as they can, and they are told when to ask again', enough, async () => {
    const ask = async (path: string, headers: Record<string, string> = {}): Promise<string> => {
      const asked = { method: 'POST', body: '{}', headers: { 'Ponte-Protocol': '1', ...headers } }
      const answer = await fetch(server.url + path, asked)
      const said = answer.ok ? '' : await answer.text()
      return `${answer.status} ${answer.headers.get('Retry-After') ?? ''} ${said}`.trim()
    }
    const wrong = { Authorization: `Bearer ${'ab'.repeat(32)}` }
    const answers: string[] = []
    const times = await honestTimes(server.url, async () => {
      for (let round = 0; round < 20; round += 1) {
        const questions = Array.from({ length: 20 }, () => [
          ask(endpoints.challenge.path),
          ask(endpoints.push.path, wrong),
        ])
        answers.push(...(await Promise.all(questions.flat())))
      }
    })
    expectAnswers('800 questions, 40 at once', times)
    const kinds = new Set(answers)
    expect([...kinds].sort()).toEqual(['200', '401  {"reason":"token"}', '429 1 {"reason":"too-often"}'])
    const ofBurst = answers.filter((answer) => answer === '200').length
    expect(ofBurst).toBeGreaterThan(250)
    expect(ofBurst).toBeLessThan(350)
  })
})
