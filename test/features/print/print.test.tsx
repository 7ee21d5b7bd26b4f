// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { save } from '../../../src/db/save.ts'
import type { Occurrence } from '../../../src/db/tables.ts'
import { nextEvents } from '../../../src/features/print/next-events.ts'
import { Print } from '../../../src/features/print/print.tsx'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  opened.close()
})

async function add(kind: string, set: Fields): Promise<string> {
  const record = newId()
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  return record
}

/** A whole day in the calendar, as it was worked out. */
async function takesPlace(record: string, date: string, more: Partial<Occurrence> = {}): Promise<void> {
  const starts = Date.parse(date)
  const ends = starts + 24 * 60 * 60 * 1000
  await opened.notebook.tables.occurrences.put({
    id: `${record} event ${date}`,
    record,
    name: 'event',
    original: date,
    date,
    time: '',
    endDate: '',
    endTime: '',
    starts,
    ends,
    state: 'stands',
    ...more,
  })
}

const addressOf = (name: RegExp): string | null | undefined =>
  screen.getByRole('link', { name }).getAttribute('href')

it('leads to every list, and says that there are no events and visits yet', async () => {
  opened.show(<Print />)
  expect(await screen.findByText('Hier stehen die nächsten Termine, sobald es welche gibt.')).toBeTruthy()
  expect(await screen.findByText('Hier stehen die letzten Besuche, sobald es welche gibt.')).toBeTruthy()
  expect(addressOf(/^Mitgliederliste/)).toBe('#/people/print')
  expect(addressOf(/^Telefonliste/)).toBe('#/people/print/phones')
  expect(addressOf(/^Nächste Schritte/)).toBe('#/steps/print')
  expect(addressOf(/^Was noch aussteht/)).toBe('#/projects/owed/print')
})

it('offers the next events, each once, without those that are over, called off or deleted', async () => {
  const past = await add('event', { title: 'Vorbei' })
  const off = await add('event', { title: 'Abgesagt' })
  const binned = await add('event', { title: 'Gelöscht', deletedAt: 1 })
  const regular = await add('event', { title: 'Stammtisch' })
  const feast = await add('event', { title: 'Stadtfest' })
  await takesPlace(past, '2026-11-20')
  await takesPlace(off, '2026-11-23', { state: 'cancelled' })
  await takesPlace(binned, '2026-11-24')
  for (const date of ['2026-11-26', '2026-12-03', '2026-12-10']) await takesPlace(regular, date)
  await takesPlace(feast, '2026-12-01')
  await takesPlace(feast, '2026-11-24', { name: 'birthday', id: 'other' })
  opened.show(<Print />)
  await screen.findByRole('link', { name: /^Stammtisch/ })
  const offered = screen
    .getAllByRole('link')
    .filter((link) => link.getAttribute('href')?.startsWith('#/events/'))
    .map((link) => [link.getAttribute('href'), link.textContent])
  expect(offered).toEqual([
    [`#/events/${regular}/print`, 'Stammtisch26.\u00A0November 2026'],
    [`#/events/${feast}/print`, 'Stadtfest1.\u00A0Dezember 2026'],
  ])
})

it('finds the next five even behind many dates of one series', async () => {
  const series = await add('event', { title: 'Reihe' })
  const single: string[] = []
  for (let day = 1; day <= 30; day += 1) await takesPlace(series, `2026-12-${String(day).padStart(2, '0')}`)
  for (let day = 10; day < 17; day += 1) {
    const event = await add('event', { title: `Termin ${day}` })
    single.push(event)
    await takesPlace(event, `2027-01-${day}`)
  }
  const next = await nextEvents(opened.notebook, 5)
  expect(next.map(({ event }) => event.id)).toEqual([series, ...single.slice(0, 4)])
})

it('offers the newest five visits, also one of which only the day is known', async () => {
  for (let day = 1; day <= 6; day += 1)
    await add('visit', { title: `Besuch ${day}`, date: `2026-05-0${day}`, type: 'private' })
  const nameless = await add('visit', { date: '2026-06-01', type: 'private' })
  opened.show(<Print />)
  const link = await screen.findByRole('link', { name: /^Ohne Namen/ })
  expect(link.getAttribute('href')).toBe(`#/visits/${nameless}/print`)
  expect(link.textContent).toBe('Ohne Namen1.\u00A0Juni 2026')
  const offered = screen
    .getAllByRole('link')
    .filter((one) => one.getAttribute('href')?.startsWith('#/visits/'))
  expect(offered).toHaveLength(5)
  expect(screen.queryByText('Besuch 2')).toBeNull()
})
