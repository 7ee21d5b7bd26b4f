// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { features } from '../../../src/app/features.ts'
import { readSettings } from '../../../src/db/device.ts'
import { addPhoto } from '../../../src/db/photo.ts'
import { onPhotoWanted } from '../../../src/db/photo-url.ts'
import { keepsAllPhotos } from '../../../src/db/photos-here.ts'
import { change } from '../../../src/db/save.ts'
import { PhotoPage } from '../../../src/features/photos/photo.tsx'
import { RoomPage, RoomReminder } from '../../../src/features/room/room.ts'
import { Start } from '../../../src/features/start/start.tsx'
import { metaKeys } from '../../../src/sync/status.ts'
import { exchangeThat } from '../../house/exchanger.ts'
import { openForTest } from '../../house/open.tsx'

const day = 24 * 60 * 60 * 1000
let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

/** What the screen still reads is read. */
const settle = (): Promise<unknown> => act(() => new Promise((resolve) => setTimeout(resolve, 100)))

afterEach(async () => {
  await settle()
  cleanup()
  Reflect.deleteProperty(navigator, 'storage')
  Reflect.deleteProperty(navigator, 'onLine')
  opened.close()
})

/** The browser has so many bytes left of ten thousand million. */
const leave = (left: number): void =>
  void Object.defineProperty(navigator, 'storage', {
    value: { estimate: () => Promise.resolve({ quota: 10e9, usage: 10e9 - left }) },
    configurable: true,
  })

const shareIt = (): Promise<string> =>
  opened.notebook.tables.meta.put({ key: metaKeys.exchange, value: 'https://ponte.example/' })

/** A photo of five megabytes that the exchange has, as far as this device knows. */
async function sharedPhoto(): Promise<string> {
  const { notebook } = opened
  const bytes = new Uint8Array([1]).buffer
  const id = await addPhoto(
    notebook,
    { type: 'image/jpeg', bytes, thumb: bytes, width: 1, height: 1 },
    'note',
  )
  await change(notebook, [id], { size: 5e6, key: '00'.repeat(32), pieces: [] })
  const { outbox, unsentPhotos } = notebook.tables
  await Promise.all([outbox.clear(), unsentPhotos.clear()])
  return id
}

const text = (): string => (document.body.textContent ?? '').replaceAll('\u00A0', ' ')

describe('a word on Start', () => {
  it('stands there where the device is nearly full, and is put off for a week', async () => {
    leave(1e8)
    const { unmount } = opened.show(<Start />, features)
    expect(await screen.findByText('Hier wird der Platz knapp.')).toBeTruthy()
    expect(await screen.findByText(/^Löschen Sie Fotos/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Später' }))
    await waitFor(() => expect(screen.queryByText('Hier wird der Platz knapp.')).toBeNull())
    const at = Date.parse((await readSettings(opened.device)).roomAt ?? '')
    expect(at - opened.clock.now).toBe(7 * day)
    unmount()
    opened.clock.now += 8 * day
    opened.show(<Start />, features)
    expect(await screen.findByText('Hier wird der Platz knapp.')).toBeTruthy()
  })

  it('is not there where there is room; it is looked again some hours later', async () => {
    leave(5e9)
    opened.show(<RoomReminder />)
    await waitFor(async () => expect((await readSettings(opened.device)).roomAt).toBeDefined())
    expect(Date.parse((await readSettings(opened.device)).roomAt ?? '') - opened.clock.now).toBe(day / 6)
    expect(text()).toBe('')
  })
})

describe('the page', () => {
  it('frees by one tap and says how much that was', async () => {
    leave(1e8)
    await shareIt()
    await sharedPhoto()
    const exchanger = exchangeThat({ freePhotos: () => ({ photos: 1, bytes: 5e6 }) })
    opened.show(<RoomPage />)
    await waitFor(() => expect(text()).toMatch(/Fotos hier: 1 von 1.*Etwa 5 MB können frei werden/))
    fireEvent.click(screen.getByRole('button', { name: 'Platz machen' }))
    await waitFor(() => expect(text()).toMatch(/Frei geworden: 5 MB\./))
    expect(exchanger.last('freePhotos')).toEqual([])
  })

  it('says in plain words that it needs the internet', async () => {
    await shareIt()
    await sharedPhoto()
    exchangeThat({ freePhotos: () => 'offline' })
    opened.show(<RoomPage />)
    fireEvent.click(await screen.findByRole('button', { name: 'Platz machen' }))
    expect(await screen.findByText(/Versuchen Sie es später mit Internet noch einmal/)).toBeTruthy()
  })

  it('offers nothing that waits, nor anything to whoever is no more in the circle', async () => {
    await shareIt()
    const id = await sharedPhoto()
    await opened.notebook.tables.unsentPhotos.put({ id })
    const first = opened.show(<RoomPage />)
    await screen.findByText(/^Fotos hier/)
    await settle()
    expect(screen.queryByRole('button', { name: 'Platz machen' })).toBeNull()
    first.unmount()
    await opened.notebook.tables.unsentPhotos.clear()
    await opened.notebook.tables.meta.put({ key: metaKeys.stopped, value: 'left' })
    opened.show(<RoomPage />)
    await screen.findByText(/^Fotos hier/)
    await settle()
    expect(screen.queryByRole('button', { name: 'Platz machen' })).toBeNull()
  })

  it('keeps the choice, and says that the rest has no room', async () => {
    leave(1e8)
    await shareIt()
    const id = await sharedPhoto()
    await opened.notebook.tables.photos.delete(id)
    opened.show(<RoomPage />)
    fireEvent.click(await screen.findByRole('radio', { name: /^Alle Fotos/ }))
    expect(await screen.findByText(/Für die übrigen ist hier zu wenig Platz/)).toBeTruthy()
    expect(await keepsAllPhotos(opened.notebook.tables)).toBe(true)
  })

  it('has no choice in a notebook that nobody shares', async () => {
    leave(5e9)
    opened.show(<RoomPage />)
    expect(await screen.findByText('Hier ist noch genug Platz.')).toBeTruthy()
    expect(screen.queryByRole('radio')).toBeNull()
  })
})

describe('a photo whose bytes are not here', () => {
  it('says so without a network, and is fetched once there is one', async () => {
    await shareIt()
    const id = await sharedPhoto()
    await opened.notebook.tables.photos.delete(id)
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
    const exchanger = exchangeThat({ fetchPhoto: () => true })
    opened.show(<PhotoPage params={{ id }} />)
    expect(await screen.findByText(/^Das ist das kleine Bild/)).toBeTruthy()
    expect(exchanger.asked).toEqual([])
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true })
    await act(() => void window.dispatchEvent(new Event('online')))
    await waitFor(() => expect(exchanger.last('fetchPhoto')).toEqual([id]))
  })

  it('is asked for again where it did not come, as long as somebody looks at it', async () => {
    const id = await sharedPhoto()
    const { photos } = opened.notebook.tables
    const whole = await photos.get(id)
    if (!whole) throw new Error('the photo is not there')
    await photos.delete(id)
    const asked: string[] = []
    onPhotoWanted((wanted) => {
      asked.push(wanted)
      if (asked.length === 2) void photos.put(whole)
    })
    const { container } = opened.show(<PhotoPage params={{ id }} />)
    const shown = (): string | null | undefined => container.querySelector('img.whole')?.getAttribute('src')
    await waitFor(() => expect(shown()).toMatch(/^blob:/))
    expect(asked).toEqual([id])
    const small = shown()
    await waitFor(() => expect(asked).toEqual([id, id]))
    await waitFor(() => expect(shown()).not.toBe(small))
  })
})
