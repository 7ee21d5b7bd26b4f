// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { features } from '../../../src/app/features.ts'
import { rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import { dropErasures } from '../../../src/db/wished.ts'
import { ErasePage } from '../../../src/features/erase/page.tsx'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { exchangeThat } from '../../house/exchanger.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>
const [anna, told, visit] = [newId(), newId(), newId()]

const write = (kind: string, set: Fields, record: string): Promise<void> =>
  save(opened.notebook, [{ record, kind, set, over: {} }])

beforeEach(async () => {
  opened = await openForTest()
  await write('person', { givenName: 'Anna', familyName: 'Kanarek' }, anna)
  await write('hosting', { person: anna, beds: '2' }, newId())
  await write('visit', { town: 'Pécs', [`people/${anna}`]: true }, visit)
  await write('note', { text: 'Frau Kanarek kommt mit.' }, told)
})

afterEach(() => {
  cleanup()
  opened.close()
})

const show = (id = anna): unknown => opened.show(<ErasePage params={{ id }} />, features)
const press = async (name: string): Promise<boolean> =>
  fireEvent.click(await screen.findByRole('button', { name }))
const tell = (key: string, value: string): Promise<string> => opened.notebook.tables.meta.put({ key, value })
const share = (): Promise<string> => tell('exchange', '"https://ponte.example/"')

it('says what goes along, what names the person and which texts say the name, the safe choice first', async () => {
  show()
  expect(await screen.findByRole('heading', { name: 'Anna Kanarek' })).toBeTruthy()
  expect(screen.getByText('Alles dazu wird auf diesem Gerät gelöscht.')).toBeTruthy()
  expect(screen.getByText('Angaben zur Unterbringung: 1')).toBeTruthy()
  expect(screen.getByText('Ist vermerkt bei: 1')).toBeTruthy()
  expect(screen.getByRole('link', { name: /Pécs/ }).getAttribute('href')).toBe(`#/visits/${visit}`)
  expect(screen.getByRole('link', { name: 'Ansehen und ändern' }).getAttribute('href')).toBe(
    `#/notes/${told}`,
  )
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Frau Kanarek/ }).checked).toBe(false)
  const names = screen.getAllByRole('button').map((button) => button.textContent)
  expect(names).toEqual(['Nicht löschen', 'Für immer löschen'])
})

it('erases the person and what was ticked, and says so', async () => {
  show()
  fireEvent.click(await screen.findByRole('checkbox', { name: /Frau Kanarek/ }))
  await press('Für immer löschen')
  expect(await screen.findByText('Für immer gelöscht')).toBeTruthy()
  expect(screen.getByText(/Frühere Sicherungen/)).toBeTruthy()
  expect(await rowOf(opened.notebook, anna)).toBeUndefined()
  expect(await rowOf(opened.notebook, told)).toBeUndefined()
  expect((await rowOf(opened.notebook, visit))?.fields).toMatchObject({ [`people/${anna}`]: null })
})

it('leaves a text that was not ticked', async () => {
  show()
  await press('Für immer löschen')
  expect(await screen.findByText('Für immer gelöscht')).toBeTruthy()
  expect((await rowOf(opened.notebook, told))?.fields).toMatchObject({ text: 'Frau Kanarek kommt mit.' })
})

it('keeps the wish where there is no network, and says so, also when one comes back', async () => {
  await share()
  exchangeThat({ exchangeNow: () => 'offline' })
  show()
  expect(await screen.findByText(/auf allen Geräten gelöscht/)).toBeTruthy()
  await press('Für immer löschen')
  expect(await screen.findByText(/sobald es eine Verbindung gibt/)).toBeTruthy()
  expect(await rowOf(opened.notebook, anna)).toMatchObject({ list: 'bin' })
  cleanup()
  show()
  expect(await screen.findByText(/sobald es eine Verbindung gibt/)).toBeTruthy()
})

it('waits for the exchange, which carries it out', async () => {
  await share()
  const { tables } = opened.notebook
  const exchange = exchangeThat({
    exchangeNow: () => dropErasures(tables, [anna]).then(() => tables.records.delete(anna)),
  })
  show()
  await press('Für immer löschen')
  expect(await screen.findByText('Für immer gelöscht')).toBeTruthy()
  expect(exchange.last('exchangeNow')).toEqual([])
})

it('tells those who do not coordinate who does it', async () => {
  await share()
  await tell('role', 'member')
  const devices = [{ id: 'x', kind: 'tablet', role: 'coordinator', isThis: false }]
  await tell('members', JSON.stringify({ members: [{ id: 'm', name: 'Helga Vogel', devices, isMe: false }] }))
  show()
  expect(await screen.findByText('Das macht für alle: Helga Vogel')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

it('says that something is not here', async () => {
  show(newId())
  await waitFor(() => expect(screen.getByText('Diesen Eintrag gibt es hier nicht.')).toBeTruthy())
})
