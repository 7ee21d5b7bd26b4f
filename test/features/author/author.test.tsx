// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act, cleanup, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { features } from '../../../src/app/features.ts'
import { save } from '../../../src/db/save.ts'
import { WriteToAuthor } from '../../../src/features/author/about.tsx'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import type { Circle } from '../../../src/sync/status.ts'
import { MayWriteContext } from '../../../src/ui/may-write.ts'
import { from, hear } from '../../db/notebook.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
  const { notebook } = opened
  await notebook.tables.meta.put({ key: 'names', value: JSON.stringify({ annas: 'Anna Nowak' }) })
  const set = { title: 'Stadtfest', date: '2026-12-05' }
  await hear(notebook, from('annas', 1, { record: 'feast', kind: 'event', set }))
})

afterEach(() => {
  cleanup()
  opened.close()
})

const addPerson = (set: Fields): Promise<void> =>
  save(opened.notebook, [{ record: newId(), kind: 'person', set, over: {} }])

async function show(id: string, mayWrite = false): Promise<void> {
  opened.show(
    <MayWriteContext.Provider value={mayWrite}>
      <WriteToAuthor id={id} />
    </MayWriteContext.Provider>,
    features,
  )
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
}

const anna = { givenName: 'Anna', familyName: 'Nowak' }
const address = (): string | null | undefined => document.querySelector('a')?.getAttribute('href')

it('who may only read writes to the one whose device it came from, about that very record', async () => {
  await addPerson({
    ...anna,
    'emails/1': { address: 'anna+verein@example.org' },
    'phones/1': { number: '12' },
  })
  await show('feast')
  expect(screen.getByText('Geschrieben von: Anna Nowak')).toBeTruthy()
  expect(address()).toBe(
    `mailto:anna%2Bverein%40example.org?subject=${encodeURIComponent('Zu: Termin „Stadtfest“')}`,
  )
})

it('a note’s author goes before its device', async () => {
  const { notebook } = opened
  await addPerson({ ...anna, 'emails/1': { address: 'anna@example.org' } })
  await addPerson({
    givenName: 'Márta',
    familyName: 'Nagy',
    'phones/1': { number: '+36 1 234', label: 'mobile' },
  })
  const set = { text: 'Bus bestellt', author: 'Marta Nagy' }
  await hear(notebook, from('annas', 2, { record: 'note', kind: 'note', set }))
  await show('note')
  expect(screen.getByRole('link', { name: 'Marta Nagy anrufen' })).toBeTruthy()
  expect(address()).toBe('tel:+361234')
})

it('a coordinator stands in for an author without an address', async () => {
  const device = { id: 'x', kind: 'tablet', since: 0, lastSeen: 0, isThis: false } as const
  const circle: Circle = {
    members: [
      { id: '1', name: 'Jan Kowalski', isMe: false, devices: [{ ...device, role: 'member' }] },
      { id: '2', name: 'Renate Vogel', isMe: false, devices: [{ ...device, role: 'coordinator' }] },
    ],
    invitations: [],
    left: [],
    sheets: [],
    recovered: [],
  }
  await opened.notebook.tables.meta.put({ key: 'members', value: JSON.stringify(circle) })
  await addPerson({ givenName: 'Jan', familyName: 'Kowalski', 'emails/1': { address: 'jan@example.org' } })
  await addPerson({ givenName: 'Renate', familyName: 'Vogel', 'emails/1': { address: 'renate@example.org' } })
  await show('feast')
  expect(address()).toMatch(/^mailto:renate%40/)
})

it('plain words are left where nobody is known', async () => {
  await show('feast')
  expect(document.querySelector('a')).toBeNull()
  expect(screen.getByText(/Hier ist keine Adresse bekannt/)).toBeTruthy()
})

it('nothing of it is there for those who may write', async () => {
  await show('feast', true)
  expect(document.querySelector('section')).toBeNull()
})
