import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import { expect, it } from 'vitest'
import { remove, restore } from '../../src/db/bin.ts'
import { newestOf } from '../../src/db/find.ts'
import { save } from '../../src/db/save.ts'
import { edit, newNotebook } from './notebook.ts'

it('a list that is shown hears of a record that comes back', async () => {
  const notebook = newNotebook()
  await save(notebook, [edit('n', 'note', { text: 'Hier', date: '2026-11-26' })])
  await remove(notebook, ['n'])
  const seen: number[] = []
  const subscription = liveQuery(() => newestOf(notebook, 'note', 3)).subscribe((rows) => {
    seen.push(rows.length)
  })
  await expect.poll(() => seen.at(-1)).toBe(0)
  await restore(notebook, ['n'])
  await expect.poll(() => seen.at(-1)).toBe(1)
  subscription.unsubscribe()
})
