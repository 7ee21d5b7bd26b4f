// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rowOf } from '../../../src/db/find.ts'
import { ProjectsAbout } from '../../../src/features/projects/about.tsx'
import { OwedSheet } from '../../../src/features/projects/owed-sheet.tsx'
import { Owed } from '../../../src/features/projects/owed.tsx'
import { Projects } from '../../../src/features/projects/projects.tsx'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { openForTest } from '../../house/open.tsx'
import { add, tap } from './fill.ts'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  location.hash = '#/projects'
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  opened.close()
})

const list = (): HTMLElement => screen.getByRole('region', { name: 'Projekte' })
const page = (): HTMLElement => screen.getByRole('region', { name: 'Projekt' })
const lines = (around: Element): string[] =>
  [...around.querySelectorAll('a.row')].map((row) => row.textContent.trim())

it('the list says how each project stands, then what is owed and the notes that belong to none', async () => {
  const { notebook } = opened
  await add(notebook, 'project', { title: 'Rezeptheft', town: 'Whitby' })
  await add(notebook, 'project', { title: 'Reise', state: 'postponed', postponedTo: '2027-06-03' })
  await add(notebook, 'project', { title: 'Treffen', state: 'planned', town: 'Chełmno' })
  const feast = await add(notebook, 'project', { title: 'Fest', state: 'running', to: '2027-05-16' })
  await add(notebook, 'note', { text: 'Bus' })
  await add(notebook, 'note', { text: 'Saal', about: feast.id })
  opened.show(<Projects params={{}} />)
  await screen.findByText('1 Notiz ohne Projekt')
  expect(lines(list())).toEqual([
    'Festläuft, bis Mai 2027',
    'Treffengeplant, mit Chełmno',
    'RezeptheftIdee, mit Whitby',
    'Reiseverschoben, neu: Juni 2027',
    'IdeenbörseIdeen aufschreiben, vorstellen und übernehmen',
    'Was wir einander noch schulden1 verschobenes Projekt',
    'Allgemein1 Notiz ohne Projekt',
  ])
  expect(screen.getByText('Allgemein').closest('a')?.getAttribute('href')).toBe('#/notes/general')
  expect(within(list()).queryAllByRole('heading', { level: 2 })).toEqual([])

  fireEvent.input(screen.getByLabelText('Projekt suchen'), { target: { value: 'chelm' } })
  await waitFor(() => expect(lines(list())).toEqual(['Treffengeplant, mit Chełmno']))
})

it('many projects stand under headings, the way to the ideas below them', async () => {
  const states = ['running', 'planned', 'idea', 'done', 'cancelled', 'done', 'done', 'idea', 'running']
  for (const state of states) await add(opened.notebook, 'project', { title: state, state })
  opened.show(<Projects params={{}} />)
  await waitFor(() => expect(lines(list())).toHaveLength(states.length + 1))
  const headings = within(list()).getAllByRole('heading', { level: 2 })
  expect(headings.map((heading) => heading.textContent)).toEqual([
    'Läuft und geplant',
    'Ideen',
    'Abgeschlossen und abgesagt',
  ])
})

it('the page says what a project is for, what it costs and who does what', async () => {
  const { notebook } = opened
  const helga = await add(notebook, 'person', { givenName: 'Helga', role: 'Vorsitz' })
  const marta = await add(notebook, 'person', { givenName: 'Márta', role: 'Chor' })
  const choir = await add(notebook, 'group', { name: 'Stadtchor' })
  const project = await add(notebook, 'project', {
    title: 'Fest',
    state: 'agreed',
    goal: 'Wir feiern.',
    audience: 'alle',
    town: 'Sopron',
    from: '2027-05-12',
    to: '2027-05-16',
    planned: 120050,
    actual: 98000,
    currency: 'EUR',
    [`people/${helga.id}`]: 'leitet das Projekt',
    [`people/${marta.id}`]: '',
    [`groups/${choir.id}`]: true,
  })
  opened.show(<Projects params={{ id: project.id }} />)
  await within(page()).findByText('Helga')
  expect(within(page()).getByRole('heading', { level: 1 }).textContent).toBe('Fest')
  const said = page().textContent?.replace(/\s/g, ' ') ?? ''
  for (const words of [
    'Wir feiern.',
    'mit dem Amt vereinbart',
    '12.–16. Mai 2027',
    'mit Sopron',
    'Für wen: alle',
    'Kosten, geplant: 1.200,50 €',
    'Kosten, tatsächlich: 980 €',
  ])
    expect(said).toContain(words)
  expect(lines(page())).toEqual(['HHelgaleitet das Projekt', 'MMártaChor', 'Stadtchor'])
  const links = [...page().querySelectorAll('a.button')].map((link) => link.getAttribute('href'))
  expect(links).toEqual([
    `#/projects/${project.id}/state`,
    `#/projects/${project.id}/change`,
    `#/events/new/${project.id}`,
    `#/visits/new/${project.id}`,
    `#/notes/new/${project.id}`,
  ])
})

it('a postponed or cancelled project says why', async () => {
  const { notebook } = opened
  const postponed = await add(notebook, 'project', {
    title: 'Reise',
    state: 'postponed',
    postponedOn: '2026-03-01',
    postponedWhy: 'Kein Bus',
    postponedTo: '2027-06-03',
  })
  const cancelled = await add(notebook, 'project', {
    title: 'Kino',
    state: 'cancelled',
    cancelledWhy: 'Zu wenige',
    postponedWhy: 'früher',
  })
  const { unmount } = opened.show(<Projects params={{ id: postponed.id }} />)
  await within(page()).findByText('Grund: Kein Bus')
  expect(page().textContent?.replace(/\s/g, ' ')).toContain(
    'Verschoben seit 1. März 2026Grund: Kein BusNeuer Termin: 3. Juni 2027',
  )
  unmount()
  opened.show(<Projects params={{ id: cancelled.id }} />)
  await within(page()).findByText('Grund: Zu wenige')
  expect(page().textContent).not.toContain('früher')
})

it('a deleted project can be taken back at once, and later on its page', async () => {
  const { notebook } = opened
  const project = await add(notebook, 'project', { title: 'Fest' })
  opened.show(
    <>
      <Projects params={{ id: project.id }} />
      <UndoLine />
    </>,
  )
  await tap('button', 'Löschen')
  expect(await screen.findByText('Fest gelöscht.')).toBeTruthy()
  expect(await screen.findByText('Dieses Projekt liegt unter „Gelöschtes“.')).toBeTruthy()
  await tap('button', 'Rückgängig')
  await waitFor(async () => expect((await rowOf(notebook, project.id))?.list).toBe('project'))
  await tap('button', 'Löschen')
  await tap('button', 'Wieder\u00ADherstellen')
  await waitFor(async () => expect((await rowOf(notebook, project.id))?.list).toBe('project'))
})

it('what is owed is listed by town, on the screen and on paper, and nothing else is', async () => {
  const { notebook } = opened
  await add(notebook, 'project', {
    title: 'Reise',
    state: 'postponed',
    town: 'Sopron',
    postponedOn: '2026-03-01',
    postponedWhy: 'Kein Bus',
  })
  await add(notebook, 'project', { title: 'Schach', state: 'postponed' })
  await add(notebook, 'project', { title: 'Fest', state: 'running', town: 'Sopron' })
  const onScreen = opened.show(<Owed />)
  await screen.findByText('Reise')
  const towns = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
  expect(towns).toEqual(['Sopron', 'Ohne Partnerstadt'])
  expect(screen.queryByText('Fest')).toBeNull()
  const print = screen.getByRole('link', { name: 'Liste drucken' })
  expect(print.getAttribute('href')).toBe('#/projects/owed/print')
  onScreen.unmount()

  opened.show(<OwedSheet />)
  const sheet = await screen.findByRole('article')
  const said = sheet.textContent?.replace(/\s/g, ' ') ?? ''
  expect(said).toContain('SopronReiseVerschoben seit 1. März 2026Grund: Kein BusNoch kein neuer Termin')
  expect(said).toContain('Ohne PartnerstadtSchachVerschobenNoch kein neuer Termin')
  expect(said).not.toContain('Fest')
})

it('a person’s and a group’s page lists the projects with the part in them; where there is none, nothing', async () => {
  const { notebook } = opened
  const helga = await add(notebook, 'person', { givenName: 'Helga' })
  const choir = await add(notebook, 'group', { name: 'Stadtchor' })
  const nobody = await add(notebook, 'person', { givenName: 'Marek' })
  await add(notebook, 'project', { title: 'Heft', [`people/${helga.id}`]: '' })
  const feast = await add(notebook, 'project', {
    title: 'Fest',
    state: 'running',
    [`people/${helga.id}`]: 'leitet',
    [`groups/${choir.id}`]: true,
  })
  const person = opened.show(<ProjectsAbout id={helga.id} />)
  await screen.findByText('Fest')
  expect(lines(person.container)).toEqual(['Festleitetläuft', 'HeftIdee'])
  person.unmount()
  const group = opened.show(<ProjectsAbout id={choir.id} />)
  expect((await screen.findByText('Fest')).closest('a')?.getAttribute('href')).toBe(`#/projects/${feast.id}`)
  group.unmount()
  const none = opened.show(
    <>
      <ProjectsAbout id={nobody.id} />
      <ProjectsAbout id={helga.id} />
    </>,
  )
  await screen.findByText('Fest')
  expect(none.container.querySelectorAll('section')).toHaveLength(1)
})
