import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { keepDraft, finishDraft, openForm } from '../../src/db/draft.ts'
import { change } from '../../src/db/save.ts'
import { settle, twiceFilled, type TwiceFilled } from '../../src/db/settle.ts'
import { draftOf } from '../../src/db/typed.ts'
import { from, hear, liveValues, newNotebook } from './notebook.ts'

let notebook = newNotebook()

/** A form that was opened before writes a town. */
async function write(opened: Awaited<ReturnType<typeof openForm>>, town: string): Promise<void> {
  const draft = draftOf(opened, { town }, {})
  if (draft) await keepDraft(notebook, { id: town, record: 'p', kind: 'person', ...draft })
  await finishDraft(notebook, town)
}

async function shownTwice(): Promise<TwiceFilled> {
  const [twice] = await twiceFilled(notebook, 'p')
  if (!twice) throw new Error('nothing is there twice')
  return twice
}

beforeEach(async () => {
  notebook = newNotebook()
  await hear(notebook, from('you', 1, { record: 'p', set: { town: 'Eger' }, time: 500 }))
  await write({ isNew: true, fields: {}, over: {} }, 'Pécs')
})

describe('two versions', () => {
  test('are shown side by side, the newest first', async () => {
    expect(await shownTwice()).toMatchObject({
      field: 'town',
      values: [
        { value: 'Pécs', stamps: ['me:0'] },
        { value: 'Eger', stamps: ['you:1'] },
      ],
    })
  })

  test('are settled by one of them or by a third', async () => {
    await settle(notebook, 'p', await shownTwice(), 'Tihany')
    expect(await liveValues(notebook, 'p', 'town')).toEqual({ 'me:0': 'Tihany' })
    expect((await notebook.tables.outbox.toArray()).map((row) => row.over)).toEqual([{ town: ['you:1'] }])
  })

  test('are settled without what came while they were shown', async () => {
    const shown = await shownTwice()
    await hear(notebook, from('him', 1, { record: 'p', set: { town: 'Vác' } }))
    await settle(notebook, 'p', shown, 'Eger')
    expect(await liveValues(notebook, 'p', 'town')).toEqual({ 'him:1': 'Vác', 'me:0': 'Eger' })
  })

  test('are settled without what an open form made of one of them meanwhile', async () => {
    const [shown, opened] = [await shownTwice(), await openForm(notebook, 'p')]
    await write(opened, 'Vác')
    await settle(notebook, 'p', shown, 'Eger')
    expect(await liveValues(notebook, 'p', 'town')).toEqual({ 'me:0': 'Vác', 'me:-1': 'Eger' })
  })

  test('are settled under the names that they have by then', async () => {
    const shown = await shownTwice()
    const sent = { ...shown, values: shown.values.map((one) => ({ ...one, stamps: ['me:-5', 'you:1'] })) }
    await settle(notebook, 'p', sent, 'Tihany')
    expect(await liveValues(notebook, 'p', 'town')).toEqual({ 'me:0': 'Tihany' })
  })

  test('of whether a record stands are never shown side by side', async () => {
    await change(notebook, ['p'], { deletedAt: 5 })
    await hear(notebook, from('him', 1, { record: 'p', set: { deletedAt: null } }))
    expect((await twiceFilled(notebook, 'p')).map((one) => one.field)).toEqual(['town'])
  })
})
