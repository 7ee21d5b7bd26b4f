// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { More } from '../../../src/features/more/more.tsx'
import { feature as bin } from '../../../src/features/bin/feature.ts'
import { feature as settings } from '../../../src/features/settings/feature.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  opened.close()
})

it('shows the doors of all features in their order, and no group without doors', async () => {
  opened.show(<More />, [settings, bin])
  const doors = (await screen.findAllByRole('link')).filter((link) => link.className === 'door')
  expect(doors.map((door) => [door.getAttribute('href'), door.textContent])).toEqual([
    ['#/deleted', 'Gelöschtes'],
    ['#/display', 'Schrift und Farben'],
    ['#/language', 'Sprache'],
    ['#/helper', 'Wer hilft Ihnen?'],
  ])
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(1)
})
