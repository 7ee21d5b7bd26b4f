import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import { endpoints, protocolHeader, protocolVersion } from '../../src/shared/exchange/endpoints.ts'
import { askAt } from '../../src/sync/ask.ts'
import { knownRoster } from '../../src/sync/roster.ts'
import { changeAnswers } from './lines.ts'
import { exchangeRound, found, joined, publicUrl, Server } from './town.ts'

it('a roster that comes in pieces is taken whole, by who joins and by who is there', async () => {
  const store = openSqlite(':memory:')
  const server = new Server(Date.now, store)
  const helga = await found(server)
  const anna = await joined(server, helga)
  for (const guest of ['Béla', 'Karl']) await joined(server, helga, { guest })
  // Whoever asks for no more than so many bytes gets one entry.
  server.startOver({
    ...store,
    entries: (space, from, most) => store.entries(space, from, most === undefined ? most : 1),
  })
  await exchangeRound(anna.exchange)
  const dora = await joined(server, helga, { guest: 'Dóra' })
  await exchangeRound(anna.exchange)
  const { heads } = await knownRoster(anna.exchange)
  expect(heads).toHaveLength(9)
  expect((await knownRoster(dora.exchange)).heads).toEqual(heads)
  expect(server.asked.filter((path) => path === endpoints.roster.path).length).toBeGreaterThan(9)
})

it('a roster without an end is none', async () => {
  const server = new Server()
  const helga = await found(server)
  const anna = await joined(server, helga)
  await joined(server, helga, { guest: 'Karl' })
  changeAnswers(server, endpoints.roster, (page) => ({ ...page, more: true }))
  await expect(exchangeRound(anna.exchange)).rejects.toMatchObject({ name: 'SyncProblem', code: 'broken' })
  server.line = (send) => send()
  await exchangeRound(anna.exchange)
  expect((await knownRoster(anna.exchange)).heads).toHaveLength(5)
})

it('an answer without an end is not waited for', async () => {
  let sent = 0
  const endless = new ReadableStream({
    pull: (controller) => {
      sent += 1
      controller.enqueue(new Uint8Array(1024 * 1024))
    },
  })
  const ask = askAt(publicUrl, async () => {
    return new Response(endless, { headers: { [protocolHeader]: protocolVersion } })
  })
  await expect(ask(endpoints.challenge, {})).rejects.toMatchObject({ code: 'broken' })
  expect(sent).toBeLessThan(20)
})
