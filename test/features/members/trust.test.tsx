// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepLeftover, readLeftovers } from '../../../src/db/leftovers.ts'
import { rowOf } from '../../../src/db/find.ts'
import { DevicePage } from '../../../src/features/members/device.tsx'
import { Members } from '../../../src/features/members/members.tsx'
import { SheetSteps, SheetTry } from '../../../src/features/members/sheet.tsx'
import { TakeOut } from '../../../src/features/members/take-out.tsx'
import { UnsentPage } from '../../../src/features/members/unsent.tsx'
import { newId } from '../../../src/shared/ids.ts'
import type { Circle } from '../../../src/sync/status.ts'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { exchangeThat } from '../../house/exchanger.ts'
import { openForTest } from '../../house/open.tsx'
import { member, shareInTest } from './circle.ts'

const day = 24 * 60 * 60 * 1000
const sheetDigits = '140602375100557073541321509916140602375100557073'

let opened: Awaited<ReturnType<typeof openForTest>>
beforeEach(async () => {
  opened = await openForTest()
  location.hash = '/'
})
afterEach(() => {
  cleanup()
  opened.close()
})

const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }))
const plain = (words: string | null | undefined): string =>
  (words ?? '').replaceAll('\u00A0', ' ').replaceAll('\u00AD', '')
const text = (): string => plain(document.body.textContent)
/** A second tap so soon is taken for a trembling hand. */
const secondTap = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 600))

const helga = member('Helga Brandt', 'coordinator', { isThis: true })
const share = (circle: Partial<Circle>, role?: 'reader' | 'member'): Promise<void> =>
  shareInTest(opened.notebook, circle, role)

describe("somebody else's device", () => {
  it('gets other rights, and the page says what fewer of them bring', async () => {
    const exchange = exchangeThat({ setRole: () => 'last-coordinator' })
    const anna = member('Anna Nowak', 'coordinator')
    const device = anna.devices[0]?.id ?? ''
    await share({ members: [helga, anna] })
    opened.show(<DevicePage params={{ device }} />)
    await waitFor(() => expect(screen.getAllByRole('radio')).toHaveLength(3))
    expect(text()).not.toContain('Einladungen von diesem Gerät')
    fireEvent.click(screen.getByRole('radio', { name: /Darf schreiben/ }))
    expect(text()).toContain('Einladungen von diesem Gerät gelten dann nicht mehr.')
    fireEvent.click(screen.getByRole('radio', { name: /Darf lesen/ }))
    expect(text()).toContain('Was auf dem Gerät noch wartet, bleibt dort.')
    press('Rechte ändern')
    expect(await screen.findByText(/Geben Sie zuerst jemandem diese Rechte/)).toBeTruthy()
    exchange.answers = {}
    await secondTap()
    press('Rechte ändern')
    await waitFor(() => expect(location.hash).toBe('#/members'))
    expect(exchange.last('setRole')).toEqual([device, 'reader'])
    cleanup()
    opened.show(<Members />)
    expect(await screen.findByText('Anna Nowak, Tablet: Darf lesen. Das gilt ab jetzt.')).toBeTruthy()
  })

  it('is raised side by side', async () => {
    const exchange = exchangeThat()
    const anna = member('Anna Nowak', 'reader')
    const device = anna.devices[0]?.id ?? ''
    await share({ members: [helga, anna] })
    opened.show(<DevicePage params={{ device }} />)
    fireEvent.click(await screen.findByRole('radio', { name: /Koordination/ }))
    expect(text()).toContain('Machen Sie das persönlich')
    press('Rechte ändern')
    await waitFor(() => expect(exchange.last('setRole')).toEqual([device, 'coordinator']))
  })

  it('is taken out after one question, the safe answer first, alone or with all of that person', async () => {
    const exchange = exchangeThat({ remove: () => 'offline' })
    const one = member('Anna Nowak', 'member')
    const anna = { ...one, devices: [...one.devices, ...member('', 'reader', { kind: 'phone' }).devices] }
    const [lost, other] = anna.devices.map(({ id }) => id)
    await share({ members: [helga, anna] })
    opened.show(<TakeOut params={{ device: lost ?? '' }} />)
    const stay = await screen.findByRole('link', { name: 'Im Notizbuch lassen' })
    const out = screen.getByRole('button', { name: 'Aus dem Notizbuch nehmen' })
    expect(stay.compareDocumentPosition(out) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    expect(text()).toContain('Das andere darf ausgeschaltet sein.')
    press('Aus dem Notizbuch nehmen')
    expect(await screen.findByText('Dafür braucht es Internet.')).toBeTruthy()
    expect(exchange.last('remove')).toEqual([[lost]])
    exchange.answers = {}
    fireEvent.click(screen.getByRole('radio', { name: 'Alle Geräte von Anna Nowak' }))
    await secondTap()
    press('Aus dem Notizbuch nehmen')
    await waitFor(() => expect(location.hash).toBe('#/members'))
    expect(exchange.last('remove')).toEqual([[lost, other]])
    cleanup()
    opened.show(<Members />)
    expect(await screen.findByText('Nicht mehr im Notizbuch: Anna Nowak')).toBeTruthy()
  })

  it.each(['member', 'reader'] as const)('is none of the business of a %s', async (role) => {
    exchangeThat()
    const anna = member('Anna Nowak', 'member')
    const device = anna.devices[0]?.id ?? ''
    await share({ members: [anna] }, role)
    opened.show(<TakeOut params={{ device }} />)
    expect(await screen.findByText('Hier gibt es nichts zu ändern.')).toBeTruthy()
    cleanup()
    opened.show(<DevicePage params={{ device }} />)
    expect(await screen.findByText('Hier gibt es nichts zu ändern.')).toBeTruthy()
  })

  it('is never this one', async () => {
    exchangeThat()
    await share({ members: [helga, member('Anna Nowak', 'coordinator')] })
    opened.show(<TakeOut params={{ device: helga.devices[0]?.id ?? '' }} />)
    expect(await screen.findByText('Hier gibt es nichts zu ändern.')).toBeTruthy()
  })
})

describe('a recovery sheet', () => {
  const sheet = {
    slip: 'ab'.repeat(16),
    digits: sheetDigits,
    link: `https://ponte.example.org/#/join/${sheetDigits}`,
  }

  it('is made, printed, and tried by what stands on the paper', async () => {
    const exchange = exchangeThat({ makeSheet: () => sheet, trySheet: () => false })
    await share({ members: [helga] })
    opened.show(<SheetSteps />)
    await screen.findByText(/Zwei Leute aus dem Vorstand/)
    press('Blatt machen')
    const paper = await screen.findByRole('article')
    await screen.findByRole('img', { name: 'QR-Code des Blatts' })
    expect(plain(paper.textContent)).toContain('140602 375100 557073 541321 509916 140602 375100 557073')
    expect(plain(paper.textContent)).toContain('https://ponte.example.org')
    expect(plain(paper.textContent)).toContain('Altenbrück')
    expect(text()).toContain('Dieses Blatt sehen Sie nur jetzt.')
    press('Weiter: ausprobieren')
    const field = await screen.findByLabelText(/Ziffern vom Blatt/)
    fireEvent.input(field, { target: { value: sheetDigits.slice(0, 36) } })
    press('Prüfen')
    expect(await screen.findByText('Es fehlen noch 12 Ziffern.')).toBeTruthy()
    fireEvent.input(field, { target: { value: sheetDigits.replace('140602', '140603') } })
    expect(await screen.findByText(/Prüfen Sie Gruppe 1/)).toBeTruthy()
    expect(exchange.last('trySheet')).toBeUndefined()
    fireEvent.input(field, { target: { value: sheetDigits } })
    await secondTap()
    press('Prüfen')
    expect(await screen.findByText(/Dieses Blatt gilt hier nicht/)).toBeTruthy()
    exchange.answers = { trySheet: () => true }
    await secondTap()
    press('Prüfen')
    expect(await screen.findByText('Das Blatt stimmt.')).toBeTruthy()
    expect(exchange.last('trySheet')).toEqual([sheetDigits])
  })

  it('can take the place of those from before', async () => {
    const exchange = exchangeThat({ trySheet: () => true, endOtherSheets: () => undefined })
    const before = { slip: 'cd'.repeat(16), at: undefined, isTried: false }
    await share({ members: [helga], sheets: [before, { slip: sheet.slip, at: 1, isTried: true }] })
    opened.show(<SheetTry />)
    fireEvent.input(await screen.findByLabelText(/Ziffern vom Blatt/), { target: { value: sheetDigits } })
    press('Prüfen')
    expect(await screen.findByText('1 anderes Blatt gilt auch noch.')).toBeTruthy()
    press('Nur dieses Blatt gelten lassen')
    await waitFor(() => expect(exchange.last('endOtherSheets')).toEqual([sheet.slip]))
  })

  it('is made by nobody else than those who coordinate', async () => {
    exchangeThat()
    await share({ members: [helga] }, 'member')
    opened.show(<SheetSteps />)
    expect(await screen.findByText('Hier gibt es nichts zu ändern.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Blatt machen' })).toBeNull()
  })

  it('stands in the list with its day, and whether it was tried here', async () => {
    exchangeThat()
    const at = Date.UTC(2026, 4, 3, 12)
    await share({ members: [helga], sheets: [{ slip: 'ab', at, isTried: false }] })
    opened.show(<Members />)
    await screen.findByText('gilt seit 3. Mai 2026, hier noch nicht ausprobiert')
  })
})

describe('the list of everybody', () => {
  const onlyOne = 'Nur eine Person koordiniert dieses Notizbuch.'

  it('warns until there are two who coordinate, or one and a sheet', async () => {
    exchangeThat()
    await share({ members: [helga] })
    opened.show(<Members />)
    expect((await screen.findByText(onlyOne)).closest('a')?.getAttribute('href')).toBe('#/members/sheet')
    await act(() => share({ members: [helga], sheets: [{ slip: 'ab', at: 1, isTried: false }] }))
    await waitFor(() => expect(screen.queryByText(onlyOne)).toBeNull())
    await act(() => share({ members: [helga] }))
    expect(await screen.findByText(onlyOne)).toBeTruthy()
    await act(() => share({ members: [helga, member('Anna Nowak', 'coordinator')] }))
    await waitFor(() => expect(screen.queryByText(onlyOne)).toBeNull())
  })

  it('tells for two weeks who came in by a sheet, and leads to taking them out', async () => {
    exchangeThat()
    const ilse = member('Ilse', 'coordinator')
    const device = ilse.devices[0]?.id ?? ''
    const at = opened.clock.now - 13 * day
    await share({ members: [helga, ilse], recovered: [{ name: 'Ilse', device, at }] })
    opened.show(<Members />)
    const words = await screen.findByText(/Ilse ist mit dem/)
    expect(words.closest('a')?.getAttribute('href')).toBe(`#/members/device/${device}`)
    cleanup()
    opened.clock.now += 2 * day
    opened.show(<Members />)
    await screen.findByText('2 Personen sehen dieses Notizbuch.')
    expect(screen.queryByText(/Ilse ist mit dem/)).toBeNull()
    expect(text()).toContain('mit dem Wiederherstellungsblatt')
  })

  it('tells whoever came in by it to make another one', async () => {
    exchangeThat()
    const at = opened.clock.now
    const device = helga.devices[0]?.id ?? ''
    await share({ members: [helga], recovered: [{ name: 'Helga Brandt', device, at }] })
    opened.show(<Members />)
    const words = await screen.findByText(/Sie sind mit dem/)
    expect(words.closest('a')?.getAttribute('href')).toBe('#/members/sheet')
  })

  it('says of a device that was taken out nothing but that, and how to delete what is left', async () => {
    exchangeThat()
    await opened.notebook.tables.meta.bulkPut([
      { key: 'exchange', value: 'https://ponte.example.org' },
      { key: 'role', value: 'reader' },
      { key: 'stopped', value: 'removed' },
    ])
    opened.show(<Members />)
    await screen.findByText('Dieses Gerät gehört nicht mehr dazu.')
    expect(screen.getByRole('link', { name: 'Von diesem Gerät löschen' }).getAttribute('href')).toBe(
      `#/members/remove/${opened.notebook.space}`,
    )
    expect(screen.queryByRole('link', { name: /einladen|eigenes Gerät/ })).toBeNull()
  })
})

describe('what a removed device had not sent', () => {
  const device = newId()
  const note = newId()
  const leave = async (): Promise<void> => {
    await share({ members: [helga] })
    const { tables } = opened.notebook
    await tables.meta.put({ key: 'names', value: JSON.stringify({ [device]: 'Anna Nowak' }) })
    const time = Date.UTC(2026, 10, 20, 12)
    await keepLeftover(tables, {
      device,
      at: opened.clock.now,
      changes: [
        { record: note, kind: 'note', time, set: { text: 'Der Bus ist bestellt.', date: '2026-11-20' } },
        { record: note, kind: 'note', time, set: { date: '2026-11-21' } },
        { record: newId(), kind: 'person', time: 0, set: { givenName: 'Karl' } },
      ],
    })
  }

  it('is announced to those who coordinate, listed, and taken over', async () => {
    exchangeThat()
    await leave()
    opened.show(<Members />)
    const card = await screen.findByText('Von Anna Nowak war noch nicht geschickt: 2 Einträge')
    expect(card.closest('a')?.getAttribute('href')).toBe(`#/members/unsent/${device}`)
    cleanup()
    opened.show(<UnsentPage params={{ device }} />)
    await screen.findByText('Der Bus ist bestellt.')
    expect(text()).toContain('20. November 2026')
    expect(text()).toContain('noch nicht fertig geschrieben')
    press('Ins Notizbuch übernehmen')
    await waitFor(async () => expect(await readLeftovers(opened.notebook.tables)).toEqual([]))
    expect((await rowOf(opened.notebook, note))?.label).toBe('Der Bus ist bestellt.')
  })

  it('is left out, and that can be taken back', async () => {
    exchangeThat()
    await leave()
    opened.show(
      <>
        <UnsentPage params={{ device }} />
        <UndoLine />
      </>,
    )
    await screen.findByText('Der Bus ist bestellt.')
    press('Weglassen')
    await waitFor(async () => expect(await readLeftovers(opened.notebook.tables)).toEqual([]))
    fireEvent.click(await screen.findByRole('button', { name: 'Rückgängig' }))
    await waitFor(async () => expect(await readLeftovers(opened.notebook.tables)).toHaveLength(1))
    expect(await rowOf(opened.notebook, note)).toBeUndefined()
  })
})
