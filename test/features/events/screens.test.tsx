// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { occurrencesOf } from '../../../src/db/calendar/find.ts'
import { workOut } from '../../db/calendar/whole.ts'
import { keepSettings } from '../../../src/db/device.ts'
import { listOf, rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import { EventsAbout } from '../../../src/features/events/about.tsx'
import { EventForm } from '../../../src/features/events/form.tsx'
import { EventList } from '../../../src/features/events/list.tsx'
import { NextEvent } from '../../../src/features/events/next.tsx'
import { EventPage } from '../../../src/features/events/page.tsx'
import { PrintEvent } from '../../../src/features/events/print.tsx'
import type { Fields } from '../../../src/shared/value.ts'
import { openForTest } from '../../house/open.tsx'

// happy-dom has no layout, so nothing ever comes into sight there.
globalThis.IntersectionObserver = class {
  observe(): void {}
  disconnect(): void {}
} as unknown as typeof IntersectionObserver

let opened: Awaited<ReturnType<typeof openForTest>>
beforeEach(async () => {
  opened = await openForTest()
})
afterEach(() => {
  cleanup()
  opened.close()
})

const meeting: Fields = {
  title: 'Stammtisch',
  date: '2026-11-26',
  time: '18:00',
  zone: 'Europe/Berlin',
  place: 'Ratskeller',
  rule: 'FREQ=MONTHLY;BYDAY=4TH',
}

async function add(record: string, kind: string, set: Fields): Promise<void> {
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  await workOut(opened.notebook)
}

const fields = async (record: string): Promise<Fields> => (await rowOf(opened.notebook, record))?.fields ?? {}

const type = (label: string, text: string, at = 0): void => {
  const box = screen.getAllByLabelText(new RegExp(`^${label}`))[at] as HTMLInputElement
  fireEvent.input(box, { target: { value: text } })
}

it('the form says at each field what is missing, loses nothing, and keeps the event in the end', async () => {
  const { notebook } = opened
  opened.show(<EventForm params={{}} />)
  await screen.findByLabelText('Wie heißt der Termin?')
  type('Beginn', 'abends')
  fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
  await screen.findByText('Geben Sie dem Termin einen Namen.')
  screen.getByText('Geben Sie Tag, Monat und Jahr ein.')
  screen.getByText('Das ist keine Uhrzeit. Schreiben Sie zum Beispiel 18:30.')
  expect(screen.getByLabelText<HTMLInputElement>('Beginn').value).toBe('abends')

  type('Wie heißt', 'Stammtisch')
  type('Tag', '26')
  type('Monat', 'Nov')
  type('Jahr', '2026')
  type('Beginn', '18 Uhr')
  type('Ende', '17.30')
  await screen.findByText('Das Ende liegt vor dem Beginn. Ändern Sie eines von beiden.')
  type('Ende', '21')
  fireEvent.click(await screen.findByLabelText('Jeden vierten Donnerstag im Monat'))
  // A second tap within half a second is taken for a slip.
  await new Promise((resolve) => setTimeout(resolve, 600))
  fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
  await waitFor(async () => expect(await listOf(notebook, 'event')).toHaveLength(1))
  const [event] = await listOf(notebook, 'event')
  expect(event?.fields).toMatchObject({
    title: 'Stammtisch',
    date: '2026-11-26',
    time: '18:00',
    endTime: '21:00',
    rule: 'FREQ=MONTHLY;BYDAY=4TH',
  })
})

it('an event can be begun from a project, and from another event without its days and answers', async () => {
  await add('p', 'project', { title: 'Chorreise' })
  await add('e', 'event', { ...meeting, 'invited/anna': true, 'answers/once/anna': 'yes' })
  const { unmount } = opened.show(<EventForm params={{ about: 'e' }} />)
  const title = await screen.findByLabelText<HTMLInputElement>('Wie heißt der Termin?')
  expect(title.value).toBe('Stammtisch')
  expect(screen.getByLabelText<HTMLInputElement>('Beginn').value).toMatch(/^18:00/)
  expect(screen.getByLabelText<HTMLInputElement>('Tag').value).toBe('')
  unmount()
  opened.show(<EventForm params={{ about: 'p' }} />)
  await screen.findByLabelText('Wie heißt der Termin?')
  fireEvent.click(screen.getByRole('button', { name: 'Mehr angeben' }))
  await screen.findByText('Chorreise')
})

it('the page says when and where, and how the event comes again', async () => {
  await add('e', 'event', meeting)
  opened.show(<EventPage id="e" day="" />)
  await screen.findByRole('heading', { level: 1, name: 'Stammtisch' })
  screen.getByText('Ratskeller')
  screen.getByText('Jeden vierten Donnerstag im Monat')
  expect(screen.getAllByText(/26\.\s?November 2026, 18:00/).length).toBeGreaterThan(0)
})

it('asks somebody who wrote the family name first, as Hungarians do', async () => {
  await keepSettings(opened.device, { myName: 'Vogel Renate' })
  await add('renate', 'person', { givenName: 'Renate', familyName: 'Vogel' })
  await add('e', 'event', meeting)
  opened.show(<EventPage id="e" day="" />)
  fireEvent.click(within(await screen.findByRole('group', { name: 'Kommen Sie?' })).getByLabelText('Ja'))
  await waitFor(async () => expect(await fields('e')).toMatchObject({ 'answers/2026-11-26/renate': 'yes' }))
})

it('everybody’s answer is kept for this one date, and one’s own stands first', async () => {
  await keepSettings(opened.device, { myName: 'renate vogel' })
  await add('renate', 'person', { givenName: 'Renate', familyName: 'Vogel' })
  await add('anna', 'person', { givenName: 'Anna', familyName: 'Nowak', 'groups/choir': true })
  await add('choir', 'group', { name: 'Chor' })
  await add('e', 'event', { ...meeting, 'groups/choir': true })
  opened.show(<EventPage id="e" day="" />)
  const own = await screen.findByRole('group', { name: 'Kommen Sie?' })
  fireEvent.click(within(own).getByLabelText('Ja'))
  await screen.findByText('1 Person kommt')
  screen.getByText('Von 1 Person ist es noch offen')
  fireEvent.click(screen.getByRole('button', { name: /Anna Nowak/ }))
  const hers = await screen.findByRole('group', { name: 'Kommt Anna Nowak?' })
  fireEvent.click(within(hers).getByLabelText('Nein'))
  await screen.findByText('1 Person kommt nicht')
  expect(await fields('e')).toMatchObject({
    'answers/2026-11-26/renate': 'yes',
    'answers/2026-11-26/anna': 'no',
  })
})

it('one date of a series is called off and taken back, and the others stand', async () => {
  await add('e', 'event', meeting)
  opened.show(<EventPage id="e" day="2026-12-24" />)
  fireEvent.click(await screen.findByRole('button', { name: 'Nur diesen Termin absagen' }))
  await waitFor(async () => expect((await fields('e'))['dates/2026-12-24']).toBe('cancelled'))
  await workOut(opened.notebook)
  await screen.findAllByText('Abgesagt')
  const states = (await occurrencesOf(opened.notebook, 'e')).slice(0, 3).map((one) => one.state)
  expect(states).toEqual(['stands', 'cancelled', 'stands'])
  fireEvent.click(screen.getByRole('button', { name: 'Doch wie geplant' }))
  await waitFor(async () => expect((await fields('e'))['dates/2026-12-24']).toBe(null))
})

it('what was counted stands on the page once the event is over, and is not asked before', async () => {
  await add('past', 'event', { ...meeting, rule: '', date: '2026-11-20', 'figures/once/people': 12 })
  await add('ahead', 'event', { ...meeting, rule: '' })
  const { unmount } = opened.show(<EventPage id="past" day="" />)
  await screen.findByText('12 Personen waren dabei')
  unmount()
  opened.show(<EventPage id="ahead" day="" />)
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByRole('link', { name: 'Zahlen eintragen' })).toBe(null)
})

it('the list goes by month from today on, keeps what is called off in sight, and finds what is over', async () => {
  await add('e', 'event', { ...meeting, rule: '' })
  await add('off', 'event', {
    ...meeting,
    title: 'Adventskaffee',
    rule: '',
    date: '2026-12-17',
    isCancelled: true,
  })
  await add('past', 'event', { ...meeting, title: 'Sommerfest', rule: '', date: '2026-07-04' })
  await add('open', 'event', { title: 'Reise' })
  opened.show(<EventList current={undefined} day="" />)
  await screen.findByRole('heading', { name: 'November 2026' })
  screen.getByRole('heading', { name: 'Dezember 2026' })
  screen.getByRole('heading', { name: 'Noch ohne Datum' })
  screen.getByText('Abgesagt')
  expect(screen.queryByText('Sommerfest')).toBe(null)
  fireEvent.input(screen.getByLabelText('Termin suchen'), { target: { value: 'sommer' } })
  await screen.findByText('Sommerfest')
  expect(screen.queryByText('Stammtisch')).toBe(null)
  fireEvent.input(screen.getByLabelText('Termin suchen'), { target: { value: '' } })
  fireEvent.click(await screen.findByRole('button', { name: 'Frühere Termine zeigen' }))
  await screen.findByText('Sommerfest')
})

it('Start shows the next event that takes place, how far away it is and who comes', async () => {
  await add('off', 'event', {
    ...meeting,
    title: 'Chorprobe',
    rule: '',
    date: '2026-11-24',
    isCancelled: true,
  })
  await add('e', 'event', { ...meeting, 'answers/2026-11-26/a': 'yes', 'answers/2026-11-26/b': 'no' })
  opened.show(<NextEvent />)
  const card = await screen.findByRole('link')
  expect(card.textContent).toContain('Stammtisch')
  expect(card.textContent).toContain('In 4 Tagen. 1 Person hat zugesagt.')
  expect(card.textContent).toContain('Vorher abgesagt: Chorprobe')
  expect(card.getAttribute('href')).toBe('#/events/e/dates/2026-11-26')
})

it('Start says so kindly when nothing is planned', async () => {
  opened.show(<NextEvent />)
  await screen.findByText('Noch nichts geplant. Schöne Pläne finden hier ihren Platz.')
  expect(screen.queryByRole('link')).toBe(null)
})

it('a project shows its events and offers a new one, a person only what there is', async () => {
  await add('p', 'project', { title: 'Chorreise' })
  await add('anna', 'person', { givenName: 'Anna' })
  await add('past', 'event', { ...meeting, title: 'Probe', rule: '', date: '2026-11-01', project: 'p' })
  await add('e', 'event', { ...meeting, project: 'p' })
  const { unmount } = opened.show(<EventsAbout id="p" />)
  await screen.findByText('Probe')
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect(links).toEqual(['#/events/e/dates/2026-11-26', '#/events/past', '#/events/new/p'])
  unmount()
  const { container } = opened.show(<EventsAbout id="anna" />)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(container.textContent).toBe('')
})

it('on paper the programme is a table', async () => {
  await add('e', 'event', { ...meeting, rule: '', programme: '18:00 Begrüßung\n18:30 Essen' })
  opened.show(<PrintEvent params={{ id: 'e' }} />)
  const rows = await screen.findAllByRole('row')
  expect(rows.map((row) => row.textContent)).toEqual(['UhrzeitWas', '18:00Begrüßung', '18:30Essen'])
})
