import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { change } from '../../src/db/save.ts'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import { utf8 } from '../../src/shared/bytes.ts'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import { askerOf } from '../../src/sync/copy.ts'
import { hashOfChunk, sealText, textIn } from '../../src/sync/checkpoint/chunks.ts'
import { beginFold, keptStatement } from '../../src/sync/checkpoint/kept.ts'
import { askKnown } from '../../src/sync/checkpoint/known.ts'
import { askChunk } from '../../src/sync/checkpoint/take.ts'
import { withoutLines } from '../../src/sync/checkpoint/text.ts'
import { keyOfEpoch } from '../../src/sync/keys.ts'
import { eraseForAll } from '../../src/sync/erase.ts'
import { keysNow } from '../../src/sync/exchange.ts'
import { setRole } from '../../src/sync/remove.ts'
import { append, knownRoster, pullRoster } from '../../src/sync/roster.ts'
import { askAs } from '../../src/sync/token.ts'
import { edit } from '../db/notebook.ts'
import { setBack } from './set-back.ts'
import { found, joined, newId, seenOn, write, type Tablet } from './town.ts'
import {
  allOn,
  canary,
  ciphertexts,
  covered,
  day,
  erase,
  holds,
  onDisk,
  person,
  rounds,
} from './forgotten.ts'

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
    const forged = await sealText(key, place, lie, exchange.random)
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

it('the exchange takes no erasure that leaves its checkpoint as it was', async () => {
  const { helga, ids } = await covered()
  const { exchange } = helga
  const asker = await askerOf(exchange, await knownRoster(exchange))
  const [latest] = await askKnown(exchange, asker, await knownRoster(exchange))
  const say = (chunks: { readonly [hash: string]: string }) =>
    append(exchange, asker, [asker.key], async () => ({
      kind: 'erase',
      body: { chunks, leftovers: [], photos: [], records: [ids.toSorted()[3] ?? ''] },
    }))
  await expect(say({})).rejects.toMatchObject({ reason: 'chunks' })
  await expect(say({ [latest?.chunks[0] ?? '']: '0a'.repeat(32) })).rejects.toMatchObject({
    reason: 'unknown',
  })
  expect((await knownRoster(exchange)).erased.size).toBe(0)
})

it('what was changed because of it leaves the log a month after the checkpoint that follows', async () => {
  const clock = { now: 1_700_000_000_000 }
  const { server, store, files } = onDisk(() => clock.now)
  const helga = await found(server)
  const anna = await joined(server, helga)
  const [gone, visit] = [newId(), newId()]
  await write(helga, person(gone), edit(visit, 'note', { text: `Mit ${canary}` }))
  await rounds(helga, anna)
  const { space } = helga.exchange
  const [told = Buffer.alloc(0)] = await ciphertexts(store, space, visit)
  await change(await helga.notebook(), [visit], { text: 'Mit einem Gast' })
  await erase(helga, gone)
  await rounds(anna, helga, anna)
  expect((await keptStatement(helga.exchange))?.statement.records).toBe(2)
  expect((await keptStatement(anna.exchange))?.statement.records).toBe(2)
  expect(holds(files(), told)).toBe(true)
  clock.now += 31 * day
  for (const tablet of [helga, anna]) tablet.clock.time += 31 * day
  await rounds(helga, anna)
  expect(holds(files(), told)).toBe(false)
  for (const tablet of [helga, anna]) expect(holds(await allOn(tablet), told)).toBe(false)
  const dora = await joined(server, helga, { guest: 'Dóra' })
  expect(await seenOn(dora)).toEqual(await seenOn(helga))
})

it('an exchange that was set back gets the checkpoint before anything in it is erased', async () => {
  const { server, store, helga, anna, ids } = await covered()
  const fresh = openSqlite(':memory:')
  const { space } = helga.exchange
  // Its roster is whole, and everything else is gone.
  const [genesis, ...rest] = await store.entries(space, 0)
  const heads = (await knownRoster(helga.exchange)).heads
  if (!genesis) throw new Error('no roster')
  await fresh.found(space, heads[0] ?? '', genesis)
  for (const [at, entry] of rest.entries())
    await fresh.append(space, {
      after: heads[at] ?? '',
      head: heads[at + 1] ?? '',
      entry,
      isAgain: false,
      marks: [],
    })
  server.startOver(fresh)
  const gone = ids[700] ?? ''
  const asker = await askerOf(helga.exchange, await knownRoster(helga.exchange))
  await eraseForAll(helga.exchange, asker, [gone])
  await rounds(helga, anna)
  const dora = await joined(server, helga, { guest: 'Dóra' })
  expect(await seenOn(dora)).toEqual(await seenOn(helga))
  expect(await dora.exchange.tables.records.get(ids[701] ?? '')).toBeDefined()
  expect(await dora.exchange.tables.records.get(gone)).toBeUndefined()
})

it('what somebody erased who didn’t know of a checkpoint is said once more by a coordinator who keeps it', async () => {
  const ids = Array.from({ length: 40 }, () => newId())
  const [gone, later] = [newId(), ids[7] ?? '']
  const { server, store, helga, anna, ilse } = await setBack(ids, [gone])
  await erase(ilse, gone)
  expect(await keptStatement(ilse.exchange)).toBeUndefined()
  await rounds(helga)
  expect((await store.checkpoints(helga.exchange.space)).map(({ agreed }) => agreed > 0)).toEqual([true])
  await write(anna, edit(newId(), 'note', { text: 'Es geht weiter.' }))
  await rounds(anna, ilse, helga)
  const dora = await joined(server, helga, { guest: 'Dóra' })
  const seen = await seenOn(helga)
  expect(Object.keys(seen)).toEqual(expect.arrayContaining(ids))
  for (const tablet of [anna, ilse, dora]) expect(await seenOn(tablet)).toEqual(seen)
  for (const tablet of [helga, anna, ilse, dora]) {
    expect((await allOn(tablet)).includes(canary)).toBe(false)
    expect(await tablet.exchange.tables.meta.get('ownChunks')).toBeUndefined()
  }
  await erase(ilse, later)
  await rounds(helga, anna)
  expect(await anna.exchange.tables.records.get(later)).toBeUndefined()
})

it('a checkpoint comes again also where the chunk that took the place of one was lost with the exchange', async () => {
  const { server, helga, anna, ids } = await covered()
  const { space } = helga.exchange
  await setRole(helga.exchange, (await keysNow(anna.exchange)).id, 'coordinator')
  await rounds(anna)
  const gone = ids[700] ?? ''
  await erase(helga, gone)
  // Anna has sealed it anew for herself, and not yet fetched what Helga sealed.
  await pullRoster(anna.exchange, await askerOf(anna.exchange, await knownRoster(anna.exchange)))
  const store = openSqlite(':memory:')
  server.startOver(store)
  await write(anna, edit(newId(), 'note', { text: 'Es geht weiter.' }))
  await rounds(anna)
  expect((await store.checkpoints(space)).map(({ agreed }) => agreed > 0)).toEqual([true])
  const dora = await joined(server, anna, { guest: 'Dóra' })
  await rounds(helga)
  const seen = await seenOn(anna)
  expect(Object.keys(seen)).toHaveLength(ids.length + 1)
  for (const tablet of [helga, dora]) expect(await seenOn(tablet)).toEqual(seen)
  const chunksOf = async ({ exchange }: Tablet): Promise<string[]> =>
    (await exchange.tables.chunks.toArray()).map(({ bytes }) => hashOfChunk(new Uint8Array(bytes)))
  expect(await chunksOf(helga)).toEqual(await chunksOf(anna))
})
