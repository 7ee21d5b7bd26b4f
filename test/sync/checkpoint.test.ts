import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import { keysNow } from '../../src/sync/exchange.ts'
import { keptStatement } from '../../src/sync/checkpoint/kept.ts'
import { knownRoster } from '../../src/sync/roster.ts'
import { edit } from '../db/notebook.ts'
import { setBack } from './set-back.ts'
import { exchangeRound, found, joined, newId, seenOn, Server, write, type Tablet } from './town.ts'

const day = 24 * 60 * 60 * 1000

/** So many notes in one go: each is an envelope of its own. */
async function notes(tablet: Tablet, count: number, text = 'Notiz'): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId())
  await write(tablet, ...ids.map((id, at) => edit(id, 'note', { text: `${text} ${at}` })))
  return ids
}

const rounds = async (...tablets: readonly Tablet[]): Promise<void> => {
  for (const { exchange } of tablets) await exchangeRound(exchange)
}

const asked = (server: Server, path: string): number =>
  server.asked.filter((one) => one.endsWith(path)).length

/** What they have written by then: 600 notes, 500 changes, and the notebook's own record. */
const covered = 1101

/** Two members who know everything, and agree on a checkpoint of it. */
async function agreed(server: Server): Promise<{ helga: Tablet; anna: Tablet }> {
  const helga = await found(server)
  const anna = await joined(server, helga)
  const ids = await notes(helga, 600)
  await rounds(helga, anna)
  await write(anna, ...ids.slice(0, 500).map((id) => edit(id, 'note', { text: 'anders' })))
  await rounds(anna, helga, anna)
  expect((await keptStatement(helga.exchange))?.statement.n).toBe(covered)
  expect((await keptStatement(anna.exchange))?.statement.n).toBe(covered)
  return { helga, anna }
}

it('a newcomer starts from what two members agreed on, and gets what came since from the log', async () => {
  const server = new Server()
  const { helga, anna } = await agreed(server)
  await notes(helga, 3, 'danach')
  await rounds(helga, anna)
  const pulls = asked(server, '/pull')
  const dora = await joined(server, helga, { guest: 'Dóra' })
  expect(await seenOn(dora)).toEqual(await seenOn(helga))
  expect(asked(server, '/chunk/get')).toBeGreaterThan(0)
  expect(asked(server, '/pull') - pulls).toBeLessThan(4)
  expect(await dora.exchange.tables.log.count()).toBeLessThan(5)
  await notes(dora, 1, 'von Dóra')
  await rounds(dora, helga, anna)
  expect(await seenOn(anna)).toEqual(await seenOn(dora))
  expect(await seenOn(helga)).toEqual(await seenOn(dora))
})

it('who is alone needs nobody to agree', async () => {
  const server = new Server()
  const helga = await found(server)
  await notes(helga, 1000)
  await rounds(helga)
  expect((await keptStatement(helga.exchange))?.statement.records).toBe(
    await helga.exchange.tables.versions.count(),
  )
})

it('the log that a checkpoint covers goes after thirty days, on the server and on devices, and nobody notices', async () => {
  const clock = { now: 1_700_000_000_000 }
  const store = openSqlite(':memory:')
  const server = new Server(() => clock.now, store)
  const { helga, anna } = await agreed(server)
  const late = await joined(server, helga, { guest: 'Late' })
  await notes(helga, 2, 'danach')
  await rounds(helga, anna)
  const { space } = helga.exchange
  const before = await store.space(space)
  clock.now += 31 * day
  for (const tablet of [helga, anna]) {
    tablet.clock.time += 31 * day
    delete tablet.exchange.kept.token
  }
  await notes(anna, 1, 'viel später')
  await rounds(helga, anna, helga)
  const after = await store.space(space)
  expect(before?.base.n).toBe(0)
  expect(after?.base.n).toBe(covered)
  expect(after?.n).toBe((before?.n ?? 0) + 1)
  expect((await store.log(space, covered, Infinity)).runs.reduce((sum, { n }) => Math.max(sum, n), 0)).toBe(
    after?.n,
  )
  expect(after?.bytes ?? 0).toBeLessThan((before?.bytes ?? 0) / 2)
  expect(await helga.exchange.tables.log.count()).toBeLessThan(6)
  // Who was away for all that time, with something unsent, loses nothing and misses nothing.
  await notes(late, 1, 'von Late')
  delete late.exchange.kept.token
  await rounds(late, helga, anna)
  const dora = await joined(server, helga, { guest: 'Dóra' })
  for (const one of [anna, late, dora]) expect(await seenOn(one)).toEqual(await seenOn(helga))
})

it('a device that was away while the log was dropped joins what it holds with the checkpoint', async () => {
  const clock = { now: 1_700_000_000_000 }
  const server = new Server(() => clock.now)
  const helga = await found(server)
  const anna = await joined(server, helga)
  const bela = await joined(server, helga, { guest: 'Béla' })
  const ids = await notes(helga, 600)
  await rounds(helga, anna, bela)
  await write(
    bela,
    edit(ids[0] ?? '', 'note', { text: 'von Béla' }),
    edit(ids[1] ?? '', 'note', { date: '2026-01-01' }),
  )
  await write(helga, ...ids.slice(0, 500).map((id) => edit(id, 'note', { text: 'anders' })))
  await rounds(helga, anna, helga)
  clock.now += 31 * day
  delete helga.exchange.kept.token
  await rounds(helga)
  delete bela.exchange.kept.token
  await rounds(bela, helga, anna)
  expect(asked(server, '/chunk/get')).toBeGreaterThan(0)
  for (const one of [anna, bela]) expect(await seenOn(one)).toEqual(await seenOn(helga))
  const seen = (await seenOn(helga)) as Record<
    string,
    { fields: { text: string; date?: string }; twice: string[] }
  >
  // Both wrote the same text over: two versions, and neither is lost.
  expect(seen[ids[0] ?? '']?.twice).toEqual(['text'])
  expect(seen[ids[1] ?? '']?.fields.date).toBe('2026-01-01')
})

it('an exchange that lost its disk gets the checkpoint again, where the log before it is gone everywhere', async () => {
  const clock = { now: 1_700_000_000_000 }
  const server = new Server(() => clock.now)
  const { helga, anna } = await agreed(server)
  await notes(helga, 2, 'danach')
  await rounds(helga, anna)
  for (const tablet of [helga, anna]) {
    tablet.clock.time += 31 * day
    await rounds(tablet)
  }
  expect(await helga.exchange.tables.log.count()).toBeLessThan(5)
  server.startOver(openSqlite(':memory:'))
  await rounds(anna, helga, anna)
  const dora = await joined(server, helga, { guest: 'Dóra' })
  expect(await seenOn(dora)).toEqual(await seenOn(helga))
  await notes(dora, 1, 'neu')
  await notes(anna, 1, 'auch neu')
  await rounds(dora, anna, helga, dora)
  for (const one of [anna, dora]) expect(await seenOn(one)).toEqual(await seenOn(helga))
  expect((await knownRoster(dora.exchange)).heads.length).toBe(
    (await knownRoster(anna.exchange)).heads.length,
  )
})

it('what lies in a checkpoint alone comes back also after others agreed on a newer one without it', async () => {
  const ids = Array.from({ length: 40 }, () => newId())
  const { server, store, helga, anna, ilse, bela } = await setBack(ids, [])
  const { space } = helga.exchange
  const since = await notes(ilse, 60, 'seitdem')
  await rounds(ilse, bela, ilse)
  const newer = (await keptStatement(ilse.exchange))?.statement.n ?? 0
  expect(newer).toBeGreaterThan((await keptStatement(helga.exchange))?.statement.n ?? Infinity)
  expect((await store.checkpoints(space)).map((one) => [one.n, one.agreed > 0])).toEqual([[newer, true]])
  await notes(helga, 1, 'geht weiter')
  await rounds(helga, anna, ilse, bela, helga, anna)
  const dora = await joined(server, helga, { guest: 'Dóra' })
  const seen = await seenOn(helga)
  expect(Object.keys(seen)).toEqual(expect.arrayContaining([...ids, ...since]))
  for (const tablet of [anna, ilse, bela, dora]) expect(await seenOn(tablet)).toEqual(seen)
})

it('a checkpoint that knows less than the log’s beginning stands for takes nothing of that away', async () => {
  const ids = Array.from({ length: 40 }, () => newId())
  const { server, store, pass, helga, ilse, bela } = await setBack(ids, [])
  const { space } = helga.exchange
  const since = await notes(ilse, 35, 'seitdem')
  await rounds(ilse, bela, ilse)
  pass(31)
  await rounds(ilse, bela)
  expect((await store.space(space))?.base.n).toBeGreaterThan(0)
  await exchangeRound(helga.exchange).catch(() => undefined)
  const chains = new Map((await store.chains(space)).map(({ device, seq }) => [device, seq]))
  expect(chains.get((await keysNow(ilse.exchange)).id)).toBeGreaterThanOrEqual(since.length)
  const dora = await joined(server, ilse, { guest: 'Dóra' })
  expect(Object.keys(await seenOn(dora))).toEqual(expect.arrayContaining(since))
})
