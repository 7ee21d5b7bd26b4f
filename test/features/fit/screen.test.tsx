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
import type { Fields } from '../../../src/shared/value.ts'
import { contentOf } from '../../shared/register/entries.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>
let worker: { isBroken: boolean; begun: number }

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
    this.#think(question).then(tell, () => tell())
  }
  terminate(): void {
    // Nothing goes on.
  }
}

beforeEach(async () => {
  worker = { isBroken: false, begun: 0 }
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

const keep = (): Promise<void> =>
  keepBase(registerHere(), base, { hash: 'h', asOf: base.asOf, links: 3, attribution: base.attribution })

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

it('shows beside it who looks for partners or has a theme of ours, without anything computed', async () => {
  await keep()
  const item = (entry: string, association: string, more: object) => ({
    state: 'published' as const,
    n: 1,
    at: 1,
    signature: '',
    key: '',
    statement: {
      entry,
      publisher: entry,
      device: entry,
      type: 'idea' as const,
      revision: 1,
      content: contentOf('idea', { association, themes: [], ...more }),
    },
  })
  const items = [
    item('1', 'Chorfreunde', { themes: ['choir', 'sports'] }),
    item('2', 'Suchende', { seeksPartners: true }),
    item('3', 'Fremde', { themes: ['faith'] }),
    item('4', 'Wir selbst', { seeksPartners: true, themes: ['choir'] }),
  ]
  await keepPage(registerHere(), { items, restart: true }, { takenAt: 1 })
  await add('publication', { type: 'advice', entry: '4', 'themes/choir': true })
  opened.show(<FitScreen params={{}} />)
  await screen.findByText('Chorfreunde')
  const part = within(partCalled(/^Gemeinsame Themen/))
  expect(part.getAllByRole('listitem')).toHaveLength(2)
  expect(part.getByText('Gemeinsam: Chor')).toBeTruthy()
  expect(part.getByText('Suchende')).toBeTruthy()
  expect(part.getByText('Sucht Partner')).toBeTruthy()
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
