// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { keepSettings } from '../../src/db/device.ts'
import { arrive, leave } from '../../src/db/here.ts'
import { listNews, newestNews } from '../../src/db/news.ts'
import { change, save } from '../../src/db/save.ts'
import { idsOfMe, nameOfDevice } from '../../src/db/who.ts'
import { newId } from '../../src/shared/ids.ts'
import type { Fields } from '../../src/shared/value.ts'
import { openForTest } from '../house/open.tsx'
import { from, hear } from './notebook.ts'

const hour = 60 * 60 * 1000

let opened: Awaited<ReturnType<typeof openForTest>>

let seq = 0

/** A record is written: here, or on another device whose change arrives at once. */
async function write(by: string, kind: string, set: Fields, record = newId()): Promise<string> {
  const { notebook, clock } = opened
  seq += 1
  if (by === notebook.me) await save(notebook, [{ record, kind, set, over: {} }])
  else await hear(notebook, from(by, seq, { record, kind, set, time: clock.now }))
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

  it('are not what the person wrote, here or at another device, unless there in the name of somebody else', async () => {
    const { me } = opened.notebook
    await write(me, 'note', { text: 'Meine', author: 'Renate Vogel' })
    await write(me, 'note', { text: 'Für Helga', author: 'Helga Brandt' })
    await write(me, 'person', { givenName: 'Béla' })
    await write('phone', 'group', { name: 'Chor' })
    await write('phone', 'note', { text: 'Diktiert', author: 'Helga Brandt' })
    await arrive(opened.notebook)
    expect(await told()).toEqual(['Diktiert / Helga Brandt'])
  })

  it('go by when they arrived, whatever another clock said', async () => {
    const { notebook, clock } = opened
    const days = (count: number): number => clock.now + count * 24 * hour
    const late = (record: string, set: Fields, time: number): Promise<void> =>
      hear(notebook, from('annas', (seq += 1), { record, kind: 'note', set, time }))
    await late(newId(), { text: 'Vor Wochen geschrieben' }, days(-30))
    clock.now += 1000
    await late(newId(), { text: 'Die Uhr geht vor' }, days(400))
    await arrive(notebook)
    expect(await told()).toEqual(['Die Uhr geht vor / Anna Nowak', 'Vor Wochen geschrieben / Anna Nowak'])
    await leave(notebook)
    clock.now += 2 * hour
    await arrive(notebook)
    expect(await told()).toEqual([])
  })

  it('name the other person where both changed the record, until the own change came after it', async () => {
    const { notebook, clock } = opened
    const note = await write('annas', 'note', { text: 'Treffpunkt', date: '2026-11-20' })
    clock.now += 1000
    await write(notebook.me, 'note', { date: '2026-11-21' }, note)
    const person = await write(notebook.me, 'person', { givenName: 'Béla' })
    clock.now += 1000
    await hear(notebook, from('annas', (seq += 1), { record: person, set: { town: 'Győr' }, time: 1 }))
    await arrive(notebook)
    expect(await told()).toEqual(['Béla / Anna Nowak'])
  })

  it('tell the person that somebody else changed a note of hers, but not that it was she', async () => {
    const note = await write(opened.notebook.me, 'note', { text: 'Meine', author: 'Renate Vogel' })
    opened.clock.now += 1000
    await write('unknown', 'note', { text: 'Unsere' }, note)
    await arrive(opened.notebook)
    expect(await told()).toEqual(['Unsere / '])
  })

  it('leave out what is deleted and what is part of something else', async () => {
    const note = await write('annas', 'note', { text: 'Doch nicht' })
    await change(opened.notebook, [note], { deletedAt: 1 })
    await write('annas', 'photo', { caption: 'Am Rathaus' })
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

  it('finds a name in the other order, or with a title before it, but nobody else where somebody is called just so', async () => {
    await keepSettings(opened.device, { myName: 'Vogel Renate' })
    const renate = await write('annas', 'person', {
      givenName: 'Renate',
      familyName: 'Vogel',
      shownName: 'Dr. Renate Vogel',
    })
    await write('annas', 'person', { givenName: '', familyName: 'Vogel' })
    expect([...(await idsOfMe(opened))]).toEqual([renate])
    const thomas = await write('annas', 'person', { givenName: 'Thomas', familyName: 'Peter' })
    const peter = await write('annas', 'person', { givenName: 'Peter', familyName: 'Thomas' })
    for (const [myName, id] of [
      ['Thomas Peter', thomas],
      ['peter thomas', peter],
    ] as const) {
      await keepSettings(opened.device, { myName })
      expect([...(await idsOfMe(opened))]).toEqual([id])
    }
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
