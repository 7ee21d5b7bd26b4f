import 'fake-indexeddb/auto'
import { locks } from 'node:worker_threads'
import { beforeEach, describe, expect, test } from 'vitest'
import { remove } from '../../src/db/bin.ts'
import {
  finishAbandoned,
  finishDraft,
  dropDraft,
  holdDraft,
  keepDraft,
  openForm,
} from '../../src/db/draft.ts'
import { mostBytes, save } from '../../src/db/save.ts'
import type { DraftRow } from '../../src/db/tables.ts'
import { afterCommit, draftOf } from '../../src/db/typed.ts'
import type { Fields } from '../../src/shared/value.ts'
import { edit, from, hear, liveValues, newNotebook } from './notebook.ts'

let notebook = newNotebook()
beforeEach(() => {
  notebook = newNotebook()
})

const draftOfNote = (id: string, set: Fields): DraftRow => ({
  id,
  record: `of ${id}`,
  kind: 'note',
  set,
  over: {},
  shown: {},
})
const drafts = () => notebook.tables.drafts.toCollection().primaryKeys()
const labels = async () => (await notebook.tables.records.toArray()).map((row) => row.label)

describe('opening a form', () => {
  test('of a record that is not there yet shows nothing', async () => {
    expect(await openForm(notebook, 'p')).toEqual({ isNew: true, fields: {}, over: {} })
  })

  test('tells the values that it shows and which versions carry them, the hidden ones not', async () => {
    const he = { record: 'p', set: { town: 'Pécs', givenName: 'Ilona' }, time: 3000 }
    await hear(notebook, from('him', 1, he))
    await hear(notebook, from('you', 1, { record: 'p', set: { town: 'Eger' }, time: 2000 }))
    await hear(notebook, from('her', 1, { record: 'p', set: { town: 'Pécs' }, time: 1000 }))
    const { over, fields, isNew } = await openForm(notebook, 'p')
    expect([isNew, fields]).toEqual([false, { town: 'Pécs', givenName: 'Ilona' }])
    expect(over).toEqual({ town: ['him:1', 'her:1'], givenName: ['him:1'] })
  })

  test('of a deleted record does not show when it was deleted', async () => {
    await save(notebook, [edit('n', 'note', { text: 'A' })])
    await remove(notebook, ['n'])
    expect((await openForm(notebook, 'n')).fields).toEqual({ text: 'A' })
  })
})

describe('what was typed', () => {
  const opened = {
    isNew: false,
    fields: { text: 'A', about: 'g', 'phones/1': { number: '1', label: 'work' } },
    over: { text: ['you:1'], about: ['you:2'] },
  }

  test('makes a draft of the changed fields alone, over what was shown of them', () => {
    expect(draftOf(opened, { text: 'B', about: 'g' }, {})).toEqual({
      set: { text: 'B' },
      over: { text: ['you:1'] },
      shown: { text: ['A'] },
    })
  })

  test('makes none when it says what stood there before', () => {
    expect(draftOf(opened, { text: 'A', 'phones/1': { label: 'work', number: '1' } }, {})).toBeUndefined()
    expect(draftOf(opened, { author: '', 'phones/2': null }, {})).toBeUndefined()
  })

  test('counts an empty element of a list as there: a person without a part in a project takes part', () => {
    const project = { isNew: false, fields: { 'people/a': '' }, over: {} }
    expect(draftOf(project, { 'people/b': '' }, {})?.set).toEqual({ 'people/b': '' })
    expect(draftOf(project, { 'people/a': null }, {})?.set).toEqual({ 'people/a': null })
    expect(draftOf(project, { 'people/a': '', 'people/b': null }, {})).toBeUndefined()
  })

  test('takes the first values of a new record along, which alone make none', () => {
    const fresh = { isNew: true, fields: {}, over: {} }
    expect(draftOf(fresh, { text: '' }, { text: '', date: '2026' })).toBeUndefined()
    expect(draftOf(fresh, { text: 'B' }, { text: '', date: '2026' })?.set).toEqual({
      text: 'B',
      date: '2026',
    })
  })

  test('goes on, once committed, over what was written and not over what came since', () => {
    const next = afterCommit(opened, { text: 'B' })
    expect(next.fields).toMatchObject({ text: 'B', about: 'g' })
    expect(draftOf(next, { text: 'C', about: 'h' }, {})).toEqual({
      set: { text: 'C', about: 'h' },
      over: { text: [], about: ['you:2'] },
      shown: { text: ['B'], about: ['g'] },
    })
  })
})

describe('a draft', () => {
  test('becomes one change and is gone', async () => {
    await keepDraft(notebook, draftOfNote('a', { text: 'typed' }))
    await finishDraft(notebook, 'a')
    expect([await drafts(), await labels()]).toEqual([[], ['typed']])
    expect(await notebook.tables.outbox.count()).toBe(1)
  })

  test('is still there when its commit fails, and no change is', async () => {
    await keepDraft(notebook, draftOfNote('a', { text: 'typed' }))
    const tear = (): void => {
      throw new Error('torn')
    }
    notebook.tables.drafts.hook('deleting', tear)
    await expect(finishDraft(notebook, 'a')).rejects.toThrow()
    expect([await drafts(), await labels(), await notebook.tables.outbox.count()]).toEqual([['a'], [], 0])
    notebook.tables.drafts.hook('deleting').unsubscribe(tear)
    await finishDraft(notebook, 'a')
    expect([await drafts(), await labels()]).toEqual([[], ['typed']])
  })

  test('is committed once, though two doors close at the same time', async () => {
    await keepDraft(notebook, draftOfNote('a', { text: 'typed' }))
    await Promise.all([finishDraft(notebook, 'a'), finishDraft(notebook, 'a')])
    expect(await notebook.tables.outbox.count()).toBe(1)
  })

  test('that was dropped is committed by nobody', async () => {
    await keepDraft(notebook, draftOfNote('a', { text: 'typed' }))
    await dropDraft(notebook, 'a')
    await finishDraft(notebook, 'a')
    expect(await labels()).toEqual([])
  })

  test('never holds more than can be committed', async () => {
    await keepDraft(notebook, draftOfNote('a', { text: 'typed' }))
    const long = draftOfNote('a', { text: 'x'.repeat(mostBytes) })
    await expect(keepDraft(notebook, long)).rejects.toMatchObject({ code: 'too-long' })
    await finishAbandoned(notebook)
    expect(await labels()).toEqual(['typed'])
  })

  test('replaces what its form showed, not what came while it was typed', async () => {
    await hear(notebook, from('you', 1, { record: 'p', set: { town: 'Pécs' } }))
    const opened = await openForm(notebook, 'p')
    const draft = draftOf(opened, { town: 'Eger' }, {})
    expect(draft).toBeDefined()
    if (draft) await keepDraft(notebook, { id: 'a', record: 'p', kind: 'person', ...draft })
    await hear(notebook, from('you', 2, { record: 'p', set: { town: 'Tihany' }, over: { town: ['you:1'] } }))
    await finishDraft(notebook, 'a')
    expect(await liveValues(notebook, 'p', 'town')).toEqual({ 'you:2': 'Tihany', 'me:0': 'Eger' })
  })
})

describe('drafts that an earlier run left', () => {
  test('are committed at the next start', async () => {
    await keepDraft(notebook, draftOfNote('a', { text: 'one' }))
    await keepDraft(notebook, draftOfNote('b', { text: 'two' }))
    await finishAbandoned(notebook)
    expect([await drafts(), await labels()]).toEqual([[], ['one', 'two']])
  })

  test('are left alone while an open form holds them', async () => {
    await keepDraft(notebook, draftOfNote('held', { text: 'in another tab' }))
    await keepDraft(notebook, draftOfNote('left', { text: 'left' }))
    const release = holdDraft('held')
    await finishAbandoned(notebook)
    expect([await drafts(), await labels()]).toEqual([['held'], ['left']])
    release()
    await untilFree()
    await finishAbandoned(notebook)
    expect(await drafts()).toEqual([])
  })
})

async function untilFree(): Promise<void> {
  while ((await locks.query()).held?.length) await new Promise((resolve) => setTimeout(resolve, 5))
}
