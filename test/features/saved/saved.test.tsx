// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { remove } from '../../../src/db/bin.ts'
import { addPhoto } from '../../../src/db/photo.ts'
import { save } from '../../../src/db/save.ts'
import { Saved } from '../../../src/features/saved/saved.tsx'
import { newId } from '../../../src/shared/ids.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  Reflect.deleteProperty(navigator, 'storage')
  opened.close()
})

/** A browser that gives its promise or not, and has so many bytes left. */
function inBrowser(gives: boolean, left: number): void {
  let promised = false
  const storage = {
    persisted: () => Promise.resolve(promised),
    persist: () => Promise.resolve((promised = gives)),
    estimate: () => Promise.resolve({ quota: left + 1, usage: 1 }),
  }
  Object.defineProperty(navigator, 'storage', { value: storage, configurable: true })
}

it('says of an empty notebook that it is empty', async () => {
  opened.show(<Saved />)
  expect(await screen.findByText(/Das Notizbuch ist noch leer/)).toBeTruthy()
  expect(screen.queryByText('Zuletzt gespeichert')).toBeNull()
})

it('counts what stands and lists what was saved last, without parts and deleted things', async () => {
  const { notebook, clock } = opened
  const ids = Array.from({ length: 7 }, newId)
  for (const [index, record] of ids.entries()) {
    clock.now += 1000
    await save(notebook, [
      { record, kind: 'note', set: { text: `Notiz ${index}`, date: '2026-11-22' }, over: {} },
    ])
  }
  const bytes = new Uint8Array([1]).buffer
  await addPhoto(notebook, { type: 'image/jpeg', bytes, thumb: bytes, width: 1, height: 1 }, ids[0] ?? '')
  await save(notebook, [{ record: newId(), kind: 'hosting', set: { person: ids[0] ?? '' }, over: {} }])
  await remove(notebook, ids.slice(6))
  const { container } = opened.show(<Saved />)
  expect(await screen.findByText('6 Einträge')).toBeTruthy()
  expect(screen.getByText('1 Foto')).toBeTruthy()
  const rows = (): unknown[] =>
    [...container.querySelectorAll('.rows a strong')].map((row) => row.textContent)
  await waitFor(() => expect(rows()).toEqual(['Notiz 5', 'Notiz 4', 'Notiz 3', 'Notiz 2', 'Notiz 1']))
})

it('says nothing of a promise where the browser cannot give one', async () => {
  opened.show(<Saved />)
  await screen.findByText('0 Einträge')
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.queryByText(/zugesagt/)).toBeNull()
})

it('asks the browser and tells what it answered', async () => {
  inBrowser(true, 10 ** 10)
  opened.show(<Saved />)
  expect(await screen.findByText('Hier ist noch viel Platz.')).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: 'Den Browser darum bitten' }))
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^Der Browser hat zugesagt/))
  expect(screen.queryByRole('button')).toBeNull()
})

it('stays honest where the browser refuses and room is scarce', async () => {
  inBrowser(false, 10 ** 6)
  opened.show(<Saved />)
  expect(await screen.findByText('Hier ist nur noch wenig Platz.')).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: 'Den Browser darum bitten' }))
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toMatch(/^Der Browser sagt es noch nicht zu/),
  )
})
