// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepSettings, readSettings } from '../../../src/db/device.ts'
import { DisplayScreen } from '../../../src/features/settings/display.tsx'
import { HelperScreen } from '../../../src/features/settings/helper.tsx'
import { LanguageScreen } from '../../../src/features/settings/language.tsx'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  opened.close()
})

const field = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('textbox', { name })
const type = (box: HTMLElement, value: string): void => void fireEvent.input(box, { target: { value } })
const kept = async (): Promise<[string, string, string]> => {
  const { helperName, helperPhone, myName } = await readSettings(opened.device)
  return [helperName, helperPhone, myName]
}

it('keeps the helper within a second of the last key and says so', async () => {
  opened.show(<HelperScreen />)
  type(await field('Name'), ' Helga Brandt ')
  expect(screen.getByRole('status').textContent).toBe('Wird gespeichert')
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^Auf diesem .+ gespeichert$/), {
    timeout: 1000,
  })
  expect(await kept()).toEqual(['Helga Brandt', '', ''])
})

it('loses no key when the screen is left at once', async () => {
  const { unmount } = opened.show(<HelperScreen />)
  type(await field(/Telefonnummer/), '030 23125 123')
  type(await field(/Ihr eigener Name/), 'Anna Nowak')
  unmount()
  await waitFor(async () => expect(await kept()).toEqual(['', '030 23125 123', 'Anna Nowak']))
  expect(opened.problems).toEqual([])
})

it('loses no key when the app is put away', async () => {
  opened.show(<HelperScreen />)
  type(await field('Name'), 'Helga')
  window.dispatchEvent(new Event('pagehide'))
  await waitFor(async () => expect((await kept())[0]).toBe('Helga'), { timeout: 300 })
})

it('shows what was kept before and leaves the rest alone', async () => {
  await keepSettings(opened.device, { helperName: 'Helga', welcomed: 'yes' })
  const { unmount } = opened.show(<HelperScreen />)
  const box = await field('Name')
  expect((box as HTMLInputElement).value).toBe('Helga')
  type(await field(/Telefonnummer/), '112')
  unmount()
  await waitFor(async () => expect((await readSettings(opened.device)).helperPhone).toBe('112'))
  expect(await readSettings(opened.device)).toMatchObject({ helperName: 'Helga', welcomed: 'yes' })
})

it('says at the field what is missing when a number cannot be dialled, and keeps it all the same', async () => {
  opened.show(<HelperScreen />)
  type(await field(/Telefonnummer/), 'steht am Kühlschrank')
  expect(screen.queryByText(/fehlen die Ziffern/)).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
  expect(await screen.findByText(/fehlen die Ziffern/)).toBeTruthy()
  const box = await field(/Telefonnummer/)
  expect(box.getAttribute('aria-invalid')).toBe('true')
  expect((await kept())[1]).toBe('steht am Kühlschrank')
})

it('changes size and colours at once and remembers them', async () => {
  opened.show(<DisplayScreen />)
  fireEvent.click(await screen.findByRole('radio', { name: 'sehr groß' }))
  fireEvent.click(screen.getByRole('radio', { name: 'dunkel' }))
  expect({ ...document.documentElement.dataset }).toMatchObject({ size: 'xlarge', theme: 'dark' })
  expect([localStorage.getItem('ponte-size'), localStorage.getItem('ponte-theme')]).toEqual([
    'xlarge',
    'dark',
  ])
})

it('offers each language under its own name and speaks it at once', async () => {
  opened.show(<LanguageScreen />)
  const labels = (await screen.findAllByRole('radio')).map((radio) => radio.closest('label'))
  expect(labels.map((label) => [label?.lang, label?.textContent])).toEqual([
    ['de', 'Deutsch'],
    ['en', 'English'],
    ['pl', 'Polski'],
    ['hu', 'Magyar'],
  ])
  fireEvent.click(screen.getByRole('radio', { name: 'Polski' }))
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Język')
  expect(screen.getByRole('status').textContent).not.toBe('')
})
