// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { keepSettings } from '../../src/db/device.ts'
import { arrive, leave } from '../../src/db/here.ts'
import { listNews, newestNews } from '../../src/db/news.ts'
import { change, save, saveInside } from '../../src/db/save.ts'
import { savedTables } from '../../src/db/tables.ts'
import { idsOfMe, nameOfDevice } from '../../src/db/who.ts'
import { newId } from '../../src/shared/ids.ts'
import type { Fields } from '../../src/shared/value.ts'
import { openForTest } from '../house/open.tsx'

const hour = 60 * 60 * 1000

let opened: Awaited<ReturnType<typeof openForTest>>

/** Saves a record as the device of that id would have. */
async function write(by: string, kind: string, set: Fields, record = newId()): Promise<string> {
  const { tables } = opened.notebook
  await tables.transaction('rw', savedTables(tables), () =>
    saveInside(opened.notebook, by, [{ record, kind, set, over: {} }]),
  )
  return record
}

const told = async (): Promise<string[]> =>
  (await listNews(opened)).map(({ row, by }) => `${row.label} / ${by}`)

beforeEach(async () => {
  opened = await openForTest()
  await keepSettings(opened.device, { myName: 'Renate Vogel' })
  await opened.notebook.tables.meta.put({
    key: 'names',
    value: JSON.stringify({ annas: 'Anna Nowak', phone: 'renate vogel' }),
  })
  await arrive(opened.notebook)
  await write('annas', 'note', { text: 'Von früher', author: 'Anna Nowak' })
  await leave(opened.notebook)
  opened.clock.now += 2 * hour
})

afterEach(() => opened.close())

describe('the news', () => {
  it('are what others wrote while the person was away, by whom, the latest first', async () => {
    await write('annas', 'note', { text: 'Bus bestellt' })
    opened.clock.now += 1000
    await write('unknown', 'event', { title: 'Stammtisch' })
    opened.clock.now += 1000
    await write('unknown', 'visit', { title: 'Bei Familie Nagy', author: 'Nagy Márta' })
    await arrive(opened.notebook)
    expect(await told()).toEqual([
      'Bei Familie Nagy / Nagy Márta',
      'Stammtisch / ',
      'Bus bestellt / Anna Nowak',
    ])
  })

  it('are not what the person wrote, here or at another device, unless in the name of somebody else', async () => {
    const { me } = opened.notebook
    await write(me, 'note', { text: 'Meine', author: 'Renate Vogel' })
    await write(me, 'person', { givenName: 'Béla' })
    await write('phone', 'group', { name: 'Chor' })
    await write(me, 'note', { text: 'Diktiert', author: 'Helga Brandt' })
    await arrive(opened.notebook)
    expect(await told()).toEqual(['Diktiert / Helga Brandt'])
  })

  it('tell the person that somebody else changed a note of hers, but not that it was she', async () => {
    const note = await write(opened.notebook.me, 'note', { text: 'Meine', author: 'Renate Vogel' })
    opened.clock.now += 1000
    await write('unknown', 'note', { text: 'Unsere' }, note)
    await arrive(opened.notebook)
    expect(await told()).toEqual(['Unsere / '])
  })

  it('leave out what is deleted, what is part of something else, and what a wrong clock dates far ahead', async () => {
    const note = await write('annas', 'note', { text: 'Doch nicht' })
    await change(opened.notebook, [note], { deletedAt: 1 })
    await write('annas', 'photo', { caption: 'Am Rathaus' })
    opened.clock.now += 400 * 24 * hour
    await write('annas', 'note', { text: 'Aus der Zukunft' })
    opened.clock.now -= 400 * 24 * hour
    await arrive(opened.notebook)
    expect(await told()).toEqual([])
  })

  it('on Start are five, and whether there are more', async () => {
    for (const text of ['1', '2', '3', '4', '5']) await write('annas', 'note', { text })
    await arrive(opened.notebook)
    expect((await newestNews(opened)).shown).toHaveLength(5)
    expect((await newestNews(opened)).more).toBe(false)
    await write('annas', 'project', { title: '6' })
    expect((await newestNews(opened)).shown).toHaveLength(5)
    expect((await newestNews(opened)).more).toBe(true)
  })

  it('do not drown in what was taken in here', async () => {
    await write('annas', 'note', { text: 'Von Anna' })
    const people = Array.from({ length: 100 }, (_, index) => ({
      record: newId(),
      kind: 'person',
      set: { givenName: `Gast ${index}` },
      over: {},
    }))
    await save(opened.notebook, people)
    await arrive(opened.notebook)
    expect((await newestNews(opened)).shown.map(({ row }) => row.label)).toEqual(['Von Anna'])
  })
})

describe('who it was', () => {
  it('is known of devices that somebody has named', async () => {
    expect(await nameOfDevice(opened.notebook, 'annas')).toBe('Anna Nowak')
    expect(await nameOfDevice(opened.notebook, 'unknown')).toBe('')
  })

  it('and oneself are the people who are called the same', async () => {
    const renate = await write('annas', 'person', { givenName: 'Renate', familyName: 'Vogel' })
    await write('annas', 'person', { givenName: 'Renate', familyName: 'Vogelsang' })
    expect([...(await idsOfMe(opened))]).toEqual([renate])
    await keepSettings(opened.device, { myName: 'Zoë O’Brien-Müller' })
    const zoe = await write('annas', 'person', { givenName: 'Zoë', familyName: 'O’Brien-Müller' })
    expect([...(await idsOfMe(opened))]).toEqual([zoe])
    await keepSettings(opened.device, { myName: ' ' })
    expect(await idsOfMe(opened)).toEqual(new Set())
  })
})
