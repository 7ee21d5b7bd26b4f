// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CurrentScreen } from '../../../src/app/screen.tsx'
import { save } from '../../../src/db/save.ts'
import { feature as people } from '../../../src/features/people/feature.ts'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  location.hash = ''
  opened.close()
})

async function add(kind: string, set: Fields): Promise<string> {
  const record = newId()
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  return record
}

const person = (givenName: string, familyName: string, more: Fields = {}): Promise<string> =>
  add('person', { givenName, familyName, ...more })

const phone = (number: string, label = 'landline'): Fields => ({ number, label })

/** Opens an address as a tap on its link would. */
function open(address: string): void {
  location.hash = address
  opened.show(<CurrentScreen isAll />, [people])
}

const names = (): (string | null | undefined)[] =>
  screen.getAllByRole('rowheader').map((header) => header.querySelector('.line')?.textContent)

it('the addresses of the lists lead to the lists, not to a person called print', async () => {
  await person('Anna', 'Nowak', { 'phones/a': phone('+48 12 345') })
  open('/people/print')
  expect(await screen.findByRole('heading', { level: 1, name: 'Mitgliederliste' })).toBeTruthy()
  cleanup()
  open('/people/print/phones')
  expect(await screen.findByRole('heading', { level: 1, name: 'Telefonliste' })).toBeTruthy()
})

it('the member list stands in the order of family names and says how each can be reached', async () => {
  await person('Zoltán', 'Ács', { familyFirst: true, town: 'Pécs' })
  await person('Anna', 'Zielińska', {
    'phones/a': phone('+48 12 345 67 89'),
    'emails/a': { address: 'a@example.org' },
  })
  await person('Jürgen', 'Müller', { 'phones/a': phone('0221 99'), 'phones/b': phone('0171 88', 'mobile') })
  open('/people/print')
  await screen.findByRole('table')
  expect(names()).toEqual(['Ács Zoltán', 'Jürgen Müller', 'Anna Zielińska'])
  const rows = screen.getAllByRole('row').map((row) => row.textContent)
  expect(rows[1]).toContain('Pécs')
  expect(rows[2]).toContain('0221 99 Festnetz0171 88 Handy')
  expect(rows[3]).toContain('+48 12 345 67 89a@example.org')
})

it('a list can be printed for one group alone, and then says so', async () => {
  const choir = await add('group', { name: 'Chor' })
  await add('group', { name: 'Leere Gruppe' })
  await person('Anna', 'Nowak', { [`groups/${choir}`]: true })
  await person('Béla', 'Ősz')
  open('/people/print')
  fireEvent.click(await screen.findByRole('radio', { name: 'Chor' }))
  await waitFor(() => expect(names()).toEqual(['Anna Nowak']))
  expect(screen.getByRole('heading', { level: 1, name: 'Mitgliederliste: Chor' })).toBeTruthy()
  expect(screen.queryByRole('radio', { name: 'Leere Gruppe' })).toBeNull()
})

it('the telephone list leaves out who has no telephone, and tells the reader', async () => {
  await person('Anna', 'Nowak', { 'phones/a': phone('+48 12 345 67 89') })
  await person('Béla', 'Ősz')
  open('/people/print/phones')
  await screen.findByText('+48 12 345 67 89')
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Anna Nowak+48 12 345 67 89',
  ])
  expect(screen.getByText('1 Person fehlt darauf: Sie hat keine Telefonnummer.')).toBeTruthy()
})

it('a list of nobody says that nobody is there', async () => {
  open('/people/print')
  expect(await screen.findByText('Noch keine Personen.')).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
})
