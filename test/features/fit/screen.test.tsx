// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepBase, keepPage } from '../../../src/db/register/keep.ts'
import { registerHere } from '../../../src/db/register/open.ts'
import { save } from '../../../src/db/save.ts'
import type { Answer, Question } from '../../../src/features/fit/question.ts'
import { FitScreen } from '../../../src/features/fit/screen.tsx'
import { thinker } from '../../../src/features/fit/think.ts'
import { newId } from '../../../src/shared/ids.ts'
import { publisherOf } from '../../../src/shared/register/statement.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { contentOf } from '../../shared/register/entries.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>
let worker: {
  isBroken: boolean
  begun: number
  asked: number
  held: (() => void)[] | undefined
}

/** The worker's own code, on this thread. */
class WorkerHere extends EventTarget {
  readonly #think = thinker()
  constructor() {
    super()
    worker.begun += 1
  }
  postMessage([number, question]: [number, Question]): void {
    const tell = (answer?: Answer): void =>
      void this.dispatchEvent(
        new MessageEvent('message', { data: [number, worker.isBroken ? undefined : answer] }),
      )
    worker.asked += 1
    const think = (): void => void this.#think(question).then(tell, () => tell())
    if (worker.held) worker.held.push(think)
    else think()
  }
  terminate(): void {
    // Nothing goes on.
  }
}

beforeEach(async () => {
  worker = { isBroken: false, begun: 0, asked: 0, held: undefined }
  vi.stubGlobal('Worker', WorkerHere)
  opened = await openForTest()
})

afterEach(async () => {
  cleanup()
  opened.close()
  await registerHere().delete({ disableAutoOpen: false })
  vi.unstubAllGlobals()
})

async function add(kind: string, set: Fields): Promise<string> {
  const record = newId()
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  return record
}

const town = (name: string, country: string, lat: number, lon: number, population: number) => ({
  name,
  country,
  lat,
  lon,
  population,
  wikidata: '',
})

const base = {
  asOf: '2026-11-01',
  attribution: 'Wikidata, CC0',
  towns: [
    town('Altenbrück', 'DE', 51.22, 7.63, 72_000),
    town('Nowy Most', 'PL', 49.83, 19.94, 18_000),
    town('Hídvásár', 'HU', 47.68, 16.59, 63_000),
    town('Whitby', 'GB', 54.49, -0.62, 0),
  ],
  links: [
    { a: 0, b: 1, since: 1996 },
    { a: 1, b: 2, since: 0 },
    { a: 1, b: 3, since: 0 },
  ],
}

const keep = (lists = base): Promise<void> =>
  keepBase(registerHere(), lists, {
    hash: 'h',
    asOf: lists.asOf,
    links: lists.links.length,
    attribution: lists.attribution,
  })

/** Beside it villages that are linked with each other alone: what a town has in common with ours is more than usual then. */
const withVillages = {
  ...base,
  towns: [
    ...base.towns,
    ...[0, 1, 2, 3].flatMap((at) => [
      town(`Falu ${at}`, 'HU', 46 + at / 5, 17 + at / 2, 5000 * at),
      town(`Village ${at}`, 'GB', 52 + at / 3, at / 5 - 1, 4000 * at),
    ]),
  ],
  links: [...base.links, ...[4, 6, 8, 10].map((a) => ({ a, b: a + 1, since: 0 }))],
}

const addOurs = (): Promise<string> =>
  add('town', { name: 'Altenbrück', country: 'DE', lat: 51.2, lon: 7.6, population: 72_000, isOurs: true })

/** A part of the page by its heading. */
const partCalled = (title: RegExp): HTMLElement =>
  screen.getByRole('heading', { level: 2, name: title }).closest('section') as HTMLElement

const found = (): string[] =>
  within(partCalled(/^So entstanden/))
    .queryAllByRole('listitem')
    .map((item) => item.textContent)

it('suggests towns with their reasons, and never one that the notebook is linked with, however that rests', async () => {
  await keep()
  const here = await addOurs()
  opened.show(<FitScreen params={{}} />)
  await screen.findByText('Das ist ein Hinweis, kein Urteil.')
  await waitFor(() => expect(found()).toHaveLength(2), { timeout: 20_000 })
  const hidvasar = found().find((words) => words.startsWith('Hídvásár'))
  expect(hidvasar).toContain('Ungarn')
  expect(hidvasar).toContain('Ähnlich groß: 63.000 Einwohner.')
  expect(found().find((words) => words.startsWith('Whitby'))).toContain('Einwohnerzahl unbekannt.')
  expect(screen.getByText(/Aus Wikidata, Stand 1\. November 2026\. Wikidata, CC0/)).toBeTruthy()

  const there = await add('town', { name: 'Hídvásár', country: 'HU' })
  await add('partnership', { name: 'Altenbrück – Hídvásár', here, there, state: 'resting' })
  await waitFor(() => expect(found()).toHaveLength(1))
  expect(found()[0]).toContain('Whitby')
  expect(worker.begun).toBe(1)
})

it('keeps to the size that is chosen, and says so when nothing is left', async () => {
  await keep()
  await addOurs()
  opened.show(<FitScreen params={{}} />)
  await waitFor(() => expect(found()).toHaveLength(2), { timeout: 20_000 })
  fireEvent.click(screen.getByRole('button', { name: 'Genauer suchen' }))
  fireEvent.click(screen.getByRole('radio', { name: '50.000 bis 200.000 Einwohner' }))
  await waitFor(() => expect(found()).toHaveLength(1))
  expect(found()[0]).toContain('Hídvásár')
  fireEvent.click(screen.getByRole('radio', { name: /^Bis 500/ }))
  expect(await screen.findByText('Dazu passt hier kein Ort. Wählen Sie weniger genau.')).toBeTruthy()
})

it('says when it did not come to anything, and begins anew when asked to', async () => {
  await keep()
  await addOurs()
  worker.isBroken = true
  opened.show(<FitScreen params={{}} />)
  expect(await screen.findByText('Das hat nicht geklappt. Versuchen Sie es noch einmal.')).toBeTruthy()
  worker.isBroken = false
  fireEvent.click(screen.getByRole('button', { name: 'Noch einmal' }))
  await waitFor(() => expect(found()).toHaveLength(2))
  expect(worker.begun).toBe(2)
})

it('computes nothing itself: as long as the worker is silent there is nothing but that it goes on', async () => {
  await keep()
  await addOurs()
  worker.held = []
  opened.show(<FitScreen params={{}} />)
  expect(await screen.findByText('Es wird gerechnet')).toBeTruthy()
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(found()).toEqual([])
  expect(screen.getByText('Das ist ein Hinweis, kein Urteil.')).toBeTruthy()
  expect(worker.begun).toBe(1)
})

it('asks for what was chosen last, and not for all that was chosen on the way', async () => {
  await keep()
  await addOurs()
  opened.show(<FitScreen params={{}} />)
  await waitFor(() => expect(found()).toHaveLength(2), { timeout: 20_000 })
  fireEvent.click(screen.getByRole('button', { name: 'Genauer suchen' }))
  const held: (() => void)[] = []
  worker.held = held
  const before = worker.asked
  for (const name of [
    /^Bis 500/,
    /^Bis 1.000/,
    /^Bis 2.000/,
    /^Egal wie weit/,
    '50.000 bis 200.000 Einwohner',
  ]) {
    fireEvent.click(screen.getByRole('radio', { name }))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(worker.asked - before).toBe(1)
  worker.held = undefined
  for (const think of held) think()
  await waitFor(() => expect(found()).toHaveLength(1))
  expect(found()[0]).toContain('Hídvásár')
  expect(worker.asked - before).toBe(2)
  expect(worker.begun).toBe(1)
})

it('keeps to the country and the distance that are chosen, and to all of them together', async () => {
  await keep()
  await addOurs()
  opened.show(<FitScreen params={{}} />)
  await waitFor(() => expect(found()).toHaveLength(2), { timeout: 20_000 })
  fireEvent.click(screen.getByRole('button', { name: 'Genauer suchen' }))
  fireEvent.click(screen.getByRole('button', { name: 'Land wählen' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Ungarn' }))
  await waitFor(() => expect(found()).toHaveLength(1))
  expect(found()[0]).toContain('Hídvásár')
  fireEvent.click(screen.getByRole('radio', { name: /^Bis 500/ }))
  expect(await screen.findByText('Dazu passt hier kein Ort. Wählen Sie weniger genau.')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: /^Bis 1.000/ }))
  await waitFor(() => expect(found()).toHaveLength(1))
  // A tap so soon after the last one would be taken for a slip of the finger.
  await new Promise((resolve) => setTimeout(resolve, 600))
  fireEvent.click(screen.getByRole('button', { name: 'Auswahl schließen' }))
  expect(await screen.findByRole('button', { name: 'Genauer suchen (2 gewählt)' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Auswahl löschen' }))
  await waitFor(() => expect(found()).toHaveLength(2))
  expect(screen.getByText('Das ist ein Hinweis, kein Urteil.')).toBeTruthy()
})

it('marks where little is known, of a town and of our own, and says what is missing', async () => {
  await keep()
  await add('town', { name: 'Neudorf', country: 'DE', lat: 50.1, lon: 8.1, isOurs: true })
  opened.show(<FitScreen params={{}} />)
  await waitFor(() => expect(found()).toHaveLength(4), { timeout: 20_000 })
  const part = partCalled(/^So entstanden/)
  expect(part.textContent).toContain(
    'Wenig Daten. Die Einwohnerzahl von Neudorf ist unbekannt. Von Neudorf ist noch kein Partnerort bekannt.',
  )
  const whitby = found().find((words) => words.startsWith('Whitby'))
  expect(whitby).toContain('Wenig Daten. Einwohnerzahl unbekannt.')
  expect(found().find((words) => words.startsWith('Hídvásár'))).not.toContain('Wenig Daten')
})

it('asks for a second look where a link of ours rests on which a suggestion builds', async () => {
  await keep(withVillages)
  const here = await addOurs()
  const there = await add('town', { name: 'Nowy Most', country: 'PL' })
  await add('partnership', { name: 'Altenbrück – Nowy Most', here, there, state: 'resting' })
  opened.show(<FitScreen params={{}} />)
  await waitFor(() => expect(found()).toHaveLength(10), { timeout: 20_000 })
  for (const words of found()) {
    const isBuilt = /^(?:Hídvásár|Whitby)/.test(words)
    expect(words.includes('Ihr Partner Nowy Most ist auch mit')).toBe(isBuilt)
    expect(words.includes('Bitte selbst prüfen: Die Verbindung Altenbrück\u00A0– Nowy Most ruht.')).toBe(
      isBuilt,
    )
  }
})

it('speaks of another town without calling its partners ours', async () => {
  await keep(withVillages)
  await addOurs()
  const other = await add('town', { name: 'Hídvásár', country: 'HU', lat: 47.68, lon: 16.59 })
  opened.show(<FitScreen params={{ town: other }} />)
  await waitFor(() => expect(found()).toHaveLength(10), { timeout: 20_000 })
  expect(found().join(' ')).toContain('Gemeinsamer Partner: Nowy Most.')
  expect(found().join(' ')).not.toMatch(/\bIhr/)
  // Back at our own town, nothing of the other one stays meanwhile.
  worker.held = []
  fireEvent.click(screen.getByRole('radio', { name: 'Altenbrück' }))
  await waitFor(() => expect(found()).toEqual([]))
})

it('has nothing for a town of which nobody knows where it lies, and says so', async () => {
  await keep()
  await add('town', { name: 'Nirgendwo', isOurs: true })
  opened.show(<FitScreen params={{}} />)
  expect(
    await screen.findByText(
      'Von diesem Ort ist nicht bekannt, wo er liegt. Wählen Sie ihn aus der Liste.',
      {},
      { timeout: 20_000 },
    ),
  ).toBeTruthy()
})

const item = (entry: string, association: string, more: object, publisher = entry) => ({
  state: 'published' as const,
  n: 1,
  at: 1,
  signature: '',
  key: '',
  statement: {
    entry,
    publisher,
    device: entry,
    type: 'idea' as const,
    revision: 1,
    content: contentOf('idea', { association, themes: [], towns: [], ...more }),
  },
})

const strangers = [
  item('1', 'Chorfreunde', { themes: ['choir', 'sports'] }),
  item('2', 'Suchende', { seeksPartners: true }),
  item('3', 'Fremde', { themes: ['faith'] }),
]

it('shows beside it who looks for partners or ticked a theme that we ticked too, in the register, without anything computed', async () => {
  await keep()
  const us = publisherOf(opened.notebook.space)
  const items = [
    ...strangers,
    item('4', 'Wir selbst', { seeksPartners: true, themes: ['choir', 'climate'] }, us),
    item('5', 'Wir noch einmal', { themes: ['sports'] }, us),
    item('6', 'Klimafreunde', { themes: ['climate'] }),
  ]
  await keepPage(registerHere(), { items, restart: true }, { takenAt: 1 })
  // What is only written down and not published is in common with nobody yet.
  await add('publication', { type: 'advice', entry: '7', 'themes/faith': true })
  opened.show(<FitScreen params={{}} />)
  await screen.findByText('Chorfreunde')
  const part = within(partCalled(/^Gemeinsame Themen/))
  expect(part.getAllByRole('listitem')).toHaveLength(3)
  expect(part.getByText('Gemeinsam: Chor, Sport')).toBeTruthy()
  expect(part.getByText('Gemeinsam: Klima')).toBeTruthy()
  expect(part.getByText('Suchende')).toBeTruthy()
  expect(part.getByText('Sucht Partner')).toBeTruthy()
  expect(part.queryByText('Fremde')).toBeNull()
  expect(part.queryByText(/Punkte|Hinweis/)).toBeNull()

  fireEvent.click(part.getByRole('button', { name: 'Genauer suchen' }))
  fireEvent.click(part.getByRole('radio', { name: 'Klima' }))
  await waitFor(() => expect(part.getAllByRole('listitem')).toHaveLength(1))
  expect(part.getByText('Klimafreunde')).toBeTruthy()
  fireEvent.click(part.getByRole('checkbox', { name: 'Nur wer Partner sucht' }))
  expect(await part.findByText('Dazu passt hier kein Verein. Wählen Sie weniger genau.')).toBeTruthy()
  fireEvent.click(part.getByRole('button', { name: 'Auswahl löschen' }))
  await waitFor(() => expect(part.getAllByRole('listitem')).toHaveLength(3))
})

it('says where themes are ticked, as long as we have none in the register', async () => {
  await keepPage(registerHere(), { items: strangers, restart: true }, { takenAt: 1 })
  opened.show(<FitScreen params={{}} />)
  await screen.findByText('Suchende')
  expect(
    screen.getByText(/^Diese Vereine suchen Partner\. Eigene Themen wählen Sie beim Veröffent/),
  ).toBeTruthy()
  expect(screen.queryByText('Chorfreunde')).toBeNull()
})

it('says what is missing and how large it is where the towns do not lie here yet', async () => {
  await keepPage(
    registerHere(),
    { items: [], restart: false },
    { offered: { hash: 'h', asOf: '2026-11-01', links: 16_000 } },
  )
  opened.show(<FitScreen params={{}} />)
  expect(
    await screen.findByText(/Dafür braucht es die Liste der Orte: 16\.000 Verbindungen, etwa \d/),
  ).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Liste der Orte holen' })).toBeTruthy()
  expect(worker.begun).toBe(0)
})

it('says so where the register has no list of towns, and looks again when asked to', async () => {
  await keepPage(registerHere(), { items: strangers, restart: true }, { takenAt: 1 })
  opened.show(<FitScreen params={{}} />)
  expect(await screen.findByText(/^Im Verzeich\u00ADnis gibt es noch keine Liste der Orte\./)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Noch einmal nachsehen' })).toBeTruthy()
  // What associations say of themselves needs no list.
  expect(await screen.findByText('Suchende')).toBeTruthy()
  expect(worker.begun).toBe(0)
})
