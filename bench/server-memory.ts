// What the server has in memory with many notebooks in its file, and a device of each at it: npm run bench:memory
// Its own devices really sign; the records that lie there already are noise of the right length.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeDevice } from '../src/crypto/device.ts'
import { makeGenesis } from '../src/crypto/genesis.ts'
import { openSqlite } from '../src/server/store/sqlite.ts'
import type { Store } from '../src/server/store/store.ts'
import { fromHex, toHex } from '../src/shared/bytes.ts'
import { endpoints } from '../src/shared/exchange/endpoints.ts'
import { TestDevice, type There } from '../test/server/exchange/circle.ts'
import { requestOf } from '../test/server/exchange/caller.ts'
import { openGenesis } from '../test/crypto/open-genesis.ts'
import { ServerProcess } from '../test/server/process.ts'

const { values } = parseArgs({
  options: { spaces: { type: 'string', default: '1000' }, records: { type: 'string', default: '1000' } },
})
const [spaces, records] = [Number(values.spaces), Number(values.records)]
/** Bytes of a record in the log, as measured with the notebook of `npm run bench -- join`. */
const ofRecord = 760
const ofRun = 500
/** The design's limit, in MiB. */
const limit = 150
const atOnce = 8

const hashAt = (seq: number): string => seq.toString(16).padStart(64, '0')

/** A space of one device, with so many records that it has written. */
async function fill(store: Store): Promise<(there: There) => TestDevice> {
  const device = await makeDevice()
  const genesis = await makeGenesis(device)
  const entry = { bytes: genesis.entry, signatures: genesis.signatures, at: 0 }
  const [space, head] = [genesis.spaceId, toHex(genesis.head)]
  await store.found(space, head, entry)
  for (let seq = 0; seq < records; seq += ofRun) {
    const lastSeq = Math.min(records, seq + ofRun)
    const bytes = Buffer.alloc((lastSeq - seq) * ofRecord, 7)
    const [prevHash, lastHash] = [hashAt(seq), hashAt(lastSeq)]
    const run = { device: device.id, firstSeq: seq + 1, lastSeq, prevHash, lastHash, rosterIndex: 0, bytes }
    await store.addRuns(space, head, [run], Number.MAX_SAFE_INTEGER)
  }
  const key = await openGenesis(genesis, device)
  return (there) => {
    const test = new TestDevice(there, space, device, key)
    test.seq = records
    test.hash = fromHex(hashAt(records))
    return test
  }
}

/** What a device does when it wakes up: a token, the whole log, its own three changes. */
async function work(device: TestDevice): Promise<void> {
  await device.enter()
  const { n } = await device.ask(endpoints.pull, { n: 0, hash: hashAt(0) })
  if (n !== records) throw new Error(`there are ${n} records, not ${records}`)
  await device.push('new', await device.seal(await device.roster(), 3))
}

/** And then it waits for news. */
async function listen(device: TestDevice): Promise<unknown> {
  const headers = { Authorization: `Bearer ${device.token}` }
  return (await device.there.fetch(requestOf(device.there.url + endpoints.poke.path, '{}', headers))).body
}

/** Every notebook has its own address, as a proxy would say it. */
const from = (url: string, at: number): There => ({
  url,
  fetch: (request) => {
    request.headers.set('X-Forwarded-For', `10.0.${at >> 8}.${at & 255}`)
    return fetch(request)
  },
})

/** What `npm start` gives Node to run. */
function startProgram(): string[] {
  const root = join(import.meta.dirname, '..')
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  const [, ...words] = scripts.start.split(' ')
  return words.map((word) => (word.startsWith('-') ? word : join(root, word)))
}

const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
mkdirSync(join(folder, 'dist'))
const file = join(folder, 'data/ponte.sqlite')
try {
  const store = openSqlite(file)
  const devices = []
  while (devices.length < spaces) devices.push(await fill(store))
  await store.close()
  const server = await ServerProcess.begin(
    { BEHIND_PROXY: '1', DATA_FILE: file, NODE_OPTIONS: process.env['NODE_OPTIONS'] ?? '' },
    folder,
    startProgram(),
  )
  try {
    const start = server.memory().now
    const there = devices.map((deviceAt, at) => deviceAt(from(server.url, at)))
    const each = async (job: (device: TestDevice) => Promise<unknown>): Promise<unknown[]> => {
      const queue = [...there]
      const done: unknown[] = []
      const worker = async (): Promise<void> => {
        for (let next = queue.shift(); next; next = queue.shift()) done.push(await job(next))
      }
      await Promise.all(Array.from({ length: atOnce }, worker))
      return done
    }
    await each(work)
    const worked = server.memory().now
    const streams = await each(listen)
    const { now, most } = server.memory()
    const megabytes = Math.round(statSync(file).size / 1e6)
    console.log(
      JSON.stringify({
        bench: 'server memory',
        spaces,
        records,
        file: megabytes,
        streams: streams.length,
        unit: 'MiB',
        start,
        worked,
        listening: now,
        most,
        limit,
      }),
    )
  } finally {
    await server.end('SIGKILL')
  }
} finally {
  rmSync(folder, { recursive: true })
}
