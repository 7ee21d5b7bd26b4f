import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { rowOf } from '../../src/db/find.ts'
import { save } from '../../src/db/save.ts'
import { Tables, type Notebook } from '../../src/db/tables.ts'
import { newId } from '../../src/shared/ids.ts'

const now = Date.parse('2026-11-25T10:00:00.000Z')

async function notebookNow(): Promise<Notebook> {
  const space = newId()
  const tables = new Tables(space)
  await tables.open()
  return { space, me: newId(), tables, now: () => now }
}

it('an edit with a time of its own keeps it, as a change of its own', async () => {
  const notebook = await notebookNow()
  const [record, kind, over] = [newId(), 'note', {}]
  await save(notebook, [
    { record, kind, set: { text: 'alt' }, over, time: 1000 },
    { record, kind, set: { author: 'Anna' }, over, time: 2000 },
  ])
  expect((await rowOf(notebook, record))?.changedAt).toBe(2000)
  expect((await notebook.tables.outbox.toArray()).map(({ open, time }) => [open, time])).toEqual([
    [0, 1000],
    [1, 2000],
  ])
})

it('an edit without a time is of now and joins the open change', async () => {
  const notebook = await notebookNow()
  const [record, kind, over] = [newId(), 'note', {}]
  await save(notebook, [{ record, kind, set: { text: 'alt' }, over }])
  await save(notebook, [{ record, kind, set: { author: 'Anna' }, over }])
  expect((await rowOf(notebook, record))?.changedAt).toBe(now)
  expect(await notebook.tables.outbox.toArray()).toMatchObject([
    { open: 0, set: { text: 'alt', author: 'Anna' }, time: now },
  ])
})
