import 'fake-indexeddb/auto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { change, save } from '../../src/db/save.ts'
import { listSetAside } from '../../src/db/set-aside.ts'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'
import { sealChunk } from '../../src/crypto/checkpoint.ts'
import { concat, utf8 } from '../../src/shared/bytes.ts'
import { withoutErased } from '../../src/shared/erasing.ts'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import { readRun, writeRun } from '../../src/shared/run.ts'
import { askerOf } from '../../src/sync/copy.ts'
import { eraseForAll } from '../../src/sync/erase.ts'
import { hashOfChunk, textIn } from '../../src/sync/checkpoint/chunks.ts'
import { beginFold, keptStatement } from '../../src/sync/checkpoint/kept.ts'
import { askKnown } from '../../src/sync/checkpoint/known.ts'
import { askChunk } from '../../src/sync/checkpoint/take.ts'
import { withoutLines } from '../../src/sync/checkpoint/text.ts'
import { keyOfEpoch } from '../../src/sync/keys.ts'
import { append, knownRoster } from '../../src/sync/roster.ts'
import { askAs } from '../../src/sync/token.ts'
import { edit } from '../db/notebook.ts'
import { changeAnswers } from './lines.ts'
import { exchangeRound, found, joined, newId, seenOn, Server, write, type Tablet } from './town.ts'

const canary = 'Wiesława Kanarek'
const day = 24 * 60 * 60 * 1000

const rounds = async (...tablets: readonly Tablet[]): Promise<void> => {
  for (const { exchange } of tablets) await exchangeRound(exchange)
}

async function erase({ exchange }: Tablet, ...ids: string[]): Promise<void> {
  await exchangeRound(exchange)
  await eraseForAll(exchange, await askerOf(exchange, await knownRoster(exchange)), ids)
  await exchangeRound(exchange)
}

/** A server that keeps its file on a disk, where everything of it can be searched. */
function onDisk(now: () => number = Date.now): { server: Server; store: Store; files: () => Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
  const store = openSqlite(join(folder, 'ponte.sqlite'))
  const files = (): Buffer =>
    Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
  return { server: new Server(now, store), store, files }
}

/** Everything in a tablet's tables, bytes as they are. */
async function allOn({ exchange: { tables } }: Tablet): Promise<Buffer> {
  const parts: Buffer[] = []
  const add = (value: unknown): void => {
    if (value instanceof ArrayBuffer) parts.push(Buffer.from(value))
    else if (ArrayBuffer.isView(value))
      parts.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength))
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) for (const part of [key, one]) add(part)
    else parts.push(Buffer.from(`${String(value)} `))
  }
  for (const table of tables.tables) add(await table.toArray())
  return Buffer.concat(parts)
}

/** Whether any piece of these bytes is in there: a file holds long ones page by page. */
const holds = (all: Buffer, bytes: Uint8Array): boolean =>
  Array.from({ length: Math.ceil(bytes.length / 500) }, (_, at) =>
    bytes.subarray(at * 500, at * 500 + 32),
  ).some((piece) => piece.length === 32 && all.includes(Buffer.from(piece)))

/** The ciphertexts of a record, as the exchange has them. */
async function ciphertexts(store: Store, space: string, record: string): Promise<Buffer[]> {
  const base = (await store.space(space))?.base.n ?? 0
  const { runs } = await store.log(space, base, Infinity)
  return runs
    .flatMap(({ bytes }) => readRun(concat(bytes)).envelopes)
    .filter((one) => one.recordId === record && !one.erased)
    .map(({ ciphertext }) => Buffer.from(ciphertext))
}

const person = (id: string, family = canary) =>
  edit(id, 'person', { familyName: family, notes: `Gast von ${canary}` })

it('what is erased is gone from every file of the exchange and every table of every tablet', async () => {
  const { server, store, files } = onDisk()
  const helga = await found(server)
  const anna = await joined(server, helga)
  const [gone, stays] = [newId(), newId()]
  await write(helga, person(gone), edit(stays, 'note', { text: 'Der Chor singt.' }))
  await rounds(helga, anna)
  await write(anna, edit(gone, 'person', { phone: '0123 4567' }))
  await rounds(anna, helga)
  const sealed = await ciphertexts(store, helga.exchange.space, gone)
  expect(sealed).toHaveLength(2)
  for (const bytes of sealed) {
    expect(files().includes(bytes)).toBe(true)
    expect((await allOn(anna)).includes(bytes)).toBe(true)
  }
  expect((await allOn(anna)).includes(canary)).toBe(true)
  const bytesBefore = (await store.space(helga.exchange.space))?.bytes ?? 0

  await erase(helga, gone)
  await rounds(anna)
  for (const tablet of [helga, anna]) {
    const all = await allOn(tablet)
    expect(all.includes(canary)).toBe(false)
    for (const bytes of sealed) expect(all.includes(bytes)).toBe(false)
  }
  for (const bytes of sealed) expect(files().includes(bytes)).toBe(false)
  expect((await store.space(helga.exchange.space))?.bytes).toBeLessThan(bytesBefore + 700)
  expect(await listSetAside(anna.exchange.tables)).toEqual([])

  await write(anna, edit(newId(), 'note', { text: 'Es geht weiter.' }))
  await rounds(anna, helga)
  const dora = await joined(server, helga, { guest: 'Dóra' })
  expect(await seenOn(anna)).toEqual(await seenOn(helga))
  expect(await seenOn(dora)).toEqual(await seenOn(helga))
  expect((await allOn(dora)).includes(canary)).toBe(false)
  expect(await dora.exchange.tables.records.get(stays)).toBeDefined()
})

it('who was away for a year erases first, and what was written there meanwhile is set aside and shown', async () => {
  const server = new Server()
  const helga = await found(server)
  const anna = await joined(server, helga)
  const [gone, note] = [newId(), newId()]
  await write(helga, person(gone))
  await rounds(helga, anna)
  await write(
    anna,
    edit(gone, 'person', { notes: 'Isst kein Fleisch' }),
    edit(note, 'note', { text: 'Von Anna' }),
  )
  await erase(helga, gone)
  anna.clock.time += 365 * day
  await rounds(anna, helga)
  expect(await anna.exchange.tables.records.get(gone)).toBeUndefined()
  const [aside, ...more] = await listSetAside(anna.exchange.tables)
  expect(more).toEqual([])
  expect(aside).toMatchObject({
    record: gone,
    kind: 'person',
    label: canary,
    set: { notes: 'Isst kein Fleisch' },
  })
  expect(await helga.exchange.tables.records.get(note)).toBeDefined()
  expect(await seenOn(anna)).toEqual(await seenOn(helga))
})

it('a form that is still open writes nothing of it anew: its text is set aside', async () => {
  const server = new Server()
  const helga = await found(server)
  const anna = await joined(server, helga)
  const gone = newId()
  await write(helga, person(gone))
  await rounds(helga, anna)
  await erase(helga, gone)
  await rounds(anna)
  await save(await anna.notebook(), [edit(gone, 'person', { notes: 'noch getippt' })])
  expect(await anna.exchange.tables.records.get(gone)).toBeUndefined()
  expect(await listSetAside(anna.exchange.tables)).toMatchObject([
    { record: gone, set: { notes: 'noch getippt' } },
  ])
  await rounds(anna, helga)
  expect(await helga.exchange.tables.records.get(gone)).toBeUndefined()
})

it.each(['lost on its way there', 'lost on its way back'])(
  'a change that was sealed before it was erased, and %s, leaves no gap in the chain',
  async (lost) => {
    const { server, store, files } = onDisk()
    const helga = await found(server)
    const anna = await joined(server, helga)
    const [gone, note] = [newId(), newId()]
    await write(helga, person(gone))
    await rounds(helga, anna)
    await write(anna, edit(gone, 'person', { notes: 'unterwegs' }), edit(note, 'note', { text: 'Von Anna' }))
    server.line = async (send) => {
      const at = server.asked.length
      const answer = lost === 'lost on its way back' ? await send() : undefined
      if (answer && !server.asked[at]?.endsWith('/push')) return answer
      if (!answer) {
        server.line = async () => {
          throw new TypeError('cut off')
        }
        return send()
      }
      throw new TypeError('cut off')
    }
    // Until the push everything goes through.
    const line = server.line
    server.line = async (send) =>
      (await anna.exchange.tables.sealed.count()) > 0
        ? lost === 'lost on its way there'
          ? Promise.reject(new TypeError('cut off'))
          : line(send)
        : send()
    await expect(exchangeRound(anna.exchange)).rejects.toThrow()
    server.line = (send) => send()
    expect(await anna.exchange.tables.sealed.count()).toBe(1)
    const sealed = (await anna.exchange.tables.sealed.toArray()).flatMap(({ bytes }) =>
      readRun(new Uint8Array(bytes)).envelopes.filter(({ recordId }) => recordId === gone),
    )
    expect(sealed).toHaveLength(1)
    await erase(helga, gone)
    await rounds(anna, helga, anna)
    expect(await helga.exchange.tables.records.get(note)).toBeDefined()
    expect(await seenOn(anna)).toEqual(await seenOn(helga))
    const aside = await listSetAside(anna.exchange.tables)
    expect(aside.map(({ set }) => set)).toEqual(
      lost === 'lost on its way there' ? [{ notes: 'unterwegs' }] : [],
    )
    expect(await anna.exchange.tables.sealed.count()).toBe(0)
    expect(await anna.exchange.tables.waiting.count()).toBe(0)
    const secret = Buffer.from(sealed[0]?.ciphertext ?? [])
    expect((await allOn(anna)).includes(secret)).toBe(false)
    expect(files().includes(secret)).toBe(false)
    expect(await ciphertexts(store, helga.exchange.space, gone)).toEqual([])
  },
)

it('an exchange that lost its disk, or was set back, forgets again what was erased', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
  const first = openSqlite(join(folder, 'a.sqlite'))
  const server = new Server(Date.now, first)
  const helga = await found(server)
  const anna = await joined(server, helga)
  const gone = newId()
  await write(helga, person(gone))
  await rounds(helga, anna)
  const { space } = helga.exchange
  const [old = Buffer.alloc(0)] = await ciphertexts(first, space, gone)
  // A backup of the exchange, as it was then.
  const { DatabaseSync } = await import('node:sqlite')
  new DatabaseSync(join(folder, 'a.sqlite')).exec(`vacuum into '${join(folder, 'b.sqlite')}'`)
  await erase(helga, gone)
  await rounds(anna)

  const second = openSqlite(join(folder, 'b.sqlite'))
  expect(await ciphertexts(second, space, gone)).toEqual([old])
  server.startOver(second)
  await rounds(anna, helga)
  expect(await ciphertexts(second, space, gone)).toEqual([])
  expect(readFileSync(join(folder, 'b.sqlite')).includes(old)).toBe(false)

  const third = openSqlite(join(folder, 'c.sqlite'))
  server.startOver(third)
  await rounds(anna, helga)
  expect(await ciphertexts(third, space, gone)).toEqual([])
  const dora = await joined(server, helga, { guest: 'Dóra' })
  expect(await seenOn(dora)).toEqual(await seenOn(helga))
  expect(await dora.exchange.tables.records.get(gone)).toBeUndefined()
})

it('only a coordinator erases', async () => {
  const server = new Server()
  const helga = await found(server)
  const anna = await joined(server, helga)
  const gone = newId()
  await write(helga, person(gone))
  await rounds(helga, anna)
  await expect(erase(anna, gone)).rejects.toMatchObject({ reason: 'role' })
  await rounds(helga)
  expect(await helga.exchange.tables.records.get(gone)).toBeDefined()
})

it('what lay in the bin for thirty days by both clocks is erased, and nothing before', async () => {
  const clock = { now: 1_700_000_000_000 }
  const { server, store } = onDisk(() => clock.now)
  const helga = await found(server)
  const anna = await joined(server, helga)
  const [gone, back] = [newId(), newId()]
  await write(helga, person(gone), person(back, 'Wer wiederkommt'))
  await change(await helga.notebook(), [gone, back], { deletedAt: clock.now })
  await rounds(helga, anna)
  const both = async (days: number): Promise<void> => {
    clock.now += days * day
    for (const tablet of [helga, anna]) tablet.clock.time += days * day
    await rounds(helga, anna, helga)
  }
  // A clock that jumps alone ends nothing.
  helga.clock.time += 30 * 365 * day
  await rounds(helga)
  helga.clock.time -= 30 * 365 * day
  await both(29)
  expect(await helga.exchange.tables.records.get(gone)).toBeDefined()
  await change(await anna.notebook(), [back], { deletedAt: null })
  await rounds(anna)
  await both(2)
  expect(await helga.exchange.tables.records.get(gone)).toBeUndefined()
  expect(await anna.exchange.tables.records.get(gone)).toBeUndefined()
  expect(await anna.exchange.tables.records.get(back)).toBeDefined()
  expect(await ciphertexts(store, helga.exchange.space, gone)).toEqual([])
})

/** Two members who agree on a checkpoint, of which the log is dropped. */
async function covered(): Promise<
  ReturnType<typeof onDisk> & { helga: Tablet; anna: Tablet; ids: string[] }
> {
  const clock = { now: 1_700_000_000_000 }
  const disk = onDisk(() => clock.now)
  const helga = await found(disk.server)
  const anna = await joined(disk.server, helga)
  const ids = Array.from({ length: 1200 }, () => newId())
  await write(helga, ...ids.map((id, at) => edit(id, 'note', { text: at === 700 ? canary : `Notiz ${at}` })))
  await rounds(helga, anna, helga)
  expect((await keptStatement(helga.exchange))?.statement.n).toBe(1201)
  clock.now += 31 * day
  for (const tablet of [helga, anna]) tablet.clock.time += 31 * day
  await rounds(helga, anna)
  expect((await disk.store.space(helga.exchange.space))?.base.n).toBe(1201)
  return { ...disk, helga, anna, ids }
}

it('a checkpoint is sealed anew without it, for the exchange, for those who keep it and for newcomers', async () => {
  const { server, store, files, helga, anna, ids } = await covered()
  const { space } = helga.exchange
  const gone = ids[700] ?? ''
  const before = await Promise.all(
    ((await keptStatement(helga.exchange))?.statement.chunks ?? []).map((hash) => store.chunk(space, hash)),
  )
  for (const bytes of before) expect(bytes && holds(files(), bytes)).toBe(true)
  await erase(helga, gone)
  await rounds(anna)
  const touched = before.filter((bytes) => bytes && !holds(files(), bytes))
  expect(before).toHaveLength(3)
  expect(touched).toHaveLength(1)
  for (const tablet of [helga, anna]) {
    const all = await allOn(tablet)
    expect(all.includes(canary)).toBe(false)
    for (const bytes of touched) expect(bytes && holds(all, bytes)).toBe(false)
    expect(await tablet.exchange.tables.meta.get('ownChunks')).toBeUndefined()
  }
  const dora = await joined(server, helga, { guest: 'Dóra' })
  expect(await seenOn(dora)).toEqual(await seenOn(helga))
  expect(await dora.exchange.tables.records.get(gone)).toBeUndefined()
  expect(await dora.exchange.tables.records.get(ids[701] ?? '')).toBeDefined()

  // An exchange that lost its disk gets that checkpoint back, without it.
  const fresh = openSqlite(':memory:')
  server.startOver(fresh)
  await rounds(anna, helga)
  const emese = await joined(server, helga, { guest: 'Emese' })
  expect(await seenOn(emese)).toEqual(await seenOn(helga))
})

it('an exchange that withholds what nobody erased is not followed, and nothing is lost by it', async () => {
  const server = new Server()
  const helga = await found(server)
  const anna = await joined(server, helga)
  const [first, second] = [newId(), newId()]
  await write(helga, edit(first, 'note', { text: 'Erstens' }), edit(second, 'note', { text: 'Zweitens' }))
  await rounds(helga)
  changeAnswers(server, endpoints.pull, (page) => ({
    ...page,
    parts: page.parts.map((bytes) => writeRun(withoutErased(readRun(bytes), new Set([first])))),
  }))
  await rounds(anna)
  expect(await anna.exchange.tables.records.get(second)).toBeUndefined()
  server.line = (send) => send()
  await rounds(anna)
  expect(await seenOn(anna)).toEqual(await seenOn(helga))
})

it('an exchange that brings again what was erased shows it to nobody', async () => {
  const server = new Server()
  const helga = await found(server)
  const gone = newId()
  await write(helga, person(gone))
  await rounds(helga)
  const { runs } = await server.store.log(helga.exchange.space, 0, Infinity)
  const whole = runs.map(({ bytes }) => concat(bytes))
  await erase(helga, gone)
  changeAnswers(server, endpoints.pull, (page) => ({
    ...page,
    parts: page.parts.map((bytes, at) => whole[at] ?? bytes),
  }))
  const anna = await joined(server, helga)
  expect(await anna.exchange.tables.records.get(gone)).toBeUndefined()
  expect((await allOn(anna)).includes(canary)).toBe(false)
  expect(await seenOn(anna)).toEqual(await seenOn(helga))
})

it.each(['says something else', 'leaves out what nobody erased'])(
  'a coordinator whose new chunk %s leads no newcomer astray',
  async (how) => {
    const { server, helga, ids } = await covered()
    const { exchange } = helga
    const roster = await knownRoster(exchange)
    const asker = await askerOf(exchange, roster)
    const [gone, other] = [ids.toSorted()[3] ?? '', ids.toSorted()[4] ?? '']
    const [latest] = await askKnown(exchange, asker, roster)
    const key = latest && (await keyOfEpoch(exchange, roster, latest.statement.epoch))
    const hash = latest?.chunks[0] ?? ''
    const sealed = await askChunk(exchange, asker, hash)
    const text = latest && key && sealed && (await textIn(key, latest.statement, 0, sealed))
    if (!latest || !key || !text) throw new Error('no checkpoint')
    const { space, n } = exchange.space === latest.statement.space ? latest.statement : { space: '', n: 0 }
    const lie =
      how === 'says something else'
        ? utf8(new TextDecoder().decode(withoutLines(text, new Set([gone]))).replace('Notiz', 'Lügen'))
        : withoutLines(text, new Set([gone, other]))
    const place = { space, n, index: 0, count: latest.chunks.length }
    const forged = await sealChunk(key, place, lie, exchange.random(new Uint8Array(12)))
    await askAs(exchange, asker, endpoints.putChunk, { parts: [forged] })
    const chunks = { [hash]: hashOfChunk(forged) }
    await append(exchange, asker, [asker.key], async () => ({
      kind: 'erase',
      body: { chunks, leftovers: [], photos: [], records: [gone] },
    }))
    const dora = await joined(server, helga, { guest: 'Dóra' })
    expect(JSON.stringify(await seenOn(dora))).not.toContain('Lügen')
    // Others hold what they held: it was sealed anew there, by themselves.
    expect(await helga.exchange.tables.records.get(other)).toBeDefined()
    expect((await beginFold(exchange, await knownRoster(exchange)))?.records.size).toBe(1200)
  },
)
