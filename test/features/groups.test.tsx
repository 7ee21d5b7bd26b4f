// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { rowOf } from '../../src/db/find.ts'
import { save } from '../../src/db/save.ts'
import type { Row } from '../../src/db/show.ts'
import type { Notebook } from '../../src/db/tables.ts'
import { addressesOf, WriteToAll } from '../../src/features/groups/write-to-all.tsx'
import { newId } from '../../src/shared/ids.ts'
import type { Fields } from '../../src/shared/value.ts'
import { openForTest } from '../house/open.tsx'

afterEach(cleanup)

async function add(notebook: Notebook, kind: string, set: Fields): Promise<Row> {
  const record = newId()
  await save(notebook, [{ record, kind, set, over: {} }])
  return (await rowOf(notebook, record)) as Row
}

it('a letter to the whole group shows nobody the addresses of the others, and asks nobody twice', async () => {
  const opened = await openForTest()
  const { notebook } = opened
  const choir = await add(notebook, 'group', { name: 'Chor', 'emails/a': { address: 'chor@example.org' } })
  const anna = await add(notebook, 'person', {
    givenName: 'Anna',
    'emails/a': { address: 'anna+chor@example.org' },
    'emails/b': { address: 'zweite@example.org' },
  })
  const marek = await add(notebook, 'person', {
    givenName: 'Marek',
    'emails/a': { address: 'Chor@example.org' },
  })
  const teresa = await add(notebook, 'person', { givenName: 'Teresa' })

  const people = [anna, marek, teresa]
  expect(addressesOf(choir, people)).toEqual(['Chor@example.org', 'anna+chor@example.org'])
  opened.show(<WriteToAll group={choir} people={people} />)
  const link = await screen.findByRole('link', { name: 'Allen eine E-Mail schreiben' })
  expect(link.getAttribute('href')).toBe('mailto:?bcc=Chor%40example.org,anna%2Bchor%40example.org')
  expect(screen.getByText('1 Person hat keine E-Mail-Adresse.')).toBeTruthy()
  opened.close()
})
