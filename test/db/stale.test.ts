import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { remove } from '../../src/db/bin.ts'
import { commitForm } from '../../src/db/draft.ts'
import { rowOf } from '../../src/db/find.ts'
import { save, saveInside } from '../../src/db/save.ts'
import { savedTables, type Notebook } from '../../src/db/tables.ts'
import { edit as editOf, newNotebook } from './notebook.ts'

let notebook: Notebook

beforeEach(() => {
  notebook = newNotebook()
})

const staleIds = async (): Promise<string[]> => (await notebook.tables.stale.toArray()).map((row) => row.id)

const edit = (record: string, kind: string) => editOf(record, kind, { title: 'Treffen' })

it('a saved event or person is marked, so that its days are worked out anew; a note is not', async () => {
  await save(notebook, [edit('r1', 'event'), edit('r2', 'note'), edit('r3', 'person')])
  expect(await staleIds()).toEqual(['r1', 'r3'])
})

it('so is one that is deleted or written by a form', async () => {
  await save(notebook, [edit('r1', 'event')])
  await notebook.tables.stale.clear()
  await remove(notebook, ['r1'])
  await commitForm(notebook, { id: 'draft', shown: {}, ...edit('r2', 'event') })
  expect(await staleIds()).toEqual(['r1', 'r2'])
})

it('a row tells which device changed it last', async () => {
  await save(notebook, [edit('r1', 'note')])
  expect((await rowOf(notebook, 'r1'))?.changedBy).toBe(notebook.me)
  const other = 'f'.repeat(32)
  await notebook.tables.transaction('rw', savedTables(notebook.tables), () =>
    saveInside(notebook, other, [{ ...edit('r1', 'note'), time: notebook.now() + 1 }]),
  )
  expect((await rowOf(notebook, 'r1'))?.changedBy).toBe(other)
})
