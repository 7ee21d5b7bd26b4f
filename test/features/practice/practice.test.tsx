// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Make } from '../../../src/features/backup/make.tsx'
import { Practice } from '../../../src/features/practice/practice.tsx'
import { openPractice } from '../../../src/db/practice.ts'
import { readSettings } from '../../../src/db/device.ts'
import { OpenContext } from '../../../src/db/notebook.ts'
import { isPractising, hasPractisedOvernight, rememberPractising } from '../../../src/ui/practising.ts'
import { openForTest } from '../../house/open.tsx'

let house: Awaited<ReturnType<typeof openForTest>>
beforeEach(async () => {
  house = await openForTest()
})
afterEach(() => {
  cleanup()
  house.close()
  sessionStorage.clear()
  vi.useRealTimers()
})

const practising = async () => {
  const notebook = await openPractice({
    now: () => house.clock.now,
    onBlocked: () => undefined,
    onNewerVersion: () => undefined,
  })
  return { notebook, device: house.device, onProblem: () => undefined }
}

test('in the real notebook one can only begin, and no exercise leads into it', () => {
  house.show(<Practice />)
  expect(screen.getByRole('button', { name: 'Üben anfangen' })).toBeTruthy()
  expect(screen.queryByText('Das können Sie üben')).toBeNull()
  expect(screen.queryByText('Alles wieder wie am Anfang')).toBeNull()
})

test('while practising there are five exercises, the way back to the beginning, and the end', async () => {
  const open = await practising()
  house.show(
    <OpenContext.Provider value={open}>
      <Practice />
    </OpenContext.Provider>,
  )
  expect(screen.getAllByRole('link').filter((link) => link.classList.contains('row'))).toHaveLength(5)
  expect(screen.getByRole('button', { name: 'Alles wieder wie am Anfang' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Üben beenden' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Üben anfangen' })).toBeNull()
  open.notebook.tables.close()
})

test('a backup made while practising does not count as one', async () => {
  const open = await practising()
  const files: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.push(this.download)
  })
  house.show(
    <OpenContext.Provider value={open}>
      <Make />
    </OpenContext.Provider>,
  )
  fireEvent.click(screen.getByRole('button', { name: /Sicherung/ }))
  await waitFor(() => expect(files).toEqual(['ponte-practice-2026-11-22.json']))
  expect((await readSettings(house.device)).backedUpAt).toBe('')
  open.notebook.tables.close()
})

test('practising ends with the day', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 25, 21) })
  rememberPractising(true)
  expect([isPractising(), hasPractisedOvernight()]).toEqual([true, false])
  vi.setSystemTime(new Date(2026, 10, 26, 7))
  expect([isPractising(), hasPractisedOvernight()]).toEqual([false, true])
  rememberPractising(false)
  expect([isPractising(), hasPractisedOvernight()]).toEqual([false, false])
})
