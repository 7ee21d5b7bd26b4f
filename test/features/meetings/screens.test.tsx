// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listOf, rowOf } from '../../../src/db/find.ts'
import { keepSettings } from '../../../src/db/device.ts'
import { isLinked, unlink } from '../../../src/db/unlink.ts'
import { save } from '../../../src/db/save.ts'
import { EventForm } from '../../../src/features/events/form.tsx'
import { EventPage } from '../../../src/features/events/page.tsx'
import { PrintEvent } from '../../../src/features/events/print.tsx'
import { Invite } from '../../../src/features/meetings/invite.tsx'
import { Minutes } from '../../../src/features/meetings/minutes.tsx'
import { OfferSlots } from '../../../src/features/meetings/offer.tsx'
import { StepsOnPaper } from '../../../src/features/steps/print.tsx'
import type { Fields } from '../../../src/shared/value.ts'
import { MayWriteContext } from '../../../src/ui/may-write.ts'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { workOut } from '../../db/calendar/whole.ts'
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
  vi.useRealTimers()
  cleanup()
  opened.close()
})

const meeting: Fields = {
  title: 'Vorstandssitzung',
  type: 'meeting',
  date: '2026-11-26',
  time: '18:00',
  endTime: '20:00',
  zone: 'Europe/Berlin',
  link: 'meet.example.org/whitby',
  dialIn: '+49 30 1234567',
  agenda: 'Begrüßung\n2) Kasse',
}
const series: Fields = { ...meeting, rule: 'FREQ=WEEKLY' }

async function add(record: string, kind: string, set: Fields): Promise<void> {
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  await workOut(opened.notebook)
}

const fields = async (record: string): Promise<Fields> => (await rowOf(opened.notebook, record))?.fields ?? {}
const at = (moment: string): void => void (opened.clock.now = Date.parse(moment))
const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name })
const joins = (): HTMLElement[] => screen.queryAllByRole('link', { name: 'Teilnehmen' })
const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }))

it('each page of a series has the one link and number; a big button stands there at the hour of that date', async () => {
  await add('e', 'event', series)
  at('2026-12-03T17:50:00+01:00')
  const { unmount } = opened.show(<EventPage id="e" day="2026-12-03" />)
  await heading('Vorstandssitzung')
  expect(joins()[0]?.className).toContain('primary')
  expect(joins()[0]?.getAttribute('href')).toBe('https://meet.example.org/whitby')
  expect(screen.getByRole('link', { name: 'Anrufen' }).getAttribute('href')).toBe('tel:+49301234567')
  screen.getByText('Sitzung oder Jahrestreffen')
  unmount()
  opened.show(<EventPage id="e" day="2026-12-10" />)
  await heading('Vorstandssitzung')
  expect(joins()).toEqual([])
  const later = screen.getByRole('link', { name: 'Zum Videogespräch' })
  expect(later.getAttribute('href')).toBe('https://meet.example.org/whitby')
  expect(later.className).not.toContain('primary')
})

it('the big button comes and goes while the page is open', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  await add('e', 'event', meeting)
  at('2026-11-26T17:44:50+01:00')
  opened.show(<EventPage id="e" day="" />)
  await heading('Vorstandssitzung')
  expect(joins()).toEqual([])
  await vi.waitUntil(() => vi.getTimerCount() > 0, { timeout: 10_000 })
  at('2026-11-26T17:45:05+01:00')
  await act(async () => void (await vi.advanceTimersByTimeAsync(15_000)))
  expect(joins()).toHaveLength(1)
  at('2026-11-26T20:00:00+01:00')
  await act(() => Promise.resolve(void document.dispatchEvent(new Event('visibilitychange'))))
  expect(joins()).toEqual([])
})

it('where one is called first, the telephone stands first and is the big button', async () => {
  await add('e', 'event', { ...meeting, type: 'officeHour' })
  at('2026-11-26T18:30:00+01:00')
  opened.show(<EventPage id="e" day="" />)
  await heading('Vorstandssitzung')
  const names = screen.getAllByRole('link').map((one) => one.textContent)
  expect(names.indexOf('Anrufen')).toBeLessThan(names.indexOf('Teilnehmen'))
  expect(screen.getByRole('link', { name: 'Anrufen' }).className).toContain('primary')
  expect(joins()[0]?.className).not.toContain('primary')
})

it('the form asks for what fits the kind, and keeps what was filled in when the kind is changed', async () => {
  opened.show(<EventForm params={{}} />)
  await screen.findByLabelText('Wie heißt der Termin?')
  expect(screen.queryByLabelText(/^Link zum Videogespräch/)).toBeNull()
  press('Art des Termins angeben')
  fireEvent.click(screen.getByLabelText('Stammtisch'))
  fireEvent.input(screen.getByLabelText(/^Link zum Videogespräch/), { target: { value: 'meet.example.org' } })
  fireEvent.click(screen.getByLabelText('Tag der Städtepartnerschaften'))
  screen.getByLabelText(/^Programm/)
  expect(screen.getByLabelText<HTMLInputElement>(/^Link zum Videogespräch/).value).toBe('meet.example.org')
  fireEvent.input(screen.getByLabelText(/^Link zum Videogespräch/), { target: { value: '' } })
  screen.getByLabelText(/^Link zum Videogespräch/)
  fireEvent.click(screen.getByLabelText('Beratung'))
  const labels = [...document.querySelectorAll('label')].map((label) => label.textContent ?? '')
  const place = (start: string): number => labels.findIndex((label) => label.startsWith(start))
  expect(place('Mit dem Telefon')).toBeLessThan(place('Link zum'))
  expect(place('Link zum')).toBeLessThan(place('Wo?'))
  press('Mehr angeben')
  await screen.findByLabelText(/^Tagesordnung/)
  for (const label of [/^Link zum Videogespräch/, /^Mit dem Telefon/, /^Tagesordnung/, /^Programm/])
    expect(screen.getAllByLabelText(label)).toHaveLength(1)
})

it('the agenda is numbered on the page and on paper', async () => {
  await add('e', 'event', meeting)
  for (const page of [
    <EventPage key="page" id="e" day="" />,
    <PrintEvent key="paper" params={{ id: 'e' }} />,
  ]) {
    const { unmount } = opened.show(page)
    await heading('Vorstandssitzung')
    const points = within(screen.getByText('Begrüßung').closest('ol') as HTMLElement).getAllByRole('listitem')
    expect(points.map((point) => point.textContent)).toEqual(['Begrüßung', 'Kasse'])
    unmount()
  }
})

it('minutes begin with the agenda and those who said yes to that date, and open again for the next words', async () => {
  await keepSettings(opened.device, { myName: 'Renate Vogel' })
  await add('anna', 'person', { givenName: 'Anna', familyName: 'Nowak' })
  await add('bela', 'person', { givenName: 'Béla', familyName: 'Ősz' })
  await add('e', 'event', {
    ...series,
    project: 'p',
    'answers/2026-12-03/anna': 'yes',
    'answers/2026-12-03/bela': 'no',
    'answers/2026-12-10/bela': 'yes',
  })
  at('2026-12-04T09:00:00+01:00')
  const shown = <Minutes params={{ id: 'e', occasion: '2026-12-03' }} />
  const { unmount } = opened.show(shown)
  const box = await screen.findByLabelText<HTMLTextAreaElement>(/^Was wurde besprochen/)
  expect(box.value.replaceAll('\u00A0', ' ')).toBe(
    'Protokoll: Vorstandssitzung\nDonnerstag, 3. Dezember 2026\nDabei: Anna Nowak\n\n1. Begrüßung\n\n\n2. Kasse\n\n',
  )
  fireEvent.input(box, { target: { value: `${box.value}Geprüft.` } })
  press('Beschluss aufschreiben')
  fireEvent.input(screen.getByLabelText(/^Was ist beschlossen/), { target: { value: 'Bericht drucken' } })
  fireEvent.click(screen.getByLabelText(/^In einer Woche/))
  press('Fertig')
  await waitFor(async () => expect(await listOf(opened.notebook, 'step')).toHaveLength(1))
  const [[minutes], [step]] = [await listOf(opened.notebook, 'note'), await listOf(opened.notebook, 'step')]
  expect(minutes?.fields).toMatchObject({
    form: 'minutes',
    about: 'e',
    occasion: '2026-12-03',
    date: '2026-12-03',
  })
  expect(step?.fields).toMatchObject({
    text: 'Bericht drucken',
    until: '2026-12-11',
    about: 'e',
    project: 'p',
    from: minutes?.id,
  })
  unmount()
  opened.show(shown)
  const again = await screen.findByLabelText<HTMLTextAreaElement>(/^Was wurde besprochen/)
  expect(again.value).toContain('Geprüft.')
  expect(screen.queryByLabelText(/^Was ist beschlossen/)).toBeNull()
})

it('two who took the same time are both shown, and settle it; a person who is erased has taken none', async () => {
  const slots: Fields = { ...meeting, type: 'advice', 'slots/s': { date: '2026-11-26', time: '10:00' } }
  await add('anna', 'person', { givenName: 'Anna', familyName: 'Nowak' })
  await add('bela', 'person', { givenName: 'Béla', familyName: 'Ősz' })
  await add('e', 'event', { ...slots, 'taken/s/anna': true, 'taken/s/bela': true })
  opened.show(
    <>
      <EventPage id="e" day="" />
      <UndoLine />
    </>,
  )
  await screen.findByText('Anna Nowak und Béla Ősz möchten dieselbe Zeit. Klären Sie, wer sie bekommt.')
  press('Anna Nowak bekommt die Zeit')
  await screen.findByText('Vergeben: Anna Nowak')
  press('Rückgängig')
  await screen.findByText(/möchten dieselbe Zeit/)
  await unlink(opened.notebook, ['bela'])
  await screen.findByText('Vergeben: Anna Nowak')
  const versions = await opened.notebook.tables.versions.get('e')
  expect(isLinked(versions?.registers ?? {}, new Set(['bela']))).toBe(false)
  expect((await fields('e'))['slots/s']).toEqual({ date: '2026-11-26', time: '10:00' })
})

it('a time is taken and given back with one tap; readers see which are free', async () => {
  await keepSettings(opened.device, { myName: 'Renate Vogel' })
  await add('renate', 'person', { givenName: 'Renate', familyName: 'Vogel' })
  await add('e', 'event', {
    ...meeting,
    type: 'advice',
    'slots/past': { date: '2026-11-01', time: '10:00' },
    'slots/s': { date: '2026-11-26', time: '10:00' },
  })
  const { unmount } = opened.show(<EventPage id="e" day="" />)
  await screen.findByRole('button', { name: 'Diese Zeit nehmen' })
  press('Diese Zeit nehmen')
  await screen.findByText('Vergeben: Renate Vogel')
  expect(await fields('e')).toMatchObject({ 'taken/s/renate': true })
  press('Zeit zurückgeben')
  await screen.findByText('Noch frei')
  unmount()
  opened.show(
    <MayWriteContext.Provider value={false}>
      <EventPage id="e" day="" />
    </MayWriteContext.Provider>,
  )
  await screen.findByText('Noch frei')
  expect(screen.queryByRole('button', { name: 'Diese Zeit nehmen' })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Protokoll schreiben' })).toBeNull()
})

it('the times that are offered follow each other by half an hour', async () => {
  await add('e', 'event', { ...meeting, type: 'advice' })
  opened.show(<OfferSlots params={{ id: 'e' }} />)
  await screen.findByRole('button', { name: 'Noch eine Zeit' })
  press('Noch eine Zeit')
  await new Promise((resolve) => setTimeout(resolve, 600))
  press('Noch eine Zeit')
  press('Fertig')
  await waitFor(async () => {
    const kept = Object.entries(await fields('e')).filter(([field]) => field.startsWith('slots/'))
    const times = kept.map(([, value]) => (value as Fields)['time'])
    expect(new Set(times)).toEqual(new Set(['18:00', '18:30']))
  })
})

it('an invitation stands there for each language that is read, also where nobody is invited yet', async () => {
  await add('anna', 'person', {
    givenName: 'Anna',
    'languages/pl': true,
    'emails/1': { address: 'anna@example.org' },
  })
  await add('e', 'event', { ...series, 'invited/anna': true })
  const { unmount } = opened.show(<Invite params={{ id: 'e', day: '2026-12-10' }} />)
  const box = await screen.findByLabelText<HTMLTextAreaElement>('Text der Einladung')
  expect(box.lang).toBe('pl')
  expect(box.value.replaceAll('\u00A0', ' ')).toContain('czwartek, 10 grudnia 2026, 18:00–20:00')
  screen.getByRole('heading', { level: 2, name: '1 Person liest Polnisch' })
  fireEvent.input(box, { target: { value: 'Zapraszam!' } })
  expect(screen.getByRole('link', { name: 'E-Mail schreiben' }).getAttribute('href')).toBe(
    'mailto:?bcc=anna%40example.org&subject=Zaproszenie%3A%20Vorstandssitzung&body=Zapraszam!',
  )
  unmount()
  await add('e2', 'event', meeting)
  opened.show(<Invite params={{ id: 'e2' }} />)
  await screen.findByText(/Noch niemand ist eingeladen/)
  expect((await screen.findByLabelText<HTMLTextAreaElement>('Text der Einladung')).lang).toBe('de')
})

it('the open steps of one event are a list for its table', async () => {
  await add('anna', 'person', { givenName: 'Anna', familyName: 'Nowak' })
  await add('e', 'event', meeting)
  await add('s1', 'step', { text: 'Bus bestellen', about: 'e', who: 'anna', until: '2026-12-03' })
  await add('s2', 'step', { text: 'Schon getan', about: 'e', doneOn: '2026-11-20' })
  await add('s3', 'step', { text: 'Anderswo', about: 'x' })
  opened.show(<StepsOnPaper params={{ about: 'e' }} />)
  await screen.findByText('Bus bestellen')
  screen.getByText(/Anna Nowak, bis/)
  screen.getByRole('heading', { level: 2, name: 'Vorstandssitzung' })
  expect(screen.queryByText('Schon getan')).toBeNull()
  expect(screen.queryByText('Anderswo')).toBeNull()
})
