// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listOf, rowOf } from '../../../src/db/find.ts'
import { pagesOf } from '../../../src/db/pages.ts'
import { newPhoto } from '../../../src/db/photo.ts'
import { save } from '../../../src/db/save.ts'
import type { Row } from '../../../src/db/show.ts'
import { DocumentsAbout } from '../../../src/features/chronicle/about.tsx'
import { DocumentForm } from '../../../src/features/chronicle/form.tsx'
import { Chronicle } from '../../../src/features/chronicle/list.tsx'
import { DocumentPage } from '../../../src/features/chronicle/page.tsx'
import { feature as projects } from '../../../src/features/projects/feature.ts'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
  location.hash = ''
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

const shrunk = {
  type: 'image/jpeg',
  bytes: new ArrayBuffer(8),
  thumb: new ArrayBuffer(4),
  width: 3,
  height: 4,
}

async function addPages(document: string, count: number): Promise<string[]> {
  const photos = Array.from({ length: count }, (_, index) => newPhoto(shrunk, document, 1000, index + 1))
  await save(
    opened.notebook,
    photos.map((photo) => photo.edit),
    photos.map((photo) => photo.bytes),
  )
  return photos.map((photo) => photo.id)
}

const press = async (name: string): Promise<void> =>
  void fireEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: string): Promise<void> =>
  void fireEvent.click(await screen.findByRole('radio', { name }))
const type = async (name: string | RegExp, value: string): Promise<void> =>
  void fireEvent.input(await screen.findByRole('textbox', { name }), { target: { value } })
const documents = (): Promise<Row[]> => listOf(opened.notebook, 'document')

it('a paper is kept with all that was said of it, and without a page if it has a title', async () => {
  const { notebook } = opened
  const anna = await add('person', { givenName: 'Anna', familyName: 'Nowak', town: 'Kraków' })
  const choir = await add('project', { title: 'Chorreise' })
  opened.show(<DocumentForm params={{ about: anna }} />)
  await type('Titel', 'Brief aus Kraków')
  await choose('Brief')
  await choose('Monat und Jahr')
  await type('Monat', 'maja')
  await type('Jahr', '1987')
  expect((await screen.findAllByText(/^Mai\s1987$/)).length).toBe(1)
  await choose('Kraków')
  await press('Projekt aussuchen')
  await press('Chorreise')
  await type(/^Was steht darin\?/, 'Wir kommen im Mai.')
  await press('Fertig')
  await waitFor(async () => expect(await documents()).toHaveLength(1))
  const [kept] = await documents()
  expect(kept?.fields).toMatchObject({
    title: 'Brief aus Kraków',
    type: 'letter',
    date: '1987-05',
    town: 'Kraków',
    text: 'Wir kommen im Mai.',
    language: 'de',
    [`people/${anna}`]: true,
    project: choir,
  })
  expect(kept?.about).toEqual([choir, anna])
  await waitFor(() => expect(location.hash).toBe(`#/chronicle/${kept?.id}`))
  expect(await pagesOf(notebook, kept?.id ?? '')).toEqual([])
})

it('nothing at all is refused in plain words, and nothing is kept', async () => {
  opened.show(<DocumentForm params={{}} />)
  await press('Fertig')
  expect(await screen.findByText(/Nehmen Sie eine Seite auf oder schreiben Sie einen Titel\./)).toBeTruthy()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await documents()).toEqual([])
  expect(location.hash).toBe('')
})

it('a date that cannot be is told at the field, and what was typed stays', async () => {
  opened.show(<DocumentForm params={{}} />)
  await type('Titel', 'Vertrag')
  await choose('Genaues Datum')
  await type('Tag', '35')
  await type('Monat', 'Mai')
  await type('Jahr', '1987')
  expect(screen.queryByRole('alert')).toBeNull()
  await press('Fertig')
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Prüfen Sie Tag, Monat und Jahr, zum Beispiel 3. Mai 1987.',
  )
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Tag' }).value).toBe('35')
  await type('Tag', '3')
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  // A second tap within half a second is a trembling hand.
  await new Promise((resolve) => setTimeout(resolve, 550))
  await press('Fertig')
  await waitFor(async () => expect((await documents())[0]?.fields['date']).toBe('1987-05-03'))
})

it('a decade is one tap, and not knowing is an answer', async () => {
  const id = await add('document', { title: 'Ratsbeschluss', date: '1987-05' })
  opened.show(<DocumentForm params={{ id }} />)
  await choose('Ungefähr: Jahrzehnt')
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: '1980er' })).checked).toBe(true)
  await choose('1960er')
  await waitFor(async () =>
    expect((await opened.notebook.tables.drafts.toArray())[0]?.set).toEqual({ date: '196' }),
  )
  await choose('Weiß ich nicht')
  await press('Fertig')
  await waitFor(async () => expect((await rowOf(opened.notebook, id))?.fields['date']).toBe(''))
})

it('pages are moved and deleted one by one, and a deleted one comes back', async () => {
  const { notebook } = opened
  const id = await add('document', { title: 'Vertrag' })
  const [one = '', two = '', three = ''] = await addPages(id, 3)
  opened.show(
    <>
      <DocumentForm params={{ id }} />
      <UndoLine />
    </>,
  )
  const order = async (): Promise<string[]> => (await pagesOf(notebook, id)).map((page) => page.id)
  expect(await screen.findByText('Seite 3')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Seite 1 nach vorn' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Seite 3 nach hinten' })).toBeNull()
  await press('Seite 3 nach vorn')
  await waitFor(async () => expect(await order()).toEqual([one, three, two]))
  expect(await screen.findByText('Das ist jetzt Seite 2.')).toBeTruthy()
  await press('Seite 1 löschen')
  await waitFor(async () => expect(await order()).toEqual([three, two]))
  await press('Fertig')
  await waitFor(async () => expect((await rowOf(notebook, id))?.photo).toBe(three))
  await press('Rückgängig')
  await waitFor(async () => expect(await order()).toEqual([one, three, two]))
})

it('the chronicle shows its decades, finds what a text says, and begins where one jumps to', async () => {
  await add('document', { title: 'Brief', date: '1962-06', type: 'letter' })
  await add('document', { date: '198', type: 'article', text: 'Der Bürgermeister kam mit dem Zug.' })
  await add('document', { title: 'Programm', date: '1987', town: 'Sopron' })
  await add('document', { title: 'Foto' })
  await add('document', { title: 'Fest', date: '2012' })
  await add('document', { title: 'Vertrag', date: '2003-05-01' })
  opened.show(<Chronicle />)
  const headings = (): string[] =>
    screen.queryAllByRole('heading', { level: 2 }).map((heading) => heading.textContent ?? '')
  await waitFor(() =>
    expect(headings()).toEqual([
      '1960er Jahre',
      '1980er Jahre',
      '2000er Jahre',
      '2010er Jahre',
      'Ohne Datum',
    ]),
  )
  const [, eighties] = screen.getAllByRole('list')
  if (!eighties) throw new Error('no list of the eighties')
  const links = within(eighties).getAllByRole('link')
  expect(links.map((link) => link.textContent)).toEqual(['Zeitungsartikel1980er Jahre', 'Programm1987Sopron'])

  await press('2000er')
  await waitFor(() => expect(headings()).toEqual(['2000er Jahre', '2010er Jahre', 'Ohne Datum']))
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'burgermeister zug' } })
  await waitFor(() => expect(headings()).toEqual(['1980er Jahre']))
  expect(await screen.findByText('1 Schriftstück gefunden')).toBeTruthy()
})

it('the page of a paper shows all its pages, who is on it, and its words in their own language', async () => {
  const anna = await add('person', { givenName: 'Anna', familyName: 'Nowak' })
  const choir = await add('project', { title: 'Chorreise' })
  const id = await add('document', {
    title: 'List z Krakowa',
    type: 'letter',
    date: '1987-05',
    town: 'Kraków',
    text: 'Przyjeżdżamy w maju.',
    language: 'pl',
    project: choir,
    [`people/${anna}`]: true,
  })
  const pages = await addPages(id, 2)
  opened.show(<DocumentPage params={{ id }} />, [projects])
  expect((await screen.findByRole('heading', { level: 1 })).lang).toBe('pl')
  expect((await screen.findByText('Przyjeżdżamy w maju.')).lang).toBe('pl')
  expect(screen.getByText(/^Mai\s1987$/)).toBeTruthy()
  for (const [index, page] of pages.entries()) {
    const image = await screen.findByAltText(`Seite ${index + 1}`)
    expect(image.closest('a')?.getAttribute('href')).toBe(`#/photos/${page}`)
  }
  const link = async (name: RegExp): Promise<string | null> =>
    (await screen.findByRole('link', { name })).getAttribute('href')
  expect(await link(/^Anna Nowak/)).toBe(`#/people/${anna}`)
  expect(await link(/^Chorreise/)).toBe(`#/projects/${choir}`)
})

it('a deleted paper says where it lies and comes back whole', async () => {
  const id = await add('document', { title: 'Vertrag', date: '1987' })
  opened.show(<DocumentPage params={{ id }} />)
  await press('Löschen')
  expect(await screen.findByText('Dieses Schriftstück liegt unter „Gelöschtes“.')).toBeTruthy()
  await press('Wieder\u00ADherstellen')
  await waitFor(async () => expect(await documents()).toHaveLength(1))
  expect(await screen.findByText('1987')).toBeTruthy()
})

it('projects offer to add a paper; people show theirs only where there are some', async () => {
  const choir = await add('project', { title: 'Chorreise' })
  const anna = await add('person', { givenName: 'Anna' })
  const marek = await add('person', { givenName: 'Marek' })
  await add('document', { title: 'Brief', [`people/${anna}`]: true })
  const { unmount } = opened.show(<DocumentsAbout id={choir} />)
  const adding = await screen.findByRole('link', { name: 'Schriftstück aufnehmen' })
  expect(adding.getAttribute('href')).toBe(`#/chronicle/new/${choir}`)
  unmount()
  opened.show(
    <>
      <section aria-label="Anna">
        <DocumentsAbout id={anna} />
      </section>
      <section aria-label="Marek">
        <DocumentsAbout id={marek} />
      </section>
    </>,
  )
  expect(await within(screen.getByRole('region', { name: 'Anna' })).findByText('Brief')).toBeTruthy()
  expect(screen.getByRole('region', { name: 'Marek' }).textContent).toBe('')
})
