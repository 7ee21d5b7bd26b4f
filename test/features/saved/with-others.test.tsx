// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { features } from '../../../src/app/features.ts'
import { addPhoto } from '../../../src/db/photo.ts'
import { save } from '../../../src/db/save.ts'
import { ItemLine } from '../../../src/features/saved/item-line.tsx'
import { Saved } from '../../../src/features/saved/saved.tsx'
import { StartLine } from '../../../src/features/saved/start-line.tsx'
import { Start } from '../../../src/features/start/start.tsx'
import { metaKeys } from '../../../src/sync/status.ts'
import type { Call } from '../../../src/sync/calls.ts'
import { handVerbsTo } from '../../../src/sync/verbs.ts'
import { openForTest } from '../../house/open.tsx'

const minute = 60_000
const day = 24 * 60 * minute
let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  Reflect.deleteProperty(navigator, 'onLine')
  opened.close()
})

/** What the engine tells; times are so long ago. */
async function tell(told: {
  readonly [key in keyof typeof metaKeys]?: number | string | object
}): Promise<void> {
  const rows = Object.entries(told).map(([key, value]) => ({
    key: metaKeys[key as keyof typeof metaKeys],
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }))
  await opened.notebook.tables.meta.bulkPut(rows)
}

const share = (): Promise<void> => tell({ exchange: 'https://ponte.example/', talkedAt: opened.clock.now })

const write = (record: string, set = { text: 'Bus bestellt', date: '2026-11-22' }): Promise<void> =>
  save(opened.notebook, [{ record, kind: 'note', set, over: {} }])

/** All that waits is acknowledged. */
async function acknowledge(): Promise<void> {
  const { outbox, waiting, unsentPhotos } = opened.notebook.tables
  await Promise.all([outbox.clear(), waiting.clear(), unsentPhotos.clear()])
  await tell({ safeAt: opened.clock.now })
}

const plain = (text: string | null | undefined): string => (text ?? '').replaceAll('\u00A0', ' ')
const line = (): HTMLElement | null => document.querySelector('.status')
const until = (words: string): Promise<void> => waitFor(() => expect(plain(line()?.textContent)).toBe(words))

describe('the line on Start', () => {
  it('says that it is on this device, as long as nobody shares the notebook', async () => {
    await write('note')
    opened.show(<Start />, features)
    await until('Auf diesem Computer gespeichert Zuletzt: Sonntag, 22. November 2026, ' + plain(timeNow()))
  })

  it('counts what waits, each record once, until all of it is acknowledged', async () => {
    await share()
    await write('note')
    await write('note', { text: 'Bus und Bahn', date: '2026-11-22' })
    const bytes = new Uint8Array([1]).buffer
    await addPhoto(opened.notebook, { type: 'image/jpeg', bytes, thumb: bytes, width: 1, height: 1 }, 'note')
    opened.show(<Start />, features)
    await until('Noch nicht bei den anderen (2)')
    expect(line()?.classList).toContain('waiting')
    expect(line()?.getAttribute('href')).toBe('#/saved')
    await act(acknowledge)
    await until(`Auch bei den anderen seit ${plain(timeNow())}`)
  })

  it('never says that the others have it because there is a network', async () => {
    await share()
    await write('note')
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true })
    opened.show(<StartLine />)
    await until('Noch nicht bei den anderen (1)')
    void act(() => void window.dispatchEvent(new Event('online')))
    await until('Noch nicht bei den anderen (1)')
  })

  it('says nothing of the others before they have acknowledged anything', async () => {
    await share()
    opened.show(<StartLine />)
    await until('Auf diesem Computer gespeichert')
  })

  it('tells a transfer only once it takes longer than a second', async () => {
    await share()
    await write('note')
    const { now } = opened.clock
    await tell({ moving: { done: 0, of: 5, from: now - 500, at: now } })
    opened.show(<StartLine />)
    await until('Noch nicht bei den anderen (1)')
    await act(() => tell({ moving: { done: 2, of: 5, from: now - 1500, at: now } }))
    await until('Wird weitergegeben – 2 von 5')
    expect(line()?.classList).toContain('moving')
  })

  it('tells the date instead of the time where it was another day', async () => {
    await share()
    await acknowledge()
    opened.clock.now += 2 * day
    await tell({ talkedAt: opened.clock.now })
    opened.show(<StartLine />)
    await until('Auch bei den anderen seit 22. November')
  })

  it('tells after seven days without an exchange since when, and what waits', async () => {
    await share()
    await write('note')
    opened.clock.now += 8 * day
    opened.show(<StartLine />)
    await until('Seit 22. November kein AustauschNoch nicht bei den anderen (1)')
    expect(line()?.classList).not.toContain('problem')
  })

  it('says that the exchange stands still where somebody has to do something', async () => {
    await share()
    await tell({ stopped: 'outdated' })
    opened.show(<StartLine />)
    await until('Der Austausch steht still')
  })

  it('tells who came in by a recovery sheet, and quietly that there is none', async () => {
    await share()
    const devices = [{ id: 'd', role: 'coordinator', isThis: true }]
    const members = [{ id: 'm', name: 'Helga', isMe: true, devices }]
    const recovered = [{ name: 'Ilse', device: 'e', at: opened.clock.now - day }]
    await tell({ members: { members, sheets: [], recovered }, role: 'coordinator' })
    opened.show(<StartLine />)
    expect(await screen.findByText(/Ilse ist mit dem/)).toBeTruthy()
    expect(line()?.textContent).toMatch(/Es gibt noch kein/)
    await act(() =>
      tell({ members: { members, sheets: [{ slip: 's' }], recovered: [{ ...recovered[0], at: 1 }] } }),
    )
    await waitFor(() => expect(screen.queryByText(/Ilse ist mit dem/)).toBeNull())
    expect(line()?.textContent).not.toMatch(/Es gibt noch kein/)
  })

  it('is told once for each state, not with every number', async () => {
    await share()
    await write('a')
    opened.show(<StartLine />)
    const said = (): string => plain(document.querySelector('[role="status"]')?.textContent)
    await waitFor(() => expect(said()).toBe('Noch nicht bei den anderen (1)'))
    await act(() => write('b'))
    await until('Noch nicht bei den anderen (2)')
    expect(said()).toBe('Noch nicht bei den anderen (1)')
    await act(acknowledge)
    await waitFor(() => expect(said()).toMatch(/^Auch bei den anderen/))
  })
})

const timeNow = (): string =>
  new Intl.DateTimeFormat('de', { hour: '2-digit', minute: '2-digit' }).format(opened.clock.now) + ' Uhr'

describe('the line at an item', () => {
  const said = async (words: string): Promise<void> =>
    waitFor(() => expect(screen.getByRole('status').textContent).toBe(words))

  it('says where it is: here, here alone though others share, and with the others', async () => {
    await write('note')
    opened.show(<ItemLine id="note" />)
    await said('Auf diesem Computer gespeichert')
    await act(share)
    await said('Noch nicht bei den anderen')
    await act(acknowledge)
    await said('Auch bei den anderen')
    await act(() => write('other'))
    await said('Auch bei den anderen')
  })

  it('waits for a photo of it too', async () => {
    await share()
    await write('note')
    await acknowledge()
    const bytes = new Uint8Array([1]).buffer
    const id = await addPhoto(
      opened.notebook,
      { type: 'image/jpeg', bytes, thumb: bytes, width: 1, height: 1 },
      'note',
    )
    await opened.notebook.tables.outbox.clear()
    opened.show(<ItemLine id="note" />)
    await said('Noch nicht bei den anderen')
    await act(() => opened.notebook.tables.unsentPhotos.delete(id))
    await said('Auch bei den anderen')
  })
})

describe('the page', () => {
  it('lists what waits by name, and what belongs to something by that', async () => {
    await share()
    await write('note')
    const bytes = new Uint8Array([1]).buffer
    await addPhoto(opened.notebook, { type: 'image/jpeg', bytes, thumb: bytes, width: 1, height: 1 }, 'note')
    await save(opened.notebook, [{ record: 'anna', kind: 'person', set: { givenName: 'Anna' }, over: {} }])
    await save(opened.notebook, [{ record: 'host', kind: 'hosting', set: { person: 'anna' }, over: {} }])
    await opened.notebook.tables.outbox.where('[record+open]').between(['anna', 0], ['anna', 9]).delete()
    opened.show(<Saved />, features)
    const rows = (): string[][] =>
      [...(document.querySelector('.rows')?.querySelectorAll('a') ?? [])].map((row) => [
        row.getAttribute('href') ?? '',
        row.querySelector('strong')?.textContent ?? '',
      ])
    await waitFor(() => expect(rows()).toHaveLength(3))
    expect(rows()).toEqual(
      expect.arrayContaining([
        ['#/notes/note', 'Bus bestellt'],
        ['#/people/anna', 'Angaben zur Unterbringung: Anna'],
        [expect.stringMatching(/^#\/photos\//), 'Foto: Bus bestellt'],
      ]),
    )
    expect(screen.queryByText(/nur auf diesem Computer/)).toBeNull()
  })

  it('promises nothing without internet but tells what to do', async () => {
    await share()
    await write('note')
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
    opened.show(<Saved />, features)
    expect(await screen.findByText('Kein Internet')).toBeTruthy()
    expect(document.body.textContent).toContain('Öffnen Sie die App, wenn Sie wieder Internet haben.')
    expect(document.body.textContent).not.toMatch(/automatisch|von selbst weiter/)
  })

  it('exchanges at a tap and says what came of it', async () => {
    await share()
    await write('note')
    const calls: Call[] = []
    const worker = Object.assign(new EventTarget(), { postMessage: (call: Call) => void calls.push(call) })
    handVerbsTo(worker)
    const answer = (rest: object): boolean =>
      worker.dispatchEvent(new MessageEvent('message', { data: { call: calls.at(-1)?.call, ...rest } }))
    opened.show(<Saved />, features)
    const press = async (): Promise<void> =>
      void fireEvent.click(await screen.findByRole('button', { name: 'Jetzt austauschen' }))
    await press()
    expect(calls.map(({ verb }) => verb)).toEqual(['exchangeNow'])
    expect(await screen.findByText('Es wird ausgetauscht.')).toBeTruthy()
    void act(() => void answer({ problem: 'offline' }))
    expect(await screen.findByText(/keine Verbindung/)).toBeTruthy()
    await new Promise((resolve) => setTimeout(resolve, 550))
    await press()
    void act(() => void answer({ value: undefined }))
    expect(await screen.findByText('Der Austausch ist fertig.')).toBeTruthy()
  })

  it('tells a device that was lowered that what waits stays here, and whom to ask', async () => {
    await write('note')
    await share()
    await tell({
      role: 'reader',
      members: {
        members: [
          { id: 'm', name: 'Helga Brandt', isMe: false, devices: [{ id: 'd', role: 'coordinator' }] },
        ],
      },
    })
    const { notebook } = opened
    Object.assign(notebook, { isReader: true })
    opened.show(<Saved />, features)
    expect(await screen.findByText('Dieses Gerät darf gerade nur lesen.')).toBeTruthy()
    expect(document.body.textContent).toContain('Fragen Sie: Helga Brandt')
  })

  it('says of a device that was removed only that, with the way to go on', async () => {
    await share()
    await tell({ role: 'reader', stopped: 'removed' })
    for (const Screen of [Saved, StartLine]) {
      opened.show(<Screen />, features)
      expect(await screen.findByText('Dieses Gerät gehört nicht mehr zum Notizbuch')).toBeTruthy()
      expect(screen.getByRole('link', { name: 'Leeres Notizbuch wegnehmen' }).getAttribute('href')).toBe(
        `#/members/remove/${opened.notebook.space}`,
      )
      expect(screen.queryByText(/gespeichert/)).toBeNull()
      cleanup()
    }
  })

  it.each([
    ['outdated', /erneuert/],
    ['left', /gehört nicht mehr/],
    ['unknown', /nicht mehr gefunden/],
    ['forked', /geht es weiter/],
    ['healable', /nur noch ein Tippen von Ihnen/],
  ])('says what to do where the exchange stands still: %s', async (stopped, words) => {
    await share()
    await tell({ stopped })
    opened.show(<Saved />, features)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Jetzt austauschen' })).toBeNull()
    const heals = screen.queryByRole('button', { name: 'Beides zusammenführen' })
    expect(heals !== null).toBe(stopped === 'healable')
  })
})
