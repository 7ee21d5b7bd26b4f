// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepSettings } from '../../../src/db/device.ts'
import { Help } from '../../../src/features/help/help.tsx'
import { VersionSection } from '../../../src/features/help/version-section.tsx'
import { version } from '../../../src/ui/version.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  opened.close()
})

it('asks for somebody to call while there is nobody', async () => {
  opened.show(<Help />)
  const enter = await screen.findByRole('link', { name: 'Jemanden eintragen' })
  expect(enter.getAttribute('href')).toBe('#/helper')
  expect(screen.queryByRole('link', { name: 'Anrufen' })).toBeNull()
})

it('shows name and number as they were written and dials the number', async () => {
  await keepSettings(opened.device, { helperName: 'Helga Brandt', helperPhone: '+49 (0)30 23125-123' })
  opened.show(<Help />)
  expect(await screen.findByText('Helga Brandt')).toBeTruthy()
  expect(screen.getByText('+49 (0)30 23125-123').className).toBe('number')
  expect(screen.getByRole('link', { name: 'Anrufen' }).getAttribute('href')).toBe('tel:+493023125123')
})

it('writes a # in the number so that telephones dial it', async () => {
  await keepSettings(opened.device, { helperPhone: '*100#' })
  opened.show(<Help />)
  expect((await screen.findByRole('link', { name: 'Anrufen' })).getAttribute('href')).toBe('tel:*100%23')
})

it('has no button to call what cannot be dialled', async () => {
  await keepSettings(opened.device, { helperName: 'Helga', helperPhone: 'steht am Kühlschrank' })
  opened.show(<Help />)
  await screen.findByText('Helga')
  expect(screen.queryByRole('link', { name: 'Anrufen' })).toBeNull()
})

it('copies the number and says whether it worked', async () => {
  await keepSettings(opened.device, { helperPhone: '030 23125 123' })
  opened.show(<Help />)
  const copy = await screen.findByRole('button', { name: 'Nummer kopieren' })
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce()
  fireEvent.click(copy)
  expect(await screen.findByText('Die Nummer ist kopiert.')).toBeTruthy()
  expect(write).toHaveBeenCalledWith('030 23125 123')
})

it('says what to do when a browser refuses to copy', async () => {
  await keepSettings(opened.device, { helperPhone: '030 23125 123' })
  opened.show(<Help />)
  const copy = await screen.findByRole('button', { name: 'Nummer kopieren' })
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'))
  fireEvent.click(copy)
  expect(await screen.findByText(/Schreiben Sie die Nummer ab/)).toBeTruthy()
})

it('has one h1, then only h2, and one primary button at most', async () => {
  const { container } = opened.show(<Help />)
  await screen.findByRole('heading', { level: 1 })
  const levels = [...container.querySelectorAll('h1, h2, h3, h4')].map((heading) => heading.tagName)
  expect(levels).toEqual(['H1', ...Array.from({ length: levels.length - 1 }, () => 'H2')])
  expect(container.querySelectorAll('.primary').length).toBeLessThanOrEqual(1)
})

it.each([
  ['finds a newer version', () => Promise.resolve(true), 'Es gibt eine neuere Fassung.'],
  ['finds none', () => Promise.resolve(false), 'Sie haben die neueste Fassung.'],
  ['has no internet', () => Promise.reject(new TypeError('Failed to fetch')), 'Das braucht Internet.'],
])('says in words when it %s', async (_what, look, words) => {
  const { container } = opened.show(<VersionSection look={look} />)
  expect(container.textContent).toContain(version)
  fireEvent.click(screen.getByRole('button', { name: 'Nach einer neueren Fassung sehen' }))
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain(words))
})
