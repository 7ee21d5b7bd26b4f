// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import { DueList } from '../../../src/features/retention/due.tsx'
import { RetentionForm } from '../../../src/features/retention/form.tsx'
import { PrivacyPaper } from '../../../src/features/retention/paper.tsx'
import { settingsRecord } from '../../../src/records/kinds/settings.ts'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  opened.close()
})

const write = (kind: string, set: Fields, record: string): Promise<void> =>
  save(opened.notebook, [{ record, kind, set, over: {} }])

const [anna, offer] = [newId(), newId()]

/** Anna was a host in November; nearly two years pass. */
async function fill(): Promise<void> {
  await write('person', { givenName: 'Anna', familyName: 'Nowak' }, anna)
  await write('hosting', { person: anna, beds: '2', diet: 'vegetarisch' }, offer)
  await write('visit', { type: 'hostFamily', date: '2026-11-23', endDate: '2026-11-25' }, newId())
  opened.clock.now = Date.UTC(2028, 9, 1, 12)
}

const press = async (name: string): Promise<boolean> =>
  fireEvent.click(await screen.findByRole('button', { name }))

it('keeps a contact that is still right, and the list no longer shows it', async () => {
  await fill()
  opened.show(<DueList />)
  await press('Stimmt noch')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Stimmt noch' })).toBeNull())
  expect((await rowOf(opened.notebook, anna))?.fields['confirmedOn']).toBe('2028-10-01')
  expect(screen.getByRole('button', { name: 'Noch behalten' })).toBeTruthy()
})

/** The hosts' part of the list. */
async function hosts(): Promise<ReturnType<typeof within>> {
  const part = within((await screen.findByText('Angaben der Gastgeber')).closest('section') as HTMLElement)
  expect(await part.findByText('Anna Nowak')).toBeTruthy()
  return part
}

it('leads those who coordinate to erasing an offer or a contact for good', async () => {
  await fill()
  opened.show(<DueList />)
  const link = (await hosts()).getByRole('link', { name: 'Für immer löschen' })
  expect(link.getAttribute('href')).toBe(`#/erase/${offer}`)
  expect(screen.queryByRole('button', { name: 'Löschen' })).toBeNull()
})

it('puts what is due into the bin where others coordinate, and takes that back', async () => {
  await fill()
  await opened.notebook.tables.meta.put({ key: 'role', value: 'member' })
  opened.show(
    <>
      <DueList />
      <UndoLine />
    </>,
  )
  fireEvent.click((await hosts()).getByRole('button', { name: 'Löschen' }))
  await waitFor(async () => expect((await rowOf(opened.notebook, offer))?.list).toBe('bin'))
  await press('Rückgängig')
  await waitFor(async () => expect((await rowOf(opened.notebook, offer))?.list).toBe('hosting'))
})

it('says that nothing is due in a new notebook', async () => {
  opened.show(<DueList />)
  expect(await screen.findByText('Nichts ist fällig.')).toBeTruthy()
})

it('sets the periods for the whole notebook, and the page for the board says them', async () => {
  opened.show(<RetentionForm />)
  const who = await screen.findByRole('textbox', { name: /Wer ist verantwortlich/ })
  fireEvent.input(who, { target: { value: 'Freundeskreis e. V.\nRathaus 1' } })
  const diet = screen.getByRole('group', { name: /Angaben zum Essen/ })
  fireEvent.click(within(diet).getByRole('radio', { name: /14/ }))
  await press('Fertig')
  await waitFor(async () =>
    expect((await rowOf(opened.notebook, settingsRecord))?.fields).toMatchObject({
      controller: 'Freundeskreis e. V.\nRathaus 1',
      dietDays: 14,
    }),
  )
  cleanup()
  opened.show(<PrivacyPaper />)
  expect(await screen.findByText(/Freundeskreis e\. V\./)).toBeTruthy()
  const row = screen.getByRole('rowheader', { name: 'Gastgeber: Essen' }).closest('tr') as HTMLElement
  expect(row.textContent).toMatch(/bis 14\sTage danach/)
  expect(screen.getByText(/liegt nur auf diesem Gerät/)).toBeTruthy()
})

it('names everybody who sees the notebook, and what the exchange sees', async () => {
  const { meta } = opened.notebook.tables
  const device = { id: newId(), kind: 'tablet', role: 'reader', isThis: false }
  const members = [{ id: newId(), name: 'Zsófia Kovács', devices: [device, device], isMe: false }]
  const circle = {
    members,
    invitations: [],
    left: [],
    sheets: [{ slip: newId(), isTried: true }],
    recovered: [],
  }
  await meta.put({ key: 'members', value: JSON.stringify(circle) })
  await meta.put({ key: 'exchange', value: 'https://ponte.example.org' })
  opened.show(<PrivacyPaper />)
  const row = (await screen.findByRole('rowheader', { name: 'Zsófia Kovács' })).closest('tr') as HTMLElement
  expect(row.textContent).toMatch(/lesen2\sGeräte/)
  expect(screen.getByText(/https:\/\/ponte\.example\.org/)).toBeTruthy()
  expect(screen.getByText(/Es gilt 1\s/)).toBeTruthy()
})
