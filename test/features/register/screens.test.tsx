// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listOf, rowOf } from '../../../src/db/find.ts'
import { keepBase, keepPage } from '../../../src/db/register/keep.ts'
import { registerHere } from '../../../src/db/register/open.ts'
import { change } from '../../../src/db/save.ts'
import type { Row } from '../../../src/db/show.ts'
import { RegisterScreen } from '../../../src/features/register/list.tsx'
import { Confirm } from '../../../src/features/register/publish/confirm.tsx'
import { PublicationForm } from '../../../src/features/register/publish/form.tsx'
import { PublicationPage } from '../../../src/features/register/publish/page.tsx'
import { ReportEntry } from '../../../src/features/register/report.tsx'
import type { Contents } from '../../../src/shared/register/content.ts'
import type { FeedItem } from '../../../src/shared/register/feed.ts'
import type { EntryType } from '../../../src/shared/register/words.ts'
import type { Fields } from '../../../src/shared/value.ts'
import type { Edition } from '../../../src/sync/verbs.ts'
import { exchangeThat } from '../../house/exchanger.ts'
import { openForTest } from '../../house/open.tsx'
import { contentOf, contents } from '../../shared/register/entries.ts'
import { member, shareInTest } from '../members/circle.ts'
import { add, tap, tapAgain, type } from '../projects/fill.ts'

let opened: Awaited<ReturnType<typeof openForTest>>
const register = registerHere()

beforeEach(async () => {
  location.hash = '#/register'
  opened = await openForTest()
  await Promise.all(register.tables.map((table) => table.clear()))
  await shareInTest(opened.notebook, { members: [member('Renate', 'coordinator', { isThis: true })] })
  exchangeThat()
})

afterEach(() => {
  cleanup()
  opened.close()
})

/** The words as they are read, without the places where long ones may be parted, or lines must not. */
const seen = (): string => document.body.textContent.replaceAll('\u00AD', '').replaceAll('\u00A0', ' ')
const says = (words: string): Promise<void> => waitFor(() => expect(seen()).toContain(words))

const publications = (): Promise<Row[]> => listOf(opened.notebook, 'publication')

const item = <T extends EntryType>(at: number, kind: T, content: Contents[T]): FeedItem => {
  const entry = String(at).padStart(32, '0')
  const statement = { entry, publisher: entry, device: entry, type: kind, revision: 1, content }
  return { state: 'published', n: at, at, signature: '', key: '', statement } as FeedItem
}

const draft: Fields = {
  type: 'advice',
  about: '',
  entry: 'e'.repeat(32),
  association: 'Verein Altenbrück',
  title: 'Wer hat Notenständer?',
  language: 'de',
  'texts/de': 'Anna Kowalska sucht zwanzig.',
  'texts/pl': 'Szukamy dwudziestu.',
  mail: 'verein@example.org',
  writtenAt: '2026-11-20T10:00:00.000Z',
}

describe('the form', () => {
  beforeEach(() => {
    location.hash = '#/register/advice'
  })

  it('says in one go what can’t stand there so, keeps what was typed, and lets nothing through', async () => {
    opened.show(<PublicationForm params={{}} />)
    await type('Name des Vereins', ' ')
    await type('E-Mail-Adresse', 'verein@')
    await type('Internetseite', 'dort oben')
    await type('Telefon\u00ADnummer', 'auf Zuruf')
    await tap('button', 'Fertig, ansehen')
    await says('Geben Sie den Namen des Vereins ein.')
    await says('Geben Sie eine Überschrift ein.')
    await says('So führt die Adresse nirgends hin.')
    await says('Schreiben Sie nur Ziffern')
    expect(screen.getByDisplayValue('verein@')).toBeTruthy()
    expect(location.hash).toBe('#/register/advice')
    expect(await publications()).toEqual([])
  })

  it('keeps a paragraph in each language by itself, the reader’s own first', async () => {
    opened.show(<PublicationForm params={{}} />)
    const group = within(await screen.findByRole('group', { name: /^Unsere Frage/ }))
    const boxes = group.getAllByRole('textbox')
    expect(boxes.map((box) => box.getAttribute('lang'))).toEqual(['de', 'en', 'pl', 'hu'])
    await type('Überschrift', 'Wer hat Notenständer?')
    await type('Name des Vereins', 'Verein Altenbrück')
    fireEvent.input(boxes[0] as Element, { target: { value: 'Für den Chor.' } })
    fireEvent.input(boxes[3] as Element, { target: { value: 'A kórusnak.' } })
    await tap('button', 'Fertig, ansehen')
    await waitFor(async () => expect(await publications()).toHaveLength(1))
    const [row] = await publications()
    expect(row?.fields).toMatchObject({
      type: 'advice',
      title: 'Wer hat Notenständer?',
      'texts/de': 'Für den Chor.',
      'texts/hu': 'A kórusnak.',
    })
    expect(row?.fields['revision']).toBeUndefined()
    expect(row?.fields['entry']).toMatch(/^[0-9a-f]{32}$/)
  })

  it('asks for both towns of a partnership, and offers none without a country', async () => {
    const [here, there] = [
      await add(opened.notebook, 'town', { name: 'Altenbrück', country: 'DE', isOurs: true }),
      await add(opened.notebook, 'town', { name: 'Nowy Most', country: 'PL' }),
    ]
    await add(opened.notebook, 'town', { name: 'Irgendwo' })
    const about = await add(opened.notebook, 'partnership', { here: here.id, there: there.id, name: 'Wir' })
    await add(opened.notebook, 'notebook', { name: 'Altenbrück' })
    opened.show(<PublicationForm params={{ about: about.id }} />)
    await screen.findByLabelText(/^Nowy Most/)
    expect(screen.queryByLabelText(/^Irgendwo/)).toBeNull()
    await says('1 Ort hat kein Land.')
    await type('Name des Vereins', 'Verein Altenbrück')
    fireEvent.click(screen.getByLabelText(/^Nowy Most/))
    await tap('button', 'Fertig, ansehen')
    await says('Wählen Sie mindestens zwei Orte.')
    fireEvent.click(screen.getByLabelText(/^Nowy Most/))
    await tapAgain('Fertig, ansehen')
    await waitFor(async () => expect(await publications()).toHaveLength(1))
  })
})

describe('before it is public', () => {
  const anna = { givenName: 'Anna', familyName: 'Kowalska', 'emails/1': { address: 'anna@example.org' } }

  it('one sees what all will see: a person’s name and address only with their recorded consent', async () => {
    const person = await add(opened.notebook, 'person', anna)
    const row = await add(opened.notebook, 'publication', { ...draft, mail: 'anna@example.org' })
    opened.show(<Confirm params={{ id: row.id }} />)
    await says('Szukamy dwudziestu.')
    await says('Ohne Zustimmung bleiben Namen weg: Anna Kowalska')
    await says('Diese Adresse oder Nummer gehört einer Person und bleibt weg.')
    expect(seen()).not.toContain('Anna Kowalska sucht')
    expect(seen()).not.toContain('anna@example.org')
    cleanup()
    await change(opened.notebook, [person.id], { publicOn: '2026-11-01' })
    opened.show(<Confirm params={{ id: row.id }} />)
    await says('Anna Kowalska sucht zwanzig.')
    await says('anna@example.org')
    expect(seen()).not.toContain('Ohne Zustimmung')
  })

  it('nothing is called public before the exchange has it, which gets exactly what was to be seen', async () => {
    const row = await add(opened.notebook, 'publication', draft)
    const exchange = exchangeThat({ publish: () => undefined })
    opened.show(<Confirm params={{ id: row.id }} />)
    await tap('button', 'Veröffent\u00ADlichen')
    await waitFor(async () => expect((await rowOf(opened.notebook, row.id))?.fields['revision']).toBe(1))
    const [edition] = exchange.last('publish') as [Edition]
    expect(edition).toMatchObject({ entry: draft['entry'], type: 'advice', revision: 1 })
    expect(edition.content?.text).toMatchObject({
      de: 'Anna Kowalska sucht zwanzig.',
      pl: 'Szukamy dwudziestu.',
    })
    const fields = (await rowOf(opened.notebook, row.id))?.fields
    expect(fields).toMatchObject({ withdrawnAt: '', published: edition.content })
  })

  it.each([
    ['offline', 'Kein Internet.'],
    ['refused', 'Das Verzeichnis hat es nicht angenommen.'],
    ['full', 'Mehr Einträge nimmt das Verzeichnis nicht.'],
    ['stale', 'Jemand hat den Eintrag inzwischen geändert.'],
    ['too-often', 'Das war sehr oft hintereinander.'],
  ])('where the exchange says %s, it stays a draft and one reads why', async (code, words) => {
    const row = await add(opened.notebook, 'publication', draft)
    exchangeThat({ publish: () => code })
    opened.show(<Confirm params={{ id: row.id }} />)
    await tap('button', 'Veröffent\u00ADlichen')
    await says(words)
    expect((await rowOf(opened.notebook, row.id))?.fields).toEqual(row.fields)
  })

  it('who doesn’t coordinate sees no button, and who to ask', async () => {
    await shareInTest(opened.notebook, { members: [member('Renate', 'coordinator')] }, 'member')
    const row = await add(opened.notebook, 'publication', draft)
    opened.show(<Confirm params={{ id: row.id }} />)
    await says('Veröffentlichen kann, wer koordiniert: Renate')
    expect(screen.queryAllByRole('button')).toEqual([])
  })
})

it('withdrawing takes one tap; where that fails, it is said to stand there still', async () => {
  const shown = { ...draft, revision: 1, publishedAt: '2026-11-20', changedAt: '2026-11-20', withdrawnAt: '' }
  const row = await add(opened.notebook, 'publication', shown)
  const exchange = exchangeThat({ publish: () => 'offline' })
  opened.show(<PublicationPage params={{ id: row.id }} />)
  await tap('button', 'Aus dem Verzeich\u00ADnis nehmen')
  await says('Der Eintrag steht noch im Verzeichnis.')
  expect((await rowOf(opened.notebook, row.id))?.fields).toEqual(row.fields)
  exchange.answers = {}
  await tapAgain('Aus dem Verzeich\u00ADnis nehmen')
  await says('Herausgenommen am 22. November 2026')
  expect(exchange.last('publish')).toEqual([
    { entry: draft['entry'], type: 'advice', revision: 2, content: null },
  ])
})

it('a report says what is missing, and that it was not sent', async () => {
  await keepPage(register, { items: [item(1, 'idea', contents.idea)], restart: false }, {})
  const exchange = exchangeThat({ reportEntry: () => 'offline' })
  opened.show(<ReportEntry params={{ entry: '1'.padStart(32, '0') }} />)
  await tap('button', 'Melden')
  await says('Schreiben Sie in ein paar Worten, was nicht stimmt.')
  expect(exchange.last('reportEntry')).toBeUndefined()
  await type('Was stimmt nicht?', ' Werbung ')
  await tapAgain('Melden')
  await says('Es ist noch nicht gemeldet.')
  exchange.answers = {}
  await tapAgain('Melden')
  await says('Gemeldet.')
  expect(exchange.last('reportEntry')).toEqual([{ entry: '1'.padStart(32, '0'), text: 'Werbung', mail: '' }])
})

describe('the register on the device', () => {
  const towns = ['Neustadt', 'Neudorf', 'Neuhaus'].map((name, at) => ({
    name,
    country: 'DE',
    lat: 50 + at,
    lon: 10,
    population: 900 - at,
    wikidata: '',
  }))

  beforeEach(async () => {
    const items = Array.from({ length: 20 }, (_, at) =>
      item(at + 1, 'idea', contentOf('idea', { title: `Neue Idee ${at + 1}` })),
    )
    const hostile = item(40, 'advice', contentOf('advice', { title: '\u202ETurned <b>x</b>' }))
    await keepPage(register, { items: [...items, hostile], restart: false }, {})
    const known = { hash: 'h', asOf: '2026-11-01', links: 1, attribution: 'Wikidata, CC0' }
    await keepBase(
      register,
      { asOf: '2026-11-01', attribution: '', towns, links: [{ a: 0, b: 1, since: 0 }] },
      known,
    )
  })

  const search = async (query: string): Promise<void> =>
    void fireEvent.input(await screen.findByRole('searchbox'), { target: { value: query } })
  const rows = (): string[] => [...document.querySelectorAll('.rows strong')].map((one) => one.textContent)

  it('shows the newest first, few at once, and the rest for one tap', async () => {
    opened.show(<RegisterScreen />)
    await waitFor(() => expect(rows()).toHaveLength(10))
    expect(rows().slice(0, 2)).toEqual(['Turned <b>x</b>', 'Neue Idee 20'])
    await tap('button', 'Noch 11 Einträge zeigen')
    await waitFor(() => expect(rows()).toHaveLength(21))
  })

  it('finds entries and towns beside one another, and says from where the towns are', async () => {
    opened.show(<RegisterScreen />)
    await search('neu')
    await waitFor(() => expect(rows()).toHaveLength(8))
    expect(rows().slice(5)).toEqual(['Neustadt', 'Neudorf', 'Neuhaus'])
    await says('1. November 2026')
    await search('neust')
    await waitFor(() => expect(rows()).toEqual(['Neustadt']))
    await search('xyz')
    await says('Dazu steht nichts im Verzeichnis.')
    await search('')
    await waitFor(() => expect(rows()).toHaveLength(10))
  })

  it('shows a change as soon as it is taken, also while somebody searches', async () => {
    opened.show(<RegisterScreen />)
    await search('idee 7')
    await waitFor(() => expect(rows()).toEqual(['Neue Idee 7']))
    await keepPage(
      register,
      { items: [item(7, 'idea', contentOf('idea', { title: 'Ganz anders' }))], restart: false },
      {},
    )
    await says('Dazu steht nichts im Verzeichnis.')
  })
})
