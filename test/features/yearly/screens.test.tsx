// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rowOf } from '../../../src/db/find.ts'
import { change, save } from '../../../src/db/save.ts'
import { ReportSheet } from '../../../src/features/yearly/sheet.tsx'
import { SectionForm } from '../../../src/features/yearly/section.tsx'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { openForTest } from '../../house/open.tsx'
import { workOut } from '../../db/calendar/whole.ts'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  opened.close()
})

const write = async (kind: string, set: Fields): Promise<string> => {
  const record = newId()
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  await workOut(opened.notebook)
  return record
}

const yearly = (set: Fields = {}): Promise<string> =>
  write('report', {
    kindOf: 'yearly',
    from: '2026-01-01',
    to: '2026-12-31',
    language: 'de',
    state: 'draft',
    ...set,
  })

it('shows a report', async () => {
  await write('event', {
    title: 'Empfang',
    date: '2026-06-05',
    time: '18:00',
    zone: 'Europe/Berlin',
    place: 'Rathaus',
  })
  const id = await yearly()
  opened.show(<ReportSheet params={{ id }} />)
  expect(await screen.findByText('Empfang')).toBeTruthy()
  void [fireEvent, waitFor, within, rowOf, change, SectionForm]
})
