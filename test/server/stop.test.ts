import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { toHex } from '../../src/shared/bytes.ts'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import { requestOf } from './exchange/caller.ts'
import { foundAt } from './exchange/circle.ts'
import { closeAll, headOf, openLines, sleep, tellFigures, until } from './line.ts'
import { ServerProcess } from './process.ts'

async function begin() {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
  mkdirSync(join(folder, 'dist'))
  const server = await ServerProcess.begin({}, folder)
  const { founder } = await foundAt({ url: server.url, fetch })
  return { server, founder, data: join(folder, 'data') }
}

/** How it ended, and after how long. */
async function ended(server: ServerProcess, signals: readonly 'SIGTERM'[]) {
  const began = performance.now()
  for (const signal of signals.slice(0, -1)) {
    server.signal(signal)
    await sleep(300)
  }
  const exit = await server.end('SIGTERM')
  return { exit, time: Math.round(performance.now() - began) }
}

it(
  'asked to end in the midst of pushes, streams and slow bodies, it loses no receipt',
  { timeout: 60_000 },
  async () => {
    const { server, founder, data } = await begin()
    const headers = { Authorization: `Bearer ${founder.token}` }
    const streams = await Promise.all(
      Array.from({ length: 4 }, () => fetch(requestOf(server.url + endpoints.poke.path, '{}', headers))),
    )
    const slow = await openLines(server.url, 10)
    const more = [`Authorization: Bearer ${founder.token}`, 'Content-Length: 100000']
    for (const { socket } of slow) socket.write(headOf(endpoints.push.path, ...more))
    const roster = await founder.roster()
    const receipts: { seq: number; hash: string }[] = []
    const pushing = (async () => {
      for (;;) {
        const run = await founder.seal(roster, 2)
        const { you } = await founder.push('new', run)
        expect(you).toEqual({ seq: founder.seq, hash: toHex(founder.hash) })
        if (you) receipts.push(you)
      }
    })()
    // It ends with the server.
    const cut = pushing.catch((error: unknown) => error)
    await until('some are receipted', () => receipts.length > 4)
    const { exit, time } = await ended(server, ['SIGTERM'])
    expect(await cut).toBeInstanceOf(TypeError)
    tellFigures('SIGTERM in the midst of it', { time, receipts: receipts.length })
    expect(exit).toBe(0)
    expect(time).toBeLessThan(8000)
    for (const { body } of streams) await body?.cancel().catch(() => undefined)
    closeAll(slow)
    // No log that is written ahead lies beside it any more.
    expect(readdirSync(data)).toEqual(['ponte.sqlite'])
    const database = new DatabaseSync(join(data, 'ponte.sqlite'), { readOnly: true })
    const rows = database.prepare('select last_seq, last_hash from runs order by last_n').all()
    database.close()
    const kept = new Map(rows.map((row) => [row['last_seq'], toHex(row['last_hash'] as Uint8Array)]))
    expect(receipts.length).toBeGreaterThan(2)
    for (const { seq, hash } of receipts) expect(kept.get(seq)).toBe(hash)
    expect(server.printed).toBe(`Ponte is ready: ${server.url}\n`)
  },
)

it('asked a second time, it ends at once, and its file is whole', { timeout: 60_000 }, async () => {
  const { server, founder, data } = await begin()
  await founder.push('new', await founder.seal(await founder.roster(), 5))
  const slow = await openLines(server.url, 5)
  for (const { socket } of slow)
    socket.write(
      headOf(endpoints.push.path, `Authorization: Bearer ${founder.token}`, 'Content-Length: 100000'),
    )
  await sleep(200)
  const { exit, time } = await ended(server, ['SIGTERM', 'SIGTERM'])
  closeAll(slow)
  expect(exit).toBe(0)
  expect(time).toBeLessThan(3000)
  expect(readdirSync(data)).toEqual(['ponte.sqlite'])
})
