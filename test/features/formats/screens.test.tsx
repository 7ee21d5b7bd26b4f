// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listAbout, listOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import { FormatAbout } from '../../../src/features/formats/about.tsx'
import { FormatPage } from '../../../src/features/formats/format.tsx'
import { keep } from '../../../src/features/formats/kept.ts'
import { FormatList } from '../../../src/features/formats/list.tsx'
import { FormatSheet } from '../../../src/features/formats/sheet.tsx'
import { WishesPage } from '../../../src/features/formats/wishes.tsx'
import { feature as events } from '../../../src/features/events/feature.ts'
import { feature as projects } from '../../../src/features/projects/feature.ts'
import { newId } from '../../../src/shared/ids.ts'
import { MayWriteContext } from '../../../src/ui/may-write.ts'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  location.hash = '#/formats'
  keep({ wishes: {}, query: '' })
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  opened.close()
})

const titles = (): string[] =>
  [...document.querySelectorAll('a.row[href^="#/formats/"] b')].map((title) => title.textContent)
const choose = (legend: string, answer: string): void => {
  const group = screen.getByRole('group', { name: legend })
  fireEvent.click(within(group).getByLabelText(answer))
}
const plain = (text: string): string => text.replaceAll('\u00A0', ' ')

it('the list says how many formats there are, is searched by words, and leads to the ideas of others', async () => {
  opened.show(<FormatList />)
  expect(plain((await screen.findByText(/22\sFormate passen/)).textContent)).toBe('22 Formate passen.')
  expect(screen.getByText('Zur Ideenbörse').closest('a')?.getAttribute('href')).toBe('#/ideas')
  fireEvent.input(screen.getByLabelText('Format suchen'), { target: { value: 'kuche' } })
  await waitFor(() => expect(titles()).toEqual(['Gemeinsam kochen vor der Kamera']))
})

it('answers that are given are kept for whoever opens a format and comes back, and can be taken back', async () => {
  const first = opened.show(<WishesPage />)
  await screen.findByText(/22\sFormate passen/)
  choose('Jung oder alt?', 'junge Leute')
  choose('Mit oder ohne Reise?', 'bei einem Besuch')
  await screen.findByText(/^\d\sFormate passen/)
  first.unmount()
  opened.show(<FormatList />)
  await screen.findByText('Spieleabend der Jugend')
  const before = titles().length
  fireEvent.click(screen.getByRole('button', { name: 'bei einem Besuch' }))
  await waitFor(() => expect(titles().length).toBeGreaterThan(before))
  expect(screen.queryByRole('button', { name: 'bei einem Besuch' })).toBeNull()
  expect(screen.getByRole('button', { name: 'junge Leute' })).toBeTruthy()
})

it('where nothing fits it says so and names the answers to take back, with what is found then', async () => {
  keep({ wishes: { people: 'crowd', ages: 'young', travel: 'with' } })
  opened.show(<FormatList />)
  await screen.findByText('Dazu passt noch kein Format.')
  const ways = screen.getAllByRole('button', { name: /^„/ })
  expect(ways.length).toBeGreaterThan(0)
  fireEvent.click(ways[0] as HTMLElement)
  await waitFor(() => expect(titles().length).toBeGreaterThan(0))
})

it('a search that finds nothing among the answers can be taken back alone', async () => {
  keep({ wishes: { ages: 'young' }, query: 'xyz' })
  opened.show(<FormatList />)
  fireEvent.click(await screen.findByRole('button', { name: 'Das Suchwort wegnehmen' }))
  await screen.findByText('Spieleabend der Jugend')
})

it('a format says what it is for, how it goes, what to mind and where it worked', async () => {
  opened.show(<FormatPage params={{ id: 'kochen' }} />)
  await screen.findByRole('heading', { level: 1, name: 'Gemeinsam kochen vor der Kamera' })
  const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
  expect(headings).toEqual([
    'So geht es',
    'Das brauchen Sie',
    'Darauf achten',
    'Danach',
    'Wo es gelungen ist',
    'Machen Sie etwas daraus',
  ])
  expect(screen.getByText('jumelage.eu').closest('a')?.getAttribute('href')).toMatch(
    /^https:\/\/www\.jumelage/,
  )
  expect(document.querySelectorAll('ol.numbered > li')).toHaveLength(5)
})

it('one tap makes an event with its steps in one go, leads to its form, and is undone with one tap', async () => {
  location.hash = '#/formats/kochen'
  opened.show(
    <>
      <FormatPage params={{ id: 'kochen' }} />
      <UndoLine />
    </>,
  )
  fireEvent.click(await screen.findByText('Termin daraus machen'))
  await screen.findByText(/^Angelegt: Gemeinsam kochen vor der Kamera\. Nächste Schritte: 6\.$/)
  const [event] = await listOf(opened.notebook, 'event')
  expect(event?.fields['date']).toBe('2027-01-10')
  expect(await listAbout(opened.notebook, event?.id ?? '')).toHaveLength(6)
  expect(location.hash).toBe(`#/events/${event?.id ?? ''}`)
  expect(await opened.notebook.tables.outbox.count()).toBe(7)
  fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }))
  await waitFor(async () => {
    expect(await listOf(opened.notebook, 'event')).toEqual([])
    expect(await listOf(opened.notebook, 'step')).toEqual([])
    expect(location.hash).toBe('#/formats/kochen')
  })
})

it('another day moves all steps with it; one that is no day, or over, makes nothing', async () => {
  opened.show(<FormatPage params={{ id: 'foto' }} />)
  fireEvent.click(await screen.findByLabelText('Anderes Datum'))
  fireEvent.click(screen.getByText('Projekt daraus machen'))
  await screen.findByText('Geben Sie Tag, Monat und Jahr ein.')
  const type = (date: readonly string[]): void => {
    const boxes = screen.getByText('Welches Datum?').closest('fieldset')?.querySelectorAll('input')
    date.forEach((part, at) => fireEvent.input(boxes?.[at] as HTMLInputElement, { target: { value: part } }))
  }
  type(['1', '5', '2020'])
  await screen.findByText('Dieser Tag ist schon vorbei. Geben Sie einen späteren ein.')
  expect(await listOf(opened.notebook, 'project')).toEqual([])
  type(['1', '5', '2027'])
  await new Promise((resolve) => setTimeout(resolve, 600))
  fireEvent.click(screen.getByText('Projekt daraus machen'))
  await waitFor(async () => expect(await listOf(opened.notebook, 'project')).toHaveLength(1))
  const steps = await listOf(opened.notebook, 'step')
  expect(steps.map(({ fields }) => fields['until'])).toContain('2027-03-06')
})

it('what this notebook made of a format stands with it, and leads back to it', async () => {
  const record = newId()
  const set = { title: 'Kochabend mit Whitby', date: '2026-05-08', format: 'kochen' }
  await save(opened.notebook, [{ record, kind: 'event', set, over: {} }])
  const page = opened.show(<FormatPage params={{ id: 'kochen' }} />, [events, projects])
  const row = (await screen.findByText('Kochabend mit Whitby')).closest('a')
  expect(row?.getAttribute('href')).toBe(`#/events/${record}`)
  expect(plain(row?.textContent ?? '')).toContain('Termin, 8. Mai 2026')
  page.unmount()
  opened.show(<FormatAbout id={record} />)
  const back = (await screen.findByText('Gemeinsam kochen vor der Kamera')).closest('a')
  expect(back?.getAttribute('href')).toBe('#/formats/kochen')
})

it('a record that was made of no format, or of one of a newer version, says nothing of the handbook', async () => {
  const record = newId()
  const set = { title: 'Fest', format: 'moonwalk' }
  await save(opened.notebook, [{ record, kind: 'project', set, over: {} }])
  const { container } = opened.show(<FormatAbout id={record} />)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(container.textContent).toBe('')
})

it('whoever may only read is offered nothing to make', async () => {
  opened.show(
    <MayWriteContext.Provider value={false}>
      <FormatPage params={{ id: 'stammtisch' }} />
    </MayWriteContext.Provider>,
  )
  await screen.findByText('Wo es gelungen ist')
  expect(screen.queryByText('Machen Sie etwas daraus')).toBeNull()
})

it('a format that is not there leads to the handbook', async () => {
  opened.show(<FormatPage params={{ id: 'moonwalk' }} />)
  const link = await screen.findByRole('link', { name: 'Zum Handbuch der Formate' })
  expect(link.getAttribute('href')).toBe('#/formats')
})

it('the sheet has the checklist and the text of the invitation', async () => {
  opened.show(<FormatSheet params={{ id: 'briefe' }} />)
  const sheet = await screen.findByRole('article')
  await within(sheet).findByText('Das Paket abschicken')
  expect(within(sheet).getByText(/^Schreiben Sie gern Briefe\?/)).toBeTruthy()
})
