import { mkdirSync, mkdtempSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { foundAt, type TestDevice, type There } from './exchange/circle.ts'
import { ServerProcess } from './process.ts'
import { chainsOf, follow, write, type Ledger } from './writers.ts'

const kills = Number(process.env['PONTE_KILLS'] ?? 200)
/** Servers beside each other, each with a store of its own: starting one is what takes the time. */
const lanes = 2
const writers = 4
const longest = 60

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function circleAt(there: There): Promise<TestDevice[]> {
  const { founder } = await foundAt(there)
  const devices = [founder]
  while (devices.length < writers) devices.push(await founder.invite('member', Date.now() + 3_600_000))
  return devices
}

/** The log as it lies in the file: the numbers, and what SQLite says of the file itself. */
function readFile(file: string) {
  const database = new DatabaseSync(file, { readOnly: true })
  const rows = database.prepare('select first_n, last_n from runs order by last_n').all()
  const { integrity_check: integrity } = database.prepare('pragma integrity_check').get() ?? {}
  database.close()
  return { rows: rows as { first_n: number; last_n: number }[], integrity }
}

const sleep = (time: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, time))

/** Some moment: three times of four in the midst of work, else while the server may still be waking up. */
async function untilAMoment(ledger: Ledger): Promise<void> {
  const before = ledger.size
  const patience = Math.random() < 0.25 ? 0 : 100
  for (let waited = 0; ledger.size === before && waited < patience; waited += 1) await sleep(10)
  await sleep(Math.random() * longest)
}

type Compiled = { readonly NODE_COMPILE_CACHE: string }

/** Compiled once, not at every start: what is killed keeps nothing of that, so one is ended kindly first. */
async function compile(folder: string): Promise<Compiled> {
  const settings = { DATA_FILE: join(folder, 'first.sqlite'), NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const first = await ServerProcess.begin(settings, folder)
  await first.end('SIGTERM')
  return { NODE_COMPILE_CACHE: settings.NODE_COMPILE_CACHE }
}

async function survive(folder: string, count: number, compiled: Compiled, signal: AbortSignal) {
  const port = await freePort()
  const file = join(folder, `${port}`, 'ponte.sqlite')
  const settings = { PORT: String(port), DATA_FILE: file, ...compiled }
  let running = ServerProcess.begin(settings, folder)
  const { url } = await running
  // Whoever asks while it is down waits for the next one, instead of keeping the machine busy.
  const devices = await circleAt({ url, fetch: async (request) => running.then(() => fetch(request)) })
  const [founder] = devices
  if (!founder) throw new Error('nobody is here')
  const roster = await founder.roster()

  const state = { isOver: false, isWritten: false }
  const ended = new AbortController()
  const stop = AbortSignal.any([signal, ended.signal])
  const ledger: Ledger = new Map()
  const writing = Promise.all(
    devices.map((device) => write(device, roster, ledger, () => state.isOver, stop)),
  )
  const written = writing.finally(() => (state.isWritten = true))
  const working = Promise.all([written, follow(founder, () => state.isWritten, stop)])
  // Looked at after each kill: until then nobody needs to know.
  working.catch(() => undefined)
  try {
    for (let killed = 0; killed < count; killed += 1) {
      await Promise.race([working, untilAMoment(ledger)])
      const gone = (await running).end('SIGKILL')
      running = gone.then(() => ServerProcess.begin(settings, folder))
      await running
    }
    state.isOver = true
    const [, { n, runs }] = await working
    const exit = await (await running).end('SIGTERM')
    return { n, runs, ledger, exit, space: founder.space, ...readFile(file) }
  } finally {
    ended.abort()
    await (await running).end('SIGKILL')
  }
}

it(
  `a server that is killed ${kills} times under load loses no receipted change and has none twice`,
  { timeout: 60_000 + kills * 3000 },
  async ({ signal }) => {
    const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
    mkdirSync(join(folder, 'dist'))
    const compiled = await compile(folder)
    const shares = Array.from({ length: lanes }, (_, lane) => Math.floor((kills + lane) / lanes))
    for (const result of await Promise.all(shares.map((share) => survive(folder, share, compiled, signal)))) {
      const { n, runs, ledger, exit, space, rows, integrity } = result
      const hashes = await chainsOf(space, runs)
      expect(ledger.size).toBeGreaterThan(shares[0] ?? 0)
      for (const [change, hash] of ledger) expect(hashes.get(change), change).toBe(hash)
      // Gapless: as many numbers as changes, and each run begins where the one before ended.
      expect(n).toBe(hashes.size)
      expect(rows.map((row) => row.first_n)).toEqual([1, ...rows.slice(0, -1).map((row) => row.last_n + 1)])
      expect(rows.at(-1)?.last_n).toBe(n)
      expect(integrity).toBe('ok')
      expect(exit).toBe(0)
    }
  },
)
