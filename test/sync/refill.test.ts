import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import { keysNow } from '../../src/sync/exchange.ts'
import { refillRoster } from '../../src/sync/refill.ts'
import { removeDevices, setRole } from '../../src/sync/remove.ts'
import { knownRoster } from '../../src/sync/roster.ts'
import { note, textsOn } from './notes.ts'
import { exchangeRound, found, joined, seenOn, Server, type Tablet } from './town.ts'

/** Three tablets that know everything, one of which was taken out after it had written. */
async function association(server: Server): Promise<{ helga: Tablet; bela: Tablet; all: string[] }> {
  const helga = await found(server)
  const anna = await joined(server, helga)
  const bela = await joined(server, helga, { guest: 'Béla', role: 'reader' })
  await note(helga, 'by Helga')
  await note(anna, 'by Anna')
  for (const one of [helga, anna]) await exchangeRound(one.exchange)
  await removeDevices(helga.exchange, [(await keysNow(anna.exchange)).id])
  await note(helga, 'after Anna')
  for (const one of [helga, bela]) await exchangeRound(one.exchange)
  return { helga, bela, all: ['after Anna', 'by Anna', 'by Helga'] }
}

it('any honest device, a reader too, refills an exchange that lost its disk', async () => {
  const server = new Server()
  const { helga, bela, all } = await association(server)
  server.startOver(openSqlite(':memory:'))
  await exchangeRound(bela.exchange)
  // Somebody new gets everything from what the reader brought.
  await exchangeRound(helga.exchange)
  const dora = await joined(server, helga, { guest: 'Dóra' })
  expect(await textsOn(dora)).toEqual(all)
  await note(helga, 'and on')
  for (const one of [helga, bela, dora]) await exchangeRound(one.exchange)
  expect(await seenOn(bela)).toEqual(await seenOn(helga))
  expect(await seenOn(dora)).toEqual(await seenOn(helga))
})

it('an exchange that was set back behind a device lets it bring what it lost, and drops what it took of one that was removed', async () => {
  const server = new Server()
  const old = openSqlite(':memory:')
  server.startOver(old)
  const helga = await found(server)
  const anna = await joined(server, helga)
  await exchangeRound(helga.exchange)
  // The backup: the same beginning on another disk.
  const backup = openSqlite(':memory:')
  const { space } = helga.exchange
  const [first, ...entries] = await old.entries(space, 0)
  if (!first) throw new Error('no genesis')
  const roster = await knownRoster(helga.exchange)
  await backup.found(space, roster.heads[0] ?? '', first)
  for (const [at, entry] of entries.entries())
    await backup.append(space, {
      after: roster.heads[at] ?? '',
      head: roster.heads[at + 1] ?? '',
      entry,
      isAgain: false,
      marks: [],
    })
  const late = await joined(server, helga, { guest: 'Late' })
  await removeDevices(helga.exchange, [(await keysNow(anna.exchange)).id])
  await exchangeRound(late.exchange)
  server.startOver(backup)
  // Who was removed doesn't know it yet, and writes: the exchange that was set back takes it.
  await note(anna, 'too late')
  await exchangeRound(anna.exchange)
  await exchangeRound(late.exchange)
  await exchangeRound(helga.exchange)
  expect(await textsOn(helga)).toEqual([])
  expect(await textsOn(late)).toEqual([])
  expect((await backup.space(space))?.entries).toBe((await knownRoster(helga.exchange)).heads.length)
})

it('nobody who is not in it brings a roster', async () => {
  const server = new Server()
  const helga = await found(server)
  const anna = await joined(server, helga)
  await exchangeRound(helga.exchange)
  await removeDevices(helga.exchange, [(await keysNow(anna.exchange)).id])
  server.startOver(openSqlite(':memory:'))
  const rows = await helga.exchange.tables.roster.toArray()
  await anna.exchange.tables.roster.bulkPut(rows)
  delete anna.exchange.kept.roster
  await expect(refillRoster(anna.exchange, '')).rejects.toMatchObject({ reason: 'device' })
})

it('what a lowered tablet wrote at an exchange that had forgotten so is not lost', async () => {
  const server = new Server()
  const helga = await found(server)
  const anna = await joined(server, helga)
  await note(anna, 'before')
  for (const one of [anna, helga]) await exchangeRound(one.exchange)
  const me = (await keysNow(anna.exchange)).id
  await setRole(helga.exchange, me, 'reader')
  // The disk is lost, and Anna, who doesn't know yet, fills it and is given a receipt.
  server.startOver(openSqlite(':memory:'))
  await note(anna, 'meanwhile')
  await exchangeRound(anna.exchange)
  expect(await anna.exchange.tables.outbox.count()).toBe(0)
  // With Helga the entry comes again, and what lies behind it is dropped.
  await exchangeRound(helga.exchange)
  await exchangeRound(anna.exchange)
  expect(await anna.exchange.tables.outbox.count()).toBe(1)
  expect(await textsOn(anna)).toEqual(['before', 'meanwhile'])
  await exchangeRound(helga.exchange)
  expect(await textsOn(helga)).toEqual(['before'])
  await setRole(helga.exchange, (await keysNow(anna.exchange)).id, 'member')
  for (const one of [anna, helga, anna]) await exchangeRound(one.exchange)
  expect(await textsOn(helga)).toEqual(['before', 'meanwhile'])
  expect(await seenOn(anna)).toEqual(await seenOn(helga))
})
