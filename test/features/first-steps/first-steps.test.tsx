// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepSettings, readSettings } from '../../../src/db/device.ts'
import { doneFirstSteps, tickFirstStep } from '../../../src/db/first-steps.ts'
import { FirstStep } from '../../../src/features/first-steps/card.tsx'
import { cards } from '../../../src/features/first-steps/cards.ts'
import { FirstSteps } from '../../../src/features/first-steps/list.tsx'
import { PrintFirstStep, PrintFirstSteps } from '../../../src/features/first-steps/print.tsx'
import { MayWriteContext } from '../../../src/ui/may-write.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  opened.close()
})

it('are ticked and taken back on this device, one by one, beside its other settings', async () => {
  await keepSettings(opened.device, { myName: 'Renate Vogel' })
  expect([...(await doneFirstSteps(opened.device))]).toEqual([])
  await Promise.all(['photo', 'backup', 'photo'].map((id) => tickFirstStep(opened.device, id, true)))
  expect([...(await doneFirstSteps(opened.device))].sort()).toEqual(['backup', 'photo'])
  await tickFirstStep(opened.device, 'photo', false)
  expect([...(await doneFirstSteps(opened.device))]).toEqual(['backup'])
  expect((await readSettings(opened.device)).myName).toBe('Renate Vogel')
})

it('say on the list how many are done, which, and go on with the next', async () => {
  await tickFirstStep(opened.device, 'text-size', true)
  await tickFirstStep(opened.device, 'saved-shared', true)
  opened.show(<FirstSteps />)
  expect(await screen.findByText(`2 von ${cards.length} geschafft`)).toBeTruthy()
  const done = within(await screen.findByRole('link', { name: /Die Schrift größer machen/ }))
  expect(done.getByText('Geschafft')).toBeTruthy()
  const open = within(screen.getByRole('link', { name: /Link und QR-Code/ }))
  expect(open.queryByText('Geschafft')).toBeNull()
  const next = screen.getByRole('link', { name: 'Mit der nächsten weitermachen' })
  expect(next.getAttribute('href')).toBe('#/first-steps/home-screen')
})

it('tick with one tap, praise, offer the next card, and take the tick back', async () => {
  opened.show(<FirstStep params={{ card: 'photo' }} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Geschafft' }))
  expect(await screen.findByText('Gut gemacht. Diese Karte ist abgehakt.')).toBeTruthy()
  expect([...(await doneFirstSteps(opened.device))]).toEqual(['photo'])
  expect(screen.getByText('Als Nächstes: Eine Sicherung machen')).toBeTruthy()
  const next = screen.getByRole('link', { name: 'Nächste Karte' })
  expect(next.getAttribute('href')).toBe('#/first-steps/backup')
  // As two taps by a steady hand are apart.
  await new Promise((resolve) => void setTimeout(resolve, 520))
  fireEvent.click(screen.getByRole('button', { name: 'Doch noch nicht' }))
  await screen.findByRole('button', { name: 'Geschafft' })
  expect([...(await doneFirstSteps(opened.device))]).toEqual([])
})

it('say so when the last one is done', async () => {
  for (const { id } of cards) if (id !== 'photo') await tickFirstStep(opened.device, id, true)
  opened.show(<FirstStep params={{ card: 'photo' }} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Geschafft' }))
  expect(await screen.findByText('Sie haben alle Karten geschafft.')).toBeTruthy()
  const all = screen.getByRole('link', { name: 'Alle Karten ansehen' })
  expect(all.getAttribute('href')).toBe('#/first-steps')
})

it('show the number to call on each card, with one filled button, the last', async () => {
  await keepSettings(opened.device, { helperName: 'Helga Brandt', helperPhone: '030 23125 100' })
  for (const { id } of cards) {
    const { container } = opened.show(<FirstStep params={{ card: id }} />)
    expect((await screen.findByText('030 23125 100')).className).toBe('number')
    const [call] = screen.getAllByRole('link', { name: 'Anrufen' })
    expect(call?.getAttribute('href')).toBe('tel:03023125100')
    const filled = [...container.querySelectorAll('main .button')]
    expect(filled.flatMap((button, at) => (button.matches('.primary') ? [at] : []))).toEqual([
      filled.length - 1,
    ])
    expect(container.querySelectorAll('h1')).toHaveLength(1)
    cleanup()
  }
})

it('lead to where it is done in the app, and nobody to writing who may only read', async () => {
  const { unmount } = opened.show(<FirstStep params={{ card: 'photo' }} />)
  const way = await screen.findByRole('link', { name: 'Einen Besuch aufschreiben' })
  expect(way.getAttribute('href')).toBe('#/visits/new')
  unmount()
  opened.show(
    <MayWriteContext.Provider value={false}>
      <FirstStep params={{ card: 'photo' }} />
    </MayWriteContext.Provider>,
  )
  await screen.findByRole('button', { name: 'Geschafft' })
  expect(screen.queryByRole('link', { name: 'Einen Besuch aufschreiben' })).toBeNull()
})

it('show the list for an address that this version does not know', async () => {
  opened.show(<FirstStep params={{ card: 'of-a-later-version' }} />)
  expect(await screen.findByText(`0 von ${cards.length} geschafft`)).toBeTruthy()
})

it('are printed one or all, with the name and number of who helps', async () => {
  await keepSettings(opened.device, { helperName: 'Helga Brandt', helperPhone: '030 23125 100' })
  const one = opened.show(<PrintFirstStep params={{ card: 'backup' }} />)
  expect(await screen.findByRole('heading', { level: 1, name: 'Eine Sicherung machen' })).toBeTruthy()
  expect(await screen.findByText(/Rufen Sie an: Helga Brandt, 030 23125 100/)).toBeTruthy()
  expect(one.container.querySelectorAll('.numbered > li')).toHaveLength(5)
  one.unmount()
  const all = opened.show(<PrintFirstSteps />)
  await waitFor(() => expect(all.container.querySelectorAll('.paper.large .paper-card')).toHaveLength(16))
})
