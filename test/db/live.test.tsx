// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { render } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { remove, restore } from '../../src/db/bin.ts'
import { newestOf } from '../../src/db/find.ts'
import { useLive } from '../../src/db/live.ts'
import { save } from '../../src/db/save.ts'
import type { Notebook } from '../../src/db/tables.ts'
import { edit, newNotebook } from './notebook.ts'

const nothing = async (): Promise<void> => undefined

/** Counts after `before`, as a question does that asks something else first. */
async function countAfter(notebook: Notebook, before: () => Promise<unknown>): Promise<number> {
  await before()
  return (await newestOf(notebook, 'note', 3)).length
}

const questions = {
  'that asks at once': nothing,
  'that asked something else first': (notebook: Notebook) => notebook.tables.meta.get('none'),
  'that waited for nothing of the tables first': async () => {
    await nothing()
    await nothing()
  },
}

for (const [what, before] of Object.entries(questions))
  it(`a list ${what} hears of a record that comes back`, async () => {
    const notebook = newNotebook()
    await save(notebook, [edit('n', 'note', { text: 'Hier', date: '2026-11-26' })])
    await remove(notebook, ['n'])
    function Count(): number | null {
      return useLive(() => countAfter(notebook, () => before(notebook)), [notebook]) ?? null
    }
    const { container } = render(<Count />)
    await expect.poll(() => container.textContent).toBe('0')
    await restore(notebook, ['n'])
    await expect.poll(() => container.textContent).toBe('1')
  })
