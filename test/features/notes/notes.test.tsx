// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { features } from '../../../src/app/features.ts'
import { remove } from '../../../src/db/bin.ts'
import { listOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import { NotesAbout } from '../../../src/features/notes/about.tsx'
import { findAbout } from '../../../src/features/notes/find-about.ts'
import { NoteForm } from '../../../src/features/notes/form.tsx'
import { GeneralNotes } from '../../../src/features/notes/list.tsx'
import { NotePage } from '../../../src/features/notes/page.tsx'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
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
  opened.clock.now += 1000
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  return record
}

const note = (text: string, about = '', date = '2026-11-22'): Promise<string> =>
  add('note', { text, about, date, author: 'Helga Brandt', language: 'de', writtenAt: date })

describe('a note', () => {
  const subjects: [string, string, string, Fields, string][] = [
    ['person', 'people', 'Person', { givenName: 'Anna', familyName: 'Nowak' }, 'Anna Nowak'],
    ['group', 'groups', 'Gruppe', { name: 'Chor' }, 'Chor'],
    ['project', 'projects', 'Projekt', { title: 'Chorreise' }, 'Chorreise'],
    ['event', 'events', 'Termin', { title: 'Stammtisch', date: '2026-12-01' }, 'Stammtisch'],
    ['visit', 'visits', 'Besuch', { town: 'Sopron', date: '2026-05-08' }, 'Sopron'],
    ['document', 'chronicle', 'Schriftstück', { title: 'Vertrag' }, 'Vertrag'],
  ]
  it.each(subjects)('can be about a %s, and leads there', async (kind, path, word, fields, name) => {
    const about = await add(kind, fields)
    const form = opened.show(<NoteForm params={{}} />, features)
    fireEvent.input(await screen.findByRole('textbox', { name: 'Was möchten Sie festhalten?' }), {
      target: { value: 'Der Bus ist bestellt.' },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Person, Projekt oder anderes aussuchen' }))
    fireEvent.input(await screen.findByRole('searchbox'), { target: { value: name.slice(0, 4) } })
    fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${name} ?${word}$`) }))
    expect(await screen.findByText(`${name}, ${word}`)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
    await waitFor(async () => expect(await listOf(opened.notebook, 'note')).toHaveLength(1))
    const [kept] = await listOf(opened.notebook, 'note')
    expect(kept?.about).toEqual([about])
    form.unmount()

    opened.show(<NotePage params={{ id: kept?.id ?? '' }} />, features)
    const link = await screen.findByRole('link', { name: new RegExp(`^${name} ?${word}$`) })
    expect(link.getAttribute('href')).toBe(`#/${path}/${about}`)
    expect(screen.getByRole('link', { name: 'Zurück' }).getAttribute('href')).toBe(`#/${path}/${about}`)
  })

  it('about something without a name says what kind of thing it is', async () => {
    const about = await add('document', { date: '1987' })
    opened.show(<NotePage params={{ id: await note('Lag im Keller.', about) }} />, features)
    expect((await screen.findByRole('link', { name: 'Schriftstück' })).getAttribute('href')).toBe(
      `#/chronicle/${about}`,
    )
  })

  it('about nothing, or about what is deleted, belongs to the general ones', async () => {
    const choir = await add('project', { title: 'Chorreise' })
    const id = await note('Noten bestellen', choir)
    await remove(opened.notebook, [choir])
    opened.show(<NotePage params={{ id }} />, features)
    await screen.findByText('Noten bestellen')
    expect(screen.queryByRole('link', { name: /Chorreise/ })).toBeNull()
    expect(screen.getByRole('link', { name: 'Zurück' }).getAttribute('href')).toBe('#/notes/general')
  })
})

it('general notes are those that are about nothing', async () => {
  const choir = await add('project', { title: 'Chorreise' })
  await note('Noten bestellen', choir)
  await note('Schlüssel beim Hausmeister')
  opened.show(<GeneralNotes />, features)
  expect(await screen.findByRole('heading', { level: 1, name: 'Allgemein' })).toBeTruthy()
  expect(await screen.findByText('Schlüssel beim Hausmeister')).toBeTruthy()
  expect(screen.queryByText('Noten bestellen')).toBeNull()
})

describe('the notes about something', () => {
  it('can be read where they stand while they are few, the newest first', async () => {
    const choir = await add('project', { title: 'Chorreise' })
    await note('Erste Zeile.\nZweite Zeile.', choir, '2026-11-20')
    await note('Neuer', choir, '2026-11-21')
    opened.show(<NotesAbout id={choir} />, features)
    const cards = await screen.findAllByRole('article')
    expect(cards.map((card) => card.querySelector('.written')?.textContent)).toEqual([
      'Neuer',
      'Erste Zeile.\nZweite Zeile.',
    ])
    const first = within(cards[0] as HTMLElement)
    expect(first.getByText(/^Helga Brandt, 21\.\sNovember 2026$/)).toBeTruthy()
    expect(first.getByRole('link', { name: 'Öffnen' })).toBeTruthy()
  })

  it('are a list to choose from when they are more', async () => {
    const choir = await add('project', { title: 'Chorreise' })
    for (const number of [1, 2, 3, 4]) await note(`Notiz ${number}`, choir, `2026-11-2${number}`)
    opened.show(<NotesAbout id={choir} />, features)
    const rows = await screen.findAllByRole('listitem')
    expect(rows.map((row) => row.querySelector('strong')?.textContent)).toEqual([
      'Notiz 4',
      'Notiz 3',
      'Notiz 2',
      'Notiz 1',
    ])
    expect(screen.queryByRole('article')).toBeNull()
  })
})

it('what is called so is found before what only speaks of it, and without a word the latest', async () => {
  const anna = await add('person', { givenName: 'Anna' })
  const visit = await add('visit', { town: 'Sopron', story: 'Anna hat übersetzt.', date: '2026-05-08' })
  await note('Anna anrufen')
  const ids = async (query: string): Promise<string[]> =>
    (await findAbout(opened.notebook, query)).map((row) => row.id)
  expect(await ids('anna')).toEqual([anna, visit])
  expect(await ids('')).toEqual([visit, anna])
  expect(await ids('Zug')).toEqual([])
})
