import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { remove, restore } from '../../../src/db/bin.ts'
import { nextOccurrences, occurrencesBetween, occurrencesOf } from '../../../src/db/calendar/find.ts'
import { keepWorkedOut } from '../../../src/db/calendar/keep.ts'
import { startBeside } from '../../../src/sync/start.ts'
import { refresh } from '../../../src/db/calendar/work-out.ts'
import { workOut } from './whole.ts'
import { change, save } from '../../../src/db/save.ts'
import type { Occurrence } from '../../../src/db/tables.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { edit, newNotebook } from '../notebook.ts'

const day = 24 * 60 * 60 * 1000

function november() {
  const notebook = newNotebook()
  notebook.clock.time = Date.UTC(2026, 10, 22, 12)
  return notebook
}

const meeting = (set: Fields = {}): Fields => ({
  title: 'Stammtisch',
  date: '2026-11-26',
  time: '18:00',
  zone: 'Europe/Berlin',
  rule: 'FREQ=MONTHLY;BYDAY=4TH',
  ...set,
})

it('a saved event is stale until its days are worked out', async () => {
  const notebook = november()
  await save(notebook, [edit('a', 'event', meeting()), edit('n', 'note', { text: 'x' })])
  expect(await notebook.tables.stale.toArray()).toEqual([{ id: 'a' }])
  expect(await occurrencesOf(notebook, 'a')).toEqual([])
  await workOut(notebook)
  expect(await notebook.tables.stale.count()).toBe(0)
  expect((await occurrencesOf(notebook, 'a')).slice(0, 2).map((one) => one.date)).toEqual([
    '2026-11-26',
    '2026-12-24',
  ])
})

it('a changed event has only its new days', async () => {
  const notebook = november()
  await save(notebook, [edit('a', 'event', meeting())])
  await workOut(notebook)
  await change(notebook, ['a'], { rule: '', date: '2026-12-01' })
  await workOut(notebook)
  expect((await notebook.tables.occurrences.toArray()).map((one) => one.id)).toEqual(['a event once'])
})

it('a deleted event leaves the calendar, and comes back with its days', async () => {
  const notebook = november()
  await save(notebook, [edit('a', 'event', meeting())])
  await workOut(notebook)
  const before = await occurrencesOf(notebook, 'a')
  await remove(notebook, ['a'])
  await workOut(notebook)
  expect(await notebook.tables.occurrences.count()).toBe(0)
  await restore(notebook, ['a'])
  await workOut(notebook)
  expect(await occurrencesOf(notebook, 'a')).toEqual(before)
})

it('hundreds of records are worked out, batch by batch', async () => {
  const notebook = november()
  const people = Array.from({ length: 230 }, (_, at) => edit(`p${at}`, 'person', { birthday: '1950-01-02' }))
  await save(notebook, people)
  await workOut(notebook)
  expect(await notebook.tables.stale.count()).toBe(0)
  expect(await notebook.tables.occurrences.count()).toBe(230 * 3)
})

it('days that are two years ahead move on with every new day, and only what repeats is worked out anew', async () => {
  const notebook = november()
  await save(notebook, [
    edit('a', 'event', meeting({ rule: 'FREQ=WEEKLY' })),
    edit('b', 'event', meeting({ rule: '' })),
  ])
  await refresh(notebook)
  await workOut(notebook)
  const last = async (): Promise<string> => (await occurrencesOf(notebook, 'a')).at(-1)?.date ?? ''
  expect(await last()).toBe('2028-11-16')
  await refresh(notebook)
  expect(await notebook.tables.stale.count()).toBe(0)
  notebook.clock.time += 7 * day
  await refresh(notebook)
  expect(await notebook.tables.stale.toArray()).toEqual([{ id: 'a' }])
  await workOut(notebook)
  expect(await last()).toBe('2028-11-23')
})

it('the next events are those that are not over, in the order in which they begin', async () => {
  const notebook = november()
  const once = (date: string, set: Fields = {}): Fields => meeting({ rule: '', date, ...set })
  await save(notebook, [
    edit('long', 'event', once('2026-11-01', { time: '', endDate: '2026-12-31' })),
    edit('past', 'event', once('2026-11-21')),
    edit('now', 'event', once('2026-11-22', { time: '11:00' })),
    edit('off', 'event', once('2026-11-24', { isCancelled: true })),
    edit('later', 'event', once('2027-01-01')),
    edit('anna', 'person', { birthday: '--11-23' }),
  ])
  await workOut(notebook)
  const next = await nextOccurrences(notebook, notebook.now(), 4)
  expect(next.map((one) => one.record)).toEqual(['long', 'now', 'off', 'later'])
  expect(next[2]?.state).toBe('cancelled')
  expect((await nextOccurrences(notebook, notebook.now(), 1)).map((one) => one.record)).toEqual(['long'])
})

it('what lies between two days can be asked by name, with what began before and still goes on', async () => {
  const notebook = november()
  await save(notebook, [
    edit('fair', 'event', {
      title: 'Markt',
      date: '2026-11-28',
      endDate: '2026-11-30',
      zone: 'Europe/Berlin',
    }),
    edit('a', 'event', meeting()),
    edit('anna', 'person', { birthday: '1951-11-30', nameDay: '--12-01' }),
  ])
  await workOut(notebook)
  const between = async (from: string, to: string, names?: readonly Occurrence['name'][]) =>
    (await occurrencesBetween(notebook, from, to, names)).map(
      (one) => `${one.record} ${one.name} ${one.date}`,
    )
  expect(await between('2026-11-30', '2026-12-01')).toEqual([
    'fair event 2026-11-28',
    'anna birthday 2026-11-30',
    'anna nameDay 2026-12-01',
  ])
  expect(await between('2026-11-01', '2026-12-31', ['birthday', 'nameDay'])).toEqual([
    'anna birthday 2026-11-30',
    'anna nameDay 2026-12-01',
  ])
  expect(await between('2026-12-01', '2026-12-31', ['event'])).toEqual(['a event 2026-12-24'])
})

it('once it is kept, every change is worked out by itself', async () => {
  const notebook = november()
  const failures: unknown[] = []
  const stop = keepWorkedOut(notebook, (failure) => failures.push(failure))
  await save(notebook, [edit('a', 'event', meeting({ rule: '' }))])
  await vi.waitFor(async () => expect(await occurrencesOf(notebook, 'a')).toHaveLength(1))
  await change(notebook, ['a'], { date: '2026-12-03' })
  await vi.waitFor(async () => expect((await occurrencesOf(notebook, 'a'))[0]?.date).toBe('2026-12-03'))
  stop()
  expect(failures).toEqual([])
})

it.each([
  [
    'does not start',
    () => {
      throw new Error('no workers here')
    },
  ],
  [
    'breaks',
    () => {
      const worker = Object.assign(new EventTarget(), { postMessage: () => undefined })
      setTimeout(() => worker.dispatchEvent(new Event('error')))
      return worker
    },
  ],
])('where a worker %s the screen works the calendar out itself', async (_, start) => {
  const notebook = november()
  await save(notebook, [edit('a', 'event', meeting({ rule: '' }))])
  startBeside(
    notebook,
    (address) => address,
    () => undefined,
    start,
  )
  await vi.waitFor(async () => expect(await occurrencesOf(notebook, 'a')).toHaveLength(1))
})

it('many that came at once are all worked out, and those that were changed beside them', async () => {
  const notebook = november()
  const many = Array.from({ length: 120 }, (_, at) => edit(`m${at}`, 'event', meeting()))
  await save(notebook, many)
  await save(notebook, [edit('a', 'event', meeting())])
  await change(notebook, ['m3'], { date: '2026-11-27', rule: '' })
  await workOut(notebook)
  expect(await notebook.tables.stale.count()).toBe(0)
  const records = (await notebook.tables.occurrences.orderBy('record').uniqueKeys()).length
  expect(records).toBe(121)
  expect((await occurrencesOf(notebook, 'm3')).map((one) => one.date)).toEqual(['2026-11-27'])
})

describe('anniversaries', () => {
  const partnership = (set: Fields = {}): Fields => ({
    name: 'Altenbrück – Whitby',
    'dates/a': { date: '1987-05-03', type: 'signedHere', counts: 'both', source: '' },
    'dates/b': { date: '1977', type: 'firstContact', counts: 'there', source: '' },
    'dates/c': { date: '1996-11', type: 'decided', counts: 'here', source: '' },
    'dates/d': { date: '1967', type: 'other', counts: 'nobody', source: '' },
    'dates/e': { date: '197', type: 'other', counts: 'both', source: '' },
    ...set,
  })
  const shown = async (notebook: ReturnType<typeof november>): Promise<string[]> =>
    (await occurrencesBetween(notebook, '2026-11-22', '2028-11-22', ['anniversary'])).map(
      ({ original, date, endDate }) => `${original} ${date} ${endDate}`,
    )

  it('stand on their day, or from the beginning of their month or year until its end', async () => {
    const notebook = november()
    await save(notebook, [edit('p', 'partnership', partnership())])
    await workOut(notebook)
    expect(await shown(notebook)).toEqual([
      'c:30 2026-11-01 2026-11-30',
      'b:50 2027-01-01 2027-12-31',
      'a:40 2027-05-03 2027-05-03',
    ])
  })

  it('leave with a partnership that has ended', async () => {
    const notebook = november()
    await save(notebook, [edit('p', 'partnership', partnership())])
    await workOut(notebook)
    await change(notebook, ['p'], { state: 'ended' })
    await workOut(notebook)
    expect(await notebook.tables.occurrences.count()).toBe(0)
  })

  it('come into sight as time goes by, also where there was none before', async () => {
    const notebook = november()
    const date = { date: '1988-12-24', type: 'signedHere', counts: 'both', source: '' }
    await save(notebook, [edit('p', 'partnership', { 'dates/a': date })])
    await refresh(notebook)
    await workOut(notebook)
    expect(await notebook.tables.occurrences.count()).toBe(0)
    notebook.clock.time += 40 * day
    await refresh(notebook)
    await workOut(notebook)
    expect((await occurrencesOf(notebook, 'p')).map((one) => one.date)).toEqual(['2028-12-24'])
  })
})
