import 'fake-indexeddb/auto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readLeftovers } from '../../src/db/leftovers.ts'
import { change, save } from '../../src/db/save.ts'
import { listSetAside } from '../../src/db/set-aside.ts'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import { concat } from '../../src/shared/bytes.ts'
import { withoutErased } from '../../src/shared/erasing.ts'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import { readRun, writeRun } from '../../src/shared/run.ts'
import { pushOnly } from '../../src/sync/background.ts'
import { chainOf } from '../../src/sync/chains.ts'
import { askerOf } from '../../src/sync/copy.ts'
import { keysNow } from '../../src/sync/exchange.ts'
import { removeDevices } from '../../src/sync/remove.ts'
import { knownRoster } from '../../src/sync/roster.ts'
import { sealRuns } from '../../src/sync/seal.ts'
import { askAs } from '../../src/sync/token.ts'
import { edit } from '../db/notebook.ts'
import { changeAnswers } from './lines.ts'
import { exchangeRound, found, joined, newId, seenOn, Server, write } from './town.ts'
import { allOn, canary, ciphertexts, day, erase, holds, onDisk, person, rounds } from './forgotten.ts'

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

it('a photo is gone from every file of the exchange and every table too, sealed and plain', async () => {
  const { server, store, files } = onDisk()
  const helga = await found(server)
  const anna = await joined(server, helga)
  const photo = newId()
  const plain = helga.exchange.random(new Uint8Array(700))
  const row = { id: photo, type: 'image/jpeg', bytes: plain.buffer }
  await save(
    await helga.notebook(),
    [edit(photo, 'photo', { type: 'image/jpeg', caption: canary })],
    [{ full: row, thumb: row }],
  )
  await rounds(helga, anna)
  const { space } = helga.exchange
  const pieces = await Promise.all([0, 1].map((index) => store.piece(space, photo, index)))
  const all = [plain, ...pieces.map((piece) => piece?.bytes ?? new Uint8Array(0))]
  for (const bytes of all.slice(1)) expect(holds(files(), bytes)).toBe(true)
  expect(await anna.exchange.tables.thumbs.get(photo)).toBeDefined()
  expect(holds(await allOn(anna), plain)).toBe(true)
  await erase(helga, photo)
  await rounds(anna)
  expect(await store.pieces(space, photo)).toEqual([])
  for (const bytes of all) {
    expect(holds(files(), bytes)).toBe(false)
    for (const tablet of [helga, anna]) expect(holds(await allOn(tablet), bytes)).toBe(false)
  }
  for (const tablet of [helga, anna]) expect((await allOn(tablet)).includes(canary)).toBe(false)
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

it('who only sends, with the app closed, erases before the first change goes, and sends what is left', async () => {
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
  const { tables } = anna.exchange
  expect(await tables.records.get(gone)).toBeDefined()
  const sentWith: boolean[] = []
  server.line = async (send) => {
    const isThere = (await tables.records.get(gone)) !== undefined
    const answer = await send()
    if (server.asked.at(-1) === endpoints.push.path) sentWith.push(isThere)
    return answer
  }
  await pushOnly(anna.exchange)
  expect(sentWith).toEqual([false])
  expect(await listSetAside(tables)).toMatchObject([{ record: gone, set: { notes: 'Isst kein Fleisch' } }])
  expect(await tables.outbox.count()).toBe(0)
  await rounds(helga)
  expect(await helga.exchange.tables.records.get(note)).toBeDefined()
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
    // Until something is sealed everything goes through.
    server.line = async (send) => {
      const isSealed = (await anna.exchange.tables.sealed.count()) > 0
      if (!isSealed || lost === 'lost on its way back') {
        const answer = await send()
        if (!isSealed) return answer
      }
      throw new TypeError('cut off')
    }
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

it('what a removed device had not sent of it is brought to nobody', async () => {
  const server = new Server()
  const helga = await found(server)
  const anna = await joined(server, helga)
  const [gone, note] = [newId(), newId()]
  await write(helga, person(gone))
  await rounds(helga, anna)
  await write(anna, edit(gone, 'person', { notes: 'unterwegs' }), edit(note, 'note', { text: 'Von Anna' }))
  // Sealed, and never sent.
  server.line = async (send) => {
    if ((await anna.exchange.tables.sealed.count()) === 0) return send()
    throw new TypeError('cut off')
  }
  await expect(exchangeRound(anna.exchange)).rejects.toThrow()
  server.line = (send) => send()
  await erase(helga, gone)
  await removeDevices(helga.exchange, [(await keysNow(anna.exchange)).id])
  await rounds(anna, helga)
  const [left] = await readLeftovers(helga.exchange.tables)
  expect(left?.changes.map(({ set }) => set)).toEqual([{ text: 'Von Anna' }])
  expect((await allOn(helga)).includes('unterwegs')).toBe(false)
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

it('the exchange refuses what speaks of something that is erased, whoever brings it', async () => {
  const server = new Server()
  const helga = await found(server)
  const gone = newId()
  await write(helga, person(gone))
  await rounds(helga)
  await erase(helga, gone)
  const { exchange } = helga
  const asker = await askerOf(exchange, await knownRoster(exchange))
  const photo = { photo: gone, index: 0, count: 2, parts: [new Uint8Array(9)] }
  await expect(askAs(exchange, asker, endpoints.putPhoto, photo)).rejects.toMatchObject({ reason: 'erased' })
  const keys = await keysNow(exchange)
  const chain = chainOf(await exchange.tables.seen.get(keys.id))
  const row = { record: gone, open: 0, kind: 'person', time: 1, set: { remarks: 'doch' }, over: {} }
  const roster = { ...(await knownRoster(exchange)), erased: new Set<string>() }
  const [sealed] = await sealRuns(exchange, roster, keys, chain, [
    { row, seq: chain.seq + 1, time: 1, over: {} },
  ])
  const parts = [new Uint8Array(sealed?.bytes ?? new ArrayBuffer())]
  await expect(askAs(exchange, asker, endpoints.push, { mode: 'new', parts })).rejects.toMatchObject({
    reason: 'erased',
  })
  // As something that it had before it is taken, for the chain's sake, and says nothing.
  await askAs(exchange, asker, endpoints.push, { mode: 'again', parts })
  expect(await ciphertexts(server.store, exchange.space, gone)).toEqual([])
})

it('an exchange that was set back and lacks something is filled up before anything is erased there', async () => {
  const server = new Server()
  const helga = await found(server)
  const anna = await joined(server, helga)
  const gone = newId()
  await write(anna, person(gone))
  await rounds(anna, helga)
  changeAnswers(server, endpoints.marks, ({ chains }) => ({
    chains: chains.map((chain) => ({ ...chain, seq: Math.max(0, chain.seq - 1) })),
  }))
  await expect(erase(helga, gone)).rejects.toMatchObject({ reason: 'chain' })
  expect((await knownRoster(helga.exchange)).erased.size).toBe(0)
  server.line = (send) => send()
  await erase(helga, gone)
  expect((await knownRoster(helga.exchange)).erased.size).toBe(1)
})
