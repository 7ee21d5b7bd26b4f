// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { features } from '../../../src/app/features.ts'
import { remove } from '../../../src/db/bin.ts'
import { rowOf } from '../../../src/db/find.ts'
import { addPhoto } from '../../../src/db/photo.ts'
import { save } from '../../../src/db/save.ts'
import type { Notebook } from '../../../src/db/tables.ts'
import { wishErasures } from '../../../src/db/wished.ts'
import { BinList } from '../../../src/features/bin/list.tsx'
import { daysLeft } from '../../../src/features/bin/words.ts'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { from, hear } from '../../db/notebook.ts'
import { openForTest } from '../../house/open.tsx'

const day = 24 * 60 * 60 * 1000
let opened: Awaited<ReturnType<typeof openForTest>>

afterEach(() => {
  cleanup()
  opened.close()
})

async function add(notebook: Notebook, kind: string, set: Fields): Promise<string> {
  const record = newId()
  await save(notebook, [{ record, kind, set, over: {} }])
  return record
}

const note = { text: 'Bus für 40 Gäste bestellt', date: '2026-11-22', author: 'Helga Brandt', language: 'de' }
const plain = (text: string | null | undefined): string =>
  (text ?? '').replaceAll('\u00AD', '').replaceAll('\u00A0', ' ')
const restoreButton = (): Promise<HTMLElement> =>
  screen.findByRole('button', { name: /Wieder\u00ADherstellen/ })

it('says in one sentence that nothing is deleted', async () => {
  opened = await openForTest()
  opened.show(<BinList />, features)
  expect(await screen.findByText('Hier liegt nichts Gelöschtes.')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

it('tells what lies there, since when and for how long', async () => {
  opened = await openForTest()
  const { notebook, clock } = opened
  const id = await add(notebook, 'note', note)
  await remove(notebook, [id])
  clock.now += 2 * day
  opened.show(<BinList />, features)
  const item = await screen.findByRole('listitem')
  expect(plain(item.textContent)).toContain('Bus für 40 Gäste bestellt')
  expect(plain(item.textContent)).toContain('Notiz')
  expect(plain(item.textContent)).toContain('Gelöscht am 22. November 2026, noch 28 Tage')
})

it('brings a record back whole and says so', async () => {
  opened = await openForTest()
  const { notebook } = opened
  const id = await add(notebook, 'note', note)
  const before = await rowOf(notebook, id)
  await remove(notebook, [id])
  opened.show(<BinList />, features)
  fireEvent.click(await restoreButton())
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toBe('„Bus für 40 Gäste bestellt“ ist wieder da.'),
  )
  expect(await rowOf(notebook, id)).toEqual(before)
})

it('moves nothing under the finger: what is back stays in its line, without a button', async () => {
  opened = await openForTest()
  const { notebook, clock } = opened
  const first = await add(notebook, 'note', { ...note, text: 'Zuerst' })
  const second = await add(notebook, 'note', { ...note, text: 'Danach' })
  await remove(notebook, [first, second])
  clock.now += 1000
  opened.show(<BinList />, features)
  const items = await screen.findAllByRole('listitem')
  const names = items.map((item) => item.querySelector('strong')?.textContent)
  const [top] = items
  if (!top) throw new Error('nothing in the bin')
  fireEvent.click(within(top).getByRole('button'))
  await within(top).findByText('Wieder da')
  expect(screen.getAllByRole('listitem').map((item) => item.querySelector('strong')?.textContent)).toEqual(
    names,
  )
  expect(within(top).queryByRole('button')).toBeNull()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Wieder da'))
  expect(screen.getAllByRole('button')).toHaveLength(1)
})

it('names a photo without words by its kind and whom it shows', async () => {
  opened = await openForTest()
  const { notebook } = opened
  const anna = await add(notebook, 'person', { givenName: 'Anna', familyName: 'Nowak' })
  const bytes = new Uint8Array([1]).buffer
  const photo = await addPhoto(
    notebook,
    { type: 'image/jpeg', bytes, thumb: bytes, width: 1, height: 1 },
    anna,
  )
  await remove(notebook, [photo])
  opened.show(<BinList />, features)
  expect(await screen.findByText('Foto: Anna Nowak')).toBeTruthy()
})

it('lists what a newer version of the app has deleted as an entry', async () => {
  opened = await openForTest()
  const id = await add(opened.notebook, 'kindOfTomorrow', { text: 'x' })
  await remove(opened.notebook, [id])
  opened.show(<BinList />, features)
  expect(await screen.findByText('Eintrag')).toBeTruthy()
})

it('shows a long bin bit by bit', async () => {
  opened = await openForTest()
  const { notebook } = opened
  const ids = Array.from({ length: 100 }, newId)
  await save(
    notebook,
    ids.map((record, index) => ({ record, kind: 'note', set: { ...note, text: `Nr. ${index}` }, over: {} })),
  )
  await remove(notebook, ids)
  opened.show(<BinList />, features)
  expect(await screen.findAllByRole('listitem')).toHaveLength(15)
  fireEvent.click(screen.getByRole('button', { name: 'Noch 85 Einträge zeigen' }))
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(30))
})

it('counts the days that are left', () => {
  const deletedAt = Date.UTC(2026, 10, 1)
  expect(daysLeft(deletedAt, deletedAt)).toBe(30)
  expect(daysLeft(deletedAt, deletedAt + 1)).toBe(30)
  expect(daysLeft(deletedAt, deletedAt + 29.5 * day)).toBe(1)
  // A clock that was set back promises no more than there is.
  expect(daysLeft(deletedAt, deletedAt - 5 * day)).toBe(30)
})

it('says which one somebody changed while it was being deleted', async () => {
  opened = await openForTest()
  const { notebook, clock } = opened
  const id = await add(notebook, 'note', note)
  await remove(notebook, [id, await add(notebook, 'note', { ...note, text: 'Alte Notiz' })])
  clock.now += 1000
  await hear(notebook, from('helgas', 1, { record: id, set: { text: 'Bus für 50 Gäste' }, time: clock.now }))
  opened.show(<BinList />, features)
  expect(await screen.findAllByText('Wurde geändert, während es gelöscht wurde.')).toHaveLength(1)
})

it('offers to erase for good, and says what happens after thirty days', async () => {
  opened = await openForTest()
  const { notebook } = opened
  const id = await add(notebook, 'note', note)
  await remove(notebook, [id])
  opened.show(<BinList />, features)
  const link = await screen.findByRole('link', { name: 'Jetzt für immer löschen' })
  expect(link.getAttribute('href')).toBe(`#/erase/${id}`)
  expect(screen.getByText(/Danach wird es für immer gelöscht\./)).toBeTruthy()
})

it('leaves that to those who coordinate, where others share the notebook, and says what is wished already', async () => {
  opened = await openForTest()
  const { notebook } = opened
  const id = await add(notebook, 'note', note)
  await remove(notebook, [id])
  await notebook.tables.meta.bulkPut([
    { key: 'exchange', value: '"https://ponte.example/"' },
    { key: 'role', value: 'member' },
  ])
  opened.show(<BinList />, features)
  expect(await screen.findByText(/Danach löscht es ein Gerät der Koordination/)).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Jetzt für immer löschen' })).toBeNull()
  await wishErasures(notebook.tables, [id])
  expect(await screen.findByText(/sobald es eine Verbindung gibt/)).toBeTruthy()
})

it('erases by itself what has lain there for thirty days, where nobody shares the notebook', async () => {
  opened = await openForTest()
  const { notebook, clock } = opened
  const id = await add(notebook, 'note', note)
  await remove(notebook, [id])
  opened.show(<BinList />, features)
  await waitFor(async () => expect(await notebook.tables.binned.count()).toBe(1))
  cleanup()
  clock.now += 30 * day
  opened.show(<BinList />, features)
  await waitFor(async () => expect(await rowOf(notebook, id)).toBeUndefined())
})
