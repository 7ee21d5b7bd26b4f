// How many ask the public register at once: npm run bench:register -- --seconds N
// The real server as a process, 50,000 links of the base and 5,000 entries; beside each question a file of the same size from the same server.
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openSqlite } from '../src/server/store/sqlite.ts'
import { basePath, feedPath } from '../src/shared/register/endpoints.ts'
import { firstMark } from '../src/shared/register/feed.ts'
import { ServerProcess } from '../test/server/process.ts'
import { chanceFrom } from './random.ts'
import { fillBase, fillEntries } from './register-fill.ts'
import { p95 } from './statistics.ts'
import { showTable } from './table.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    links: { type: 'string', default: '50000' },
    entries: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
  },
})
const seconds = Number(values.seconds)
const [links, entries, seed] = [Number(values.links), Number(values.entries), Number(values.seed)]
const atOnce = 8

type Question = { readonly name: string; readonly path: string; readonly headers?: Record<string, string> }
type Measured = { readonly perSecond: number; readonly p95: number; readonly bytes: number }

let address = 0
/** Each question comes from an address of its own: the limits of one are not what is measured. */
async function once(url: string, { path, headers = {} }: Question): Promise<{ time: number; bytes: number }> {
  address = (address + 1) % 0x100_0000
  const from = `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`
  const begun = performance.now()
  const answer = await fetch(url + path, { headers: { ...headers, 'X-Forwarded-For': from } })
  const { byteLength } = await answer.arrayBuffer()
  if (answer.status !== 200 && answer.status !== 304) throw new Error(`${answer.status} for ${path}`)
  return { time: performance.now() - begun, bytes: byteLength }
}

async function measure(url: string, question: Question, milliseconds: number): Promise<Measured> {
  const { bytes } = await once(url, question)
  const times: number[] = []
  const end = performance.now() + milliseconds
  const ask = async (): Promise<void> => {
    while (performance.now() < end) times.push((await once(url, question)).time)
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: atOnce }, ask))
  return { perSecond: (1000 * times.length) / (performance.now() - begun), p95: p95(times), bytes }
}

/** Text of a length that packs about as well as what is measured: half of it is chance. */
const textOf = (length: number): string =>
  randomBytes(Math.ceil(length / 4))
    .toString('hex')
    .slice(0, length / 2)
    .padEnd(length, 'Partnerschaft ')

const folder = mkdtempSync(join(tmpdir(), 'ponte-register-'))
mkdirSync(join(folder, 'dist/assets'), { recursive: true })
const file = join(folder, 'ponte.sqlite')
const store = openSqlite(file)
await fillBase(store, chanceFrom(seed), links)
await fillEntries(store, chanceFrom(seed + 1), entries)
const { base, n, mark } = await store.registerState()
const [town] = (await store.towns([], 'DE', 0, 1)).towns
const late = await store.markAt(n - 10)
await store.close()

const server = await ServerProcess.begin({ DATA_FILE: file, BEHIND_PROXY: '1' }, folder)
const { headers } = await fetch(server.url + feedPath({ n, mark }))
const questions: Question[] = [
  { name: 'feed, first page', path: feedPath({ n: 0, mark: firstMark }) },
  { name: 'feed, last ten changes', path: feedPath({ n: n - 10, mark: late ?? '' }) },
  {
    name: 'feed, nothing new',
    path: feedPath({ n, mark }),
    headers: { 'If-None-Match': headers.get('ETag') ?? '' },
  },
  { name: 'base', path: basePath(base?.hash ?? '') },
  { name: 'list', path: '/register/de' },
  { name: 'list, chosen', path: '/register/de?country=PL&seeks=1&q=chor' },
  { name: 'entry', path: `/register/de/entry/${(7).toString(16).padStart(32, '0')}` },
  { name: 'towns', path: '/register/de/towns?q=alten' },
  { name: 'town', path: `/register/de/town/${town?.slug}` },
]
// Half of the time is for the files beside.
const share = (1000 * seconds) / questions.length / 2
const results: { name: string; asked: Measured; file: Measured; ratio: number }[] = []
try {
  for (const [at, question] of questions.entries()) {
    const { bytes } = await once(server.url, question)
    writeFileSync(join(folder, `dist/assets/${at}.txt`), textOf(bytes))
    const peer: Question = { name: 'file', path: `/assets/${at}.txt` }
    const asked = await measure(server.url, question, share)
    const beside = await measure(server.url, peer, share)
    results.push({ name: question.name, asked, file: beside, ratio: asked.perSecond / beside.perSecond })
  }
} finally {
  await server.end('SIGTERM')
  rmSync(folder, { recursive: true })
}
const table = showTable(
  ['question', 'bytes', 'per second', 'p95 ms', 'file of that size', 'ratio'],
  results.map(({ name, asked, file: beside, ratio }) => [
    name,
    String(asked.bytes),
    asked.perSecond.toFixed(0),
    asked.p95.toFixed(1),
    beside.perSecond.toFixed(0),
    ratio.toFixed(2),
  ]),
)
console.log(table)
const rounded = (number: number): number => Math.round(100 * number) / 100
console.log(
  JSON.stringify({
    bench: 'register',
    seed,
    links,
    entries,
    results: results.map(({ name, asked, file: beside, ratio }) => ({
      name,
      bytes: asked.bytes,
      perSecond: rounded(asked.perSecond),
      p95: rounded(asked.p95),
      filePerSecond: rounded(beside.perSecond),
      ratio: rounded(ratio),
    })),
  }),
)
