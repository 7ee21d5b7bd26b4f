import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { save } from '../../src/db/save.ts'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import { keysNow } from '../../src/sync/exchange.ts'
import { knownRoster } from '../../src/sync/roster.ts'
import { readSafety } from '../../src/sync/status.ts'
import { edit } from '../db/notebook.ts'
import { changeAnswers, cutAfterPull } from './lines.ts'
import { textsOn } from './notes.ts'
import { cloned, exchangeRound, found, joined, newId, Server, write } from './town.ts'

describe('a copy of a tablet', () => {
  it('goes on as a device of its own, and neither loses a word', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    await write(anna, edit(newId(), 'note', { text: 'before' }))
    await exchangeRound(anna.exchange)
    const twin = await cloned(server, anna)
    await write(anna, edit(newId(), 'note', { text: 'of the first' }))
    await write(twin, edit(newId(), 'note', { text: 'of the second' }))
    await exchangeRound(anna.exchange)
    await exchangeRound(twin.exchange)
    await exchangeRound(anna.exchange)
    await exchangeRound(helga.exchange)
    for (const tablet of [anna, twin, helga]) {
      expect(await textsOn(tablet)).toEqual(['before', 'of the first', 'of the second'])
    }
    const [first, second] = await Promise.all([keysNow(anna.exchange), keysNow(twin.exchange)])
    expect(first.id).not.toBe(second.id)
    const roster = await knownRoster(helga.exchange)
    expect(roster.devices.get(second.id)?.member).toBe(roster.devices.get(first.id)?.member)
  })

  it('keeps what it had sealed and not sent, under the new name', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    const note = newId()
    await write(anna, edit(note, 'note', { text: 'sealed before' }))
    cutAfterPull(server)
    await expect(exchangeRound(anna.exchange)).rejects.toMatchObject({ code: 'offline' })
    server.line = (send) => send()
    expect(await anna.exchange.tables.sealed.count()).toBe(1)
    const twin = await cloned(server, anna)
    await write(anna, edit(newId(), 'note', { text: 'more of the first' }))
    await write(twin, edit(newId(), 'note', { text: 'more of the second' }))
    await exchangeRound(anna.exchange)
    await exchangeRound(twin.exchange)
    await exchangeRound(anna.exchange)
    await exchangeRound(helga.exchange)
    expect(await textsOn(helga)).toEqual(await textsOn(twin))
    expect(await textsOn(helga)).toEqual(await textsOn(anna))
    expect(new Set(await textsOn(helga))).toEqual(
      new Set(['sealed before', 'more of the first', 'more of the second']),
    )
  })

  it('is not noticed where there is none: an answer that was lost brings the same bytes again', async () => {
    const server = new Server()
    const helga = await found(server)
    const me = (await keysNow(helga.exchange)).id
    await write(helga, edit(newId(), 'note', { text: 'once' }))
    server.line = async (send) => {
      const answer = await send()
      if (server.asked.at(-1) === '/v1/push') throw new TypeError('lost on its way back')
      return answer
    }
    await expect(exchangeRound(helga.exchange)).rejects.toMatchObject({ code: 'offline' })
    server.line = (send) => send()
    expect((await readSafety(await helga.notebook())).waiting).toBe(1)
    await exchangeRound(helga.exchange)
    expect((await readSafety(await helga.notebook())).waiting).toBe(0)
    expect((await keysNow(helga.exchange)).id).toBe(me)
    const anna = await joined(server, helga)
    expect(await textsOn(anna)).toEqual(['once'])
  })
})

describe('a tablet that is no copy', () => {
  it('keeps its name, and goes on, whatever an exchange says of it', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    await write(anna, edit(newId(), 'note', { text: 'before' }))
    await exchangeRound(anna.exchange)
    const { id } = await keysNow(anna.exchange)
    for (const [turn, seq] of [1, 2, 900].entries()) {
      changeAnswers(server, endpoints.pull, (page) => ({ ...page, you: { seq, hash: 'ab'.repeat(32) } }))
      await write(anna, edit(newId(), 'note', { text: `turn ${turn}` }))
      await exchangeRound(anna.exchange)
    }
    server.line = (send) => send()
    await exchangeRound(helga.exchange)
    expect((await keysNow(anna.exchange)).id).toBe(id)
    expect((await knownRoster(helga.exchange)).devices.size).toBe(2)
    expect(await textsOn(helga)).toEqual(['before', 'turn 0', 'turn 1', 'turn 2'])
  })

  it('knows its own runs when the log begins anew', async () => {
    const server = new Server()
    const helga = await found(server)
    for (const text of ['one', 'two']) {
      await write(helga, edit(newId(), 'note', { text }))
      await exchangeRound(helga.exchange)
    }
    const { id } = await keysNow(helga.exchange)
    await helga.exchange.tables.meta.put({
      key: 'cursor',
      value: JSON.stringify({ n: 2, hash: 'ab'.repeat(32) }),
    })
    await exchangeRound(helga.exchange)
    expect((await keysNow(helga.exchange)).id).toBe(id)
    expect(await textsOn(helga)).toEqual(['one', 'two'])
  })
})

describe('a copy that hears of the other one in pieces', () => {
  it('misses nothing: what both had sealed has come, and what the other wrote is somebody else’s', async () => {
    const store = openSqlite(':memory:')
    const server = new Server(Date.now, store)
    const helga = await found(server)
    const anna = await joined(server, helga)
    await write(anna, edit(newId(), 'note', { text: 'sealed by both' }))
    cutAfterPull(server)
    await expect(exchangeRound(anna.exchange)).rejects.toMatchObject({ code: 'offline' })
    server.line = (send) => send()
    expect(await anna.exchange.tables.sealed.count()).toBe(1)
    const twin = await cloned(server, anna)
    await exchangeRound(anna.exchange)
    await write(anna, edit(newId(), 'note', { text: 'of the first' }))
    await exchangeRound(anna.exchange)
    // Each page has one run.
    server.startOver({ ...store, log: (space, n) => store.log(space, n, 1) })
    await exchangeRound(twin.exchange)
    await write(twin, edit(newId(), 'note', { text: 'of the second' }))
    for (const tablet of [twin, anna, helga]) await exchangeRound(tablet.exchange)
    const all = ['of the first', 'of the second', 'sealed by both']
    for (const tablet of [anna, twin, helga]) expect(await textsOn(tablet)).toEqual(all)
    expect(await twin.exchange.tables.frozen.count()).toBe(0)
  })
})

describe('two copies of a tablet with a photo that neither has sent', () => {
  it('both send it, and the others see it', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    const photo = newId()
    const row = { id: photo, type: 'image/jpeg', bytes: Uint8Array.of(1, 2, 3).buffer }
    const taken = edit(photo, 'photo', { type: 'image/jpeg' })
    await save(await anna.notebook(), [taken], [{ full: row, thumb: row }])
    const twin = await cloned(server, anna)
    twin.clock.time += 1000
    // Both give it a key before they hear of each other.
    for (const tablet of [anna, twin]) {
      cutAfterPull(server)
      await expect(exchangeRound(tablet.exchange)).rejects.toMatchObject({ code: 'offline' })
    }
    server.line = (send) => send()
    for (const tablet of [anna, twin, anna, twin, helga]) await exchangeRound(tablet.exchange)
    expect(await helga.exchange.tables.thumbs.get(photo)).toBeDefined()
    expect((await readSafety(await anna.notebook())).safeAt).toBeDefined()
    expect((await readSafety(await twin.notebook())).safeAt).toBeDefined()
  })
})
