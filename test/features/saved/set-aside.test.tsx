// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { features } from '../../../src/app/features.ts'
import { listOf } from '../../../src/db/find.ts'
import { SetAside } from '../../../src/features/saved/set-aside.tsx'
import { StartLine } from '../../../src/features/saved/start-line.tsx'
import { newId } from '../../../src/shared/ids.ts'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
  const set = {
    role: 'Vorstand',
    'phones/1': { number: '030 1234', label: 'landline' },
    birthday: '1950-03-01',
  }
  const at = opened.clock.now
  await opened.notebook.tables.setAside.add({
    record: newId(),
    kind: 'person',
    label: 'Anna Nowak',
    time: at,
    set,
    at,
  })
})

afterEach(() => {
  cleanup()
  opened.close()
})

const show = (): unknown =>
  opened.show(
    <>
      <SetAside />
      <UndoLine />
    </>,
    features,
  )
const press = async (name: string): Promise<boolean> =>
  fireEvent.click(await screen.findByRole('button', { name }))
const plain = (): string => (document.body.textContent ?? '').replaceAll('\u00A0', ' ')

it('shows what was written by the names of its fields, and until when it stays', async () => {
  show()
  expect(await screen.findByText('Person: Anna Nowak')).toBeTruthy()
  expect(screen.getByText('Vorstand')).toBeTruthy()
  expect(screen.getByText('Festnetz: 030 1234')).toBeTruthy()
  expect(plain()).toContain('1. März 1950')
  expect(plain()).toContain('Bleibt hier bis 22. Dezember 2026')
})

it('copies it, also for whoever may write nothing here', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce()
  show()
  await press('Text kopieren')
  expect(await screen.findByText('Der Text ist kopiert.')).toBeTruthy()
  expect(write.mock.calls).toEqual([[expect.stringMatching(/^Person: Anna Nowak\n/)]])
  expect(write.mock.calls).toEqual([[expect.stringContaining('Festnetz: 030 1234')]])
})

it('makes a note of it', async () => {
  show()
  await press('Als Notiz behalten')
  await waitFor(() => expect(screen.queryByText('Person: Anna Nowak')).toBeNull())
  const [note] = await listOf(opened.notebook, 'note')
  expect(note?.fields['text']).toContain('Person: Anna Nowak\nAufgabe: Vorstand\n')
  expect(location.hash).toBe(`#/notes/${note?.id}`)
})

it('lets it go, and takes that back', async () => {
  show()
  await press('Wegwerfen')
  await waitFor(() => expect(screen.queryByText('Person: Anna Nowak')).toBeNull())
  await press('Rückgängig')
  expect(await screen.findByText('Person: Anna Nowak')).toBeTruthy()
})

it('is told on Start as long as there is something', async () => {
  await opened.notebook.tables.meta.put({ key: 'exchange', value: '"https://ponte.example/"' })
  opened.show(<StartLine />)
  const words = /gehört zu einem gelöschten Eintrag/
  expect(await screen.findByRole('link', { name: words })).toBeTruthy()
  await opened.notebook.tables.setAside.clear()
  await waitFor(() => expect(screen.queryByRole('link', { name: words })).toBeNull())
})
