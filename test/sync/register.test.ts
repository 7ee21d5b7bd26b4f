import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entriesMeant, readLines, townsMeant, type Wanted } from '../../src/db/register/find.ts'
import { readInfo } from '../../src/db/register/info.ts'
import { Register, type TownRow } from '../../src/db/register/tables.ts'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import { newId } from '../../src/shared/ids.ts'
import type { Content } from '../../src/shared/register/content.ts'
import type { FeedPage } from '../../src/shared/register/feed.ts'
import { problemOf, type Fetch } from '../../src/sync/ask.ts'
import { publishEntry, reportEntry } from '../../src/sync/publish.ts'
import { takeRegister, takeRegisterIfOld } from '../../src/sync/register.ts'
import { baseOf } from '../server/register/bases.ts'
import { contents } from '../shared/register/entries.ts'
import { found, joined, publicUrl, Server, type Tablet } from './town.ts'

const anything: Wanted = { query: '', country: '', type: '', theme: '', seeking: false }
const appAddress = `${publicUrl}/`

let server: Server
let register: Register
let helga: Tablet
let registers = 0

beforeEach(async () => {
  server = new Server()
  registers += 1
  register = new Register(`test-register-${registers}`)
  helga = await found(server)
})
afterEach(() => register.close())

const take = (withBase = false, fetch: Fetch = server.fetch): Promise<void> =>
  takeRegister({ appAddress, fetch }, { withBase }, register)

const publish = async (entry: string, revision: number, content: Content | null, by = helga): Promise<void> =>
  publishEntry(by.exchange, { entry, type: 'idea', revision, content })

const titles = async (wanted: Partial<Wanted> = {}): Promise<string[]> =>
  entriesMeant((await readLines(register)).entries, { ...anything, ...wanted }).map(({ title }) => title)

const townsCalled = async (query: string): Promise<(TownRow | undefined)[]> => {
  const meant = townsMeant((await readLines(register)).towns, { ...anything, query })
  return register.towns.bulkGet(meant.map(({ id }) => id))
}

/** What a verb says went wrong. */
const codeOf = (verb: Promise<void>): Promise<string> =>
  verb.then(
    () => 'done',
    (error: unknown) => problemOf(error).code,
  )

/** A line on which somebody changes each page of the feed. */
const through =
  (change: (page: FeedPage) => unknown): Fetch =>
  async (address, init) => {
    const answer = await server.fetch(address, init)
    if (!address.includes('/register/feed')) return answer
    return new Response(JSON.stringify(change((await answer.json()) as FeedPage)), {
      headers: answer.headers,
    })
  }

describe('an entry', () => {
  it('is read by others until it is withdrawn, and found by any of its words', async () => {
    const entry = newId()
    await publish(entry, 1, { ...contents.idea, title: 'Kochen mit Köln' })
    await take()
    expect(await titles()).toEqual(['Kochen mit Köln'])
    for (const query of ['koeln', 'kol', 'myslen', 'odwiedz', 'kochen luden'])
      expect(await titles({ query })).toHaveLength(1)
    expect(await titles({ query: 'hamburg' })).toEqual([])
    await publish(entry, 2, null)
    await take()
    expect(await titles()).toEqual([])
    expect(await register.entries.get(entry)).toMatchObject({
      state: 'withdrawn',
      revision: 2,
      content: null,
    })
  })

  it('is the same one when its answer was lost and it is published again', async () => {
    const entry = newId()
    await publish(entry, 1, contents.idea)
    expect(await codeOf(publish(entry, 1, contents.idea))).toBe('done')
    expect(await codeOf(publish(entry, 1, { ...contents.idea, title: 'Anders' }))).toBe('stale')
    await publish(entry, 2, { ...contents.idea, title: 'Anders' })
    await take()
    expect(await titles()).toEqual(['Anders'])
  })

  it('of one who does not coordinate is refused, and nothing changes', async () => {
    const piotr = await joined(server, helga)
    expect(await codeOf(publish(newId(), 1, contents.idea, piotr))).toBe('refused')
    expect(
      await codeOf(publish(newId(), 1, { ...contents.idea, contact: { mail: 'x', web: '', phone: '' } })),
    ).toBe('refused')
    await take()
    expect(await titles()).toEqual([])
  })

  it('that the operator hid is not shown, and its reason is known', async () => {
    const entry = newId()
    await publish(entry, 1, contents.idea)
    await server.store.hide(entry, 'Werbung', { at: 1, mark: 'ab'.repeat(8) })
    await take()
    expect(await titles()).toEqual([])
    expect(await register.entries.get(entry)).toMatchObject({ state: 'hidden', reason: 'Werbung' })
  })

  it('is not believed where it says something else than was signed', async () => {
    await publish(newId(), 1, { ...contents.idea, title: 'Echt' })
    const forge = through((page) => ({
      ...page,
      items: page.items.map((item) =>
        item.state === 'published'
          ? {
              ...item,
              statement: { ...item.statement, content: { ...item.statement.content, title: 'Gefälscht' } },
            }
          : item,
      ),
    }))
    await take(false, forge)
    expect(await register.entries.count()).toBe(0)
    const asOffice = through((page) => ({
      ...page,
      items: page.items.map((item) => ({ ...item, key: '', signature: '' })),
    }))
    register.close()
    register = new Register(`test-register-${registers}-office`)
    await take(false, asOffice)
    expect(await register.entries.count()).toBe(0)
    register.close()
    register = new Register(`test-register-${registers}-true`)
    await take(
      false,
      through((page) => page),
    )
    expect(await titles()).toEqual(['Echt'])
  })

  it('of a newer app is left out, and everything is read anew after an update', async () => {
    await publish(newId(), 1, contents.idea)
    await take(
      false,
      through((page) => ({ ...page, items: [...page.items, { state: 'sung' }] })),
    )
    expect((await readInfo(register)).skippedBy).toBe(1)
    expect(await titles()).toHaveLength(1)
  })
})

describe('the register', () => {
  it('is forgotten where the exchange has another history', async () => {
    await publish(newId(), 1, contents.idea)
    await take()
    server.startOver(openSqlite(':memory:'))
    await take()
    expect(await titles()).toEqual([])
  })

  it('is taken in pages, and goes on where the line was cut', async () => {
    for (const title of ['Eins', 'Zwei', 'Drei']) await publish(newId(), 1, { ...contents.idea, title })
    let pages = 0
    const short: Fetch = async (address, init) => {
      if (!address.includes('/register/feed')) return server.fetch(address, init)
      pages += 1
      if (pages === 3) throw new TypeError('cut')
      return server.fetch(address.replace('most=500', 'most=1'), init)
    }
    expect(await codeOf(take(false, short))).toBe('offline')
    expect(await titles()).toHaveLength(2)
    await take()
    expect((await titles()).sort()).toEqual(['Drei', 'Eins', 'Zwei'])
  })

  it('is asked for by itself only now and then, and not before anybody wants it', async () => {
    const asked = (): number => server.asked.filter((path) => path.startsWith('/register')).length
    const look = (isShared: boolean): Promise<void> =>
      takeRegisterIfOld({ appAddress, fetch: server.fetch }, isShared, register)
    await look(false)
    expect(asked()).toBe(0)
    await look(true)
    expect(asked()).toBe(1)
    await look(true)
    expect(asked()).toBe(1)
    await take()
    expect(asked()).toBe(2)
  })

  it('takes reports from anybody', async () => {
    const entry = newId()
    await publish(entry, 1, contents.idea)
    const desk = { appAddress, fetch: server.fetch }
    await reportEntry(desk, { entry, text: 'Das ist Werbung.', mail: '' })
    expect(await server.store.reports()).toMatchObject([{ entry, text: 'Das ist Werbung.' }])
    expect(await codeOf(reportEntry(desk, { entry: newId(), text: 'Gibt es nicht.', mail: '' }))).toBe(
      'unknown',
    )
  })
})

describe('the base', () => {
  const towns = [
    ['Altenbrück', 'DE'],
    ['Nowy Most', 'PL'],
    ['Hídvásár', 'HU'],
  ] as const

  it('comes once somebody has opened the register, and is replaced when it changes', async () => {
    await server.store.keepBase(baseOf(towns, [[0, 1, 1991]]))
    await take()
    expect(await register.towns.count()).toBe(0)
    expect((await readInfo(register)).offered).toMatchObject({ links: 1, asOf: '2026-11-01' })
    await take(true)
    expect(await townsCalled('nowy')).toMatchObject([{ name: 'Nowy Most', links: [[2, 1991]] }])
    await server.store.keepBase(baseOf([...towns, ['Exampleton', 'GB']], [[0, 3, 0]]))
    await take()
    expect(await townsCalled('nowy')).toMatchObject([{ links: [] }])
    expect(await register.towns.count()).toBe(4)
  })

  it('stays as it is where other bytes come than were promised', async () => {
    await server.store.keepBase(baseOf(towns, [[0, 1, 1991]]))
    await take(true)
    await server.store.keepBase(baseOf(towns, [[0, 2, 2001]]))
    const other: Fetch = async (address, init) => {
      const answer = await server.fetch(address, init)
      return address.includes('/register/base') ? new Response('{}', { headers: answer.headers }) : answer
    }
    expect(await codeOf(take(true, other))).toBe('broken')
    expect(await townsCalled('nowy')).toMatchObject([{ links: [[2, 1991]] }])
  })
})
