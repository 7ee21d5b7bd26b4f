// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { remove } from '../../../src/db/bin.ts'
import { workOut } from '../../../src/db/calendar/work-out.ts'
import { rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import { knownTowns } from '../../../src/db/towns.ts'
import { AllWithTown } from '../../../src/features/towns/all.tsx'
import { TownForm } from '../../../src/features/towns/form.tsx'
import { TownList } from '../../../src/features/towns/list.tsx'
import { OtherLinks } from '../../../src/features/towns/others.tsx'
import { TownPage } from '../../../src/features/towns/page.tsx'
import { TownsOnPaper } from '../../../src/features/towns/print.tsx'
import type { Fields } from '../../../src/shared/value.ts'
import { MayWriteContext } from '../../../src/ui/may-write.ts'
import { openForTest } from '../../house/open.tsx'

// Nothing scrolls into sight in happy-dom.
class Watcher {
  observe(): void {
    // All rows stand there already.
  }
  disconnect(): void {
    // Nothing was observed.
  }
}
Object.defineProperty(globalThis, 'IntersectionObserver', { value: Watcher, configurable: true })

let opened: Awaited<ReturnType<typeof openForTest>>

const records: readonly (readonly [id: string, kind: string, set: Fields])[] = [
  ['here', 'town', { name: 'Altenbrück', isOurs: true, country: 'DE' }],
  ['lodz', 'town', { name: 'Łódź', country: 'PL', 'names/de': 'Lodsch' }],
  ['pecs', 'town', { name: 'Pécs', country: 'HU' }],
  ['alone', 'town', { name: 'Whitby', country: 'GB' }],
  [
    'helga',
    'person',
    { givenName: 'Helga', familyName: 'Brandt', 'emails/1': { address: 'helga@example.org' } },
  ],
  ['anna', 'person', { givenName: 'Anna', familyName: 'Nowak', 'emails/1': { address: 'anna@example.org' } }],
  [
    'rests',
    'partnership',
    {
      name: 'Altenbrück – Łódź',
      here: 'here',
      there: 'lodz',
      state: 'resting',
      'people/anna': 'there',
      'people/helga': 'here',
    },
  ],
  [
    'goes',
    'partnership',
    {
      name: 'Altenbrück – Pécs',
      here: 'here',
      there: 'pecs',
      type: 'friendship',
      'dates/1': { date: '1987-05', type: 'decided', counts: 'both', source: '' },
    },
  ],
  ['fest', 'event', { title: 'Stadtfest', town: 'Pecs', date: '2026-12-05' }],
  [
    'visit',
    'visit',
    {
      title: 'Im Garten',
      town: 'Łódź',
      date: '2026-05-01',
      language: 'de',
      'in/pl/title': { text: 'W ogrodzie', of: '', by: '' },
    },
  ],
  ['plan', 'project', { title: 'Chorreise', town: 'Lodsch', state: 'planned' }],
]

beforeEach(async () => {
  opened = await openForTest()
  await save(
    opened.notebook,
    records.map(([record, kind, set]) => ({ record, kind, set, over: {} })),
  )
  await workOut(opened.notebook)
})

afterEach(() => {
  cleanup()
  opened.close()
})

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 520))

const texts = (node: ParentNode, selector: string): (string | null)[] =>
  [...node.querySelectorAll(selector)].map((one) => one.textContent)

it('stand by how their partnership stands, each with its country, its kind, since when, and what is next', async () => {
  const { container } = opened.show(<TownList />)
  await screen.findByRole('heading', { name: 'Aktiv' })
  const sections = [...container.querySelectorAll('section')].map((section) => [
    section.querySelector('h2')?.textContent,
    texts(section, '.row'),
  ])
  expect(sections).toEqual([
    ['Aktiv', ['1PécsUngarnFreundschaftSeit: Mai\u00A01987Als Nächstes: 5.\u00A0Dezember 2026, Stadtfest']],
    ['Ruht', ['2LodschPolenStädte\u00adpartner\u00adschaft']],
    ['Noch ohne Partnerschaft', ['3WhitbyVereinigtes Königreich']],
    ['Unser Ort', ['Altenbrück']],
  ])
  expect(screen.getByRole('link', { name: /Pécs/ }).getAttribute('href')).toBe('#/partnerships/goes')
  expect(screen.getByRole('link', { name: /Whitby/ }).getAttribute('href')).toBe('#/towns/alone')
})

it('lead to those that could become one, also as long as there is none', async () => {
  const fitting = (): Promise<HTMLElement> =>
    screen.findByRole('link', { name: 'Welche Stadt könnte passen?' })
  const { unmount } = opened.show(<TownList />)
  await screen.findByRole('heading', { name: 'Aktiv' })
  expect((await fitting()).getAttribute('href')).toBe('#/fit')
  unmount()
  await remove(opened.notebook, ['rests', 'goes', 'alone', 'lodz', 'pecs'])
  opened.show(<TownList />)
  await screen.findByRole('heading', { name: 'Unser Ort' })
  expect(screen.queryByRole('heading', { name: 'Aktiv' })).toBeNull()
  expect((await fitting()).getAttribute('href')).toBe('#/fit')
})

it('are printed in the same groups', async () => {
  opened.show(<TownsOnPaper />)
  const [first] = await screen.findAllByRole('table')
  expect(texts(first ?? document, 'tbody th, tbody td')).toEqual([
    '1. Pécs',
    'Ungarn, Freundschaft',
    'Mai\u00A01987',
    '5.\u00A0Dezember 2026, Stadtfest',
  ])
})

it('have a page that says what is planned, what was, and whom of us to write to', async () => {
  const { container } = opened.show(
    <MayWriteContext.Provider value={false}>
      <TownPage params={{ id: 'lodz' }} />
    </MayWriteContext.Provider>,
  )
  expect(await screen.findByRole('heading', { level: 1, name: 'Lodsch' })).toBeTruthy()
  expect(screen.getByText('Łódź, Polen')).toBeTruthy()
  await screen.findByRole('link', { name: 'E-Mail an Helga Brandt' })
  expect(screen.queryByRole('link', { name: /Anna/ })).toBeNull()
  const parts = [...container.querySelectorAll('section')].map((section) => texts(section, 'strong'))
  expect(parts.slice(0, 2)).toEqual([['Chorreise'], ['Im Garten']])
  expect(screen.queryByRole('button', { name: 'Löschen' })).toBeNull()
})

it('show everything with them in one list', async () => {
  opened.show(<AllWithTown params={{ id: 'lodz' }} />)
  expect(await screen.findByText('2 Einträge, das Neueste zuerst')).toBeTruthy()
  expect(texts(document, '.row strong')).toEqual(['Im Garten', 'Chorreise'])
})

it('get another name, and their partnerships with them', async () => {
  opened.show(<TownForm params={{ id: 'pecs' }} />)
  const names = within(await screen.findByRole('group', { name: 'Name in anderen Sprachen' }))
  fireEvent.input(names.getByRole('textbox', { name: /Deutsch/ }), { target: { value: 'Fünfkirchen' } })
  const place = within(screen.getByRole('group', { name: 'Name des Ortes' }))
  fireEvent.click(place.getByRole('button', { name: 'Anderen Ort wählen' }))
  fireEvent.click(await place.findByRole('button', { name: 'Mein Ort steht nicht da' }))
  fireEvent.input(await place.findByRole('textbox', { name: 'Name des Ortes' }), {
    target: { value: 'Pécsvárad' },
  })
  await pause()
  fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
  await waitFor(async () =>
    expect((await rowOf(opened.notebook, 'goes'))?.label).toBe('Altenbrück – Pécsvárad'),
  )
  expect((await rowOf(opened.notebook, 'pecs'))?.fields['names/de']).toBe('Fünfkirchen')
})

it('stand apart from links between other towns, which have a page of their own', async () => {
  const other = {
    type: 'partnership',
    'dates/1': { date: '1977', type: 'other', counts: 'both', source: '' },
  }
  await save(opened.notebook, [
    { record: 'dortmund', kind: 'town', set: { name: 'Dortmund', country: 'DE' }, over: {} },
    { record: 'leeds', kind: 'town', set: { name: 'Leeds', country: 'GB' }, over: {} },
    {
      record: 'others',
      kind: 'partnership',
      set: { name: 'Dortmund – Leeds', here: 'dortmund', there: 'leeds', ...other },
      over: {},
    },
  ])
  opened.show(<TownList />)
  const door = await screen.findByRole('link', { name: /Partnerschaften anderer Orte/ })
  expect(door.textContent).toContain('1 Partnerschaft')
  expect(screen.queryByText(/Leeds/)).toBeNull()
  cleanup()
  opened.show(<OtherLinks />)
  const line = await screen.findByRole('link', { name: /Leeds/ })
  expect(line.textContent).toBe(
    '1Dortmund – LeedsVereinigtes KönigreichStädte\u00adpartner\u00adschaftSeit: 1977Als Nächstes: 2027, 50 Jahre',
  )
})

it('are not offered as our partners where they are others’', async () => {
  await save(opened.notebook, [
    { record: 'dortmund', kind: 'town', set: { name: 'Dortmund' }, over: {} },
    { record: 'leeds', kind: 'town', set: { name: 'Leeds' }, over: {} },
    { record: 'others', kind: 'partnership', set: { here: 'dortmund', there: 'leeds' }, over: {} },
  ])
  expect(await knownTowns(opened.notebook)).toEqual(['Łódź', 'Pécs', 'Whitby'])
})
