// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { locks } from 'node:worker_threads'
import { act, renderHook } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Device } from '../../src/db/device.ts'
import { finishAbandoned, keepDraft, openForm } from '../../src/db/draft.ts'
import { eraseRecords } from '../../src/db/erase.ts'
import { useForm, type Form } from '../../src/db/form.ts'
import { OpenContext } from '../../src/db/notebook.ts'
import { finishDrafts } from '../../src/db/open.ts'
import type { NotebookProblem } from '../../src/db/problem.ts'
import { mostBytes, save } from '../../src/db/save.ts'
import type { Fields } from '../../src/shared/value.ts'
import { edit, from, hear, liveValues, newNotebook } from './notebook.ts'

// happy-dom has no locks; Node has the real ones.
if (!navigator.locks) Object.defineProperty(navigator, 'locks', { value: locks })

let notebook = newNotebook()
let problems: NotebookProblem[] = []
beforeEach(() => {
  notebook = newNotebook()
  problems = []
})
afterEach(() => vi.restoreAllMocks())

const device = new Device('form-test')
const onProblem = (problem: NotebookProblem): void => void problems.push(problem)

/** A screen with a form over a record, once the form is loaded. */
async function show(record: string, initial?: Fields) {
  const wrapper = ({ children }: { children: ComponentChildren }) => (
    <OpenContext.Provider value={{ notebook, device, onProblem }}>{children}</OpenContext.Provider>
  )
  const { result, unmount, rerender } = renderHook(() => useForm('note', record, initial), { wrapper })
  await vi.waitFor(() => expect(result.current).toBeDefined())
  const form = (): Form => {
    if (!result.current) throw new Error('the form is not loaded')
    return result.current
  }
  const type = (field: string, value: Fields[string]) => act(() => form().set(field, value))
  return { form, type, unmount, rerender }
}

function become(visibility: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility)
  document.dispatchEvent(new Event('visibilitychange'))
}

const outbox = () => notebook.tables.outbox.toArray()
const drafts = () => notebook.tables.drafts.toArray()
/** Longer than the form takes for anything it does by itself. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 700))
const saved = () => vi.waitFor(async () => expect(await outbox()).not.toEqual([]))

describe('typing into a form', () => {
  test('is kept within one second, and the form says so', async () => {
    const { form, type, unmount } = await show('n')
    expect(form().state).toBe('untouched')
    await type('text', 'Dear')
    expect(form().state).toBe('writing')
    const kept = async () => expect(await drafts()).toMatchObject([{ record: 'n', set: { text: 'Dear' } }])
    await vi.waitFor(kept, { timeout: 1000 })
    await vi.waitFor(() => expect(form().state).toBe('kept'))
    expect(await outbox()).toEqual([])
    unmount()
    await saved()
  })

  test('outlives a killed tab', async () => {
    const { type, unmount } = await show('n')
    await type('text', 'Dear')
    await vi.waitFor(async () => expect(await drafts()).toHaveLength(1))
    // Held by the form, so a second tab leaves it alone.
    await finishAbandoned(notebook)
    expect(await outbox()).toEqual([])
    const copy = await drafts()
    unmount()
    await saved()
    // As if the tab had been killed instead: the draft is there and nobody holds it.
    await notebook.tables.drafts.bulkPut(copy.map((draft) => ({ ...draft, record: 'm' })))
    await vi.waitFor(async () => {
      await finishAbandoned(notebook)
      expect(await liveValues(notebook, 'm', 'text')).toEqual({ 'me:0': 'Dear' })
    })
  })

  test('that comes back to what stood there leaves no draft', async () => {
    await save(notebook, [edit('n', 'note', { text: 'A' })])
    const { type, unmount } = await show('n')
    await type('text', 'B')
    await vi.waitFor(async () => expect(await drafts()).toHaveLength(1))
    await type('text', 'A')
    await vi.waitFor(async () => expect(await drafts()).toEqual([]))
    unmount()
  })

  test('of more than fits is told of within a second, and what fitted is kept', async () => {
    const { type, unmount } = await show('n')
    await type('text', 'short')
    await vi.waitFor(async () => expect(await drafts()).toHaveLength(1))
    await type('text', 'x'.repeat(mostBytes))
    await vi.waitFor(() => expect(problems.map((one) => one.code)).toEqual(['too-long']))
    expect(await drafts()).toMatchObject([{ set: { text: 'short' } }])
    unmount()
  })
})

describe('leaving a form', () => {
  test('by any door saves what was typed, at once', async () => {
    const { type, unmount } = await show('n')
    await type('text', 'typed')
    unmount()
    await saved()
    expect(await outbox()).toMatchObject([{ set: { text: 'typed' } }])
    expect(await drafts()).toEqual([])
  })

  test('by hiding the app saves it, and typing goes on in the same change', async () => {
    const { form, type, unmount } = await show('n')
    await type('text', 'one')
    become('hidden')
    await saved()
    await vi.waitFor(() => expect(form().state).toBe('kept'))
    become('visible')
    await type('text', 'one two')
    await form().commit()
    unmount()
    await aWhile()
    expect(await outbox()).toMatchObject([{ open: 0, set: { text: 'one two' } }])
    expect(await liveValues(notebook, 'n', 'text')).toEqual({ 'me:0': 'one two' })
  })

  test('by two doors at once saves it once', async () => {
    const { form, type, unmount } = await show('n')
    await type('text', 'typed')
    become('hidden')
    globalThis.dispatchEvent(new Event('pagehide'))
    const done = form().commit()
    unmount()
    await done
    await aWhile()
    expect(await outbox()).toHaveLength(1)
    expect(await drafts()).toEqual([])
  })

  test('saves nothing when nothing was changed', async () => {
    const { form, unmount } = await show('n', { text: '', author: 'Ilona', date: '2026-11-22' })
    expect(form().values).toEqual({ text: '', author: 'Ilona', date: '2026-11-22' })
    become('hidden')
    await aWhile()
    expect(form().state).toBe('untouched')
    unmount()
    await aWhile()
    expect([await outbox(), await drafts(), await notebook.tables.records.count()]).toEqual([[], [], 0])
  })

  test('writes the first values of a new record together with the first that was typed', async () => {
    const { type, unmount } = await show('n', { text: '', author: 'Ilona' })
    await type('text', 'Dear')
    unmount()
    await saved()
    expect(await outbox()).toMatchObject([{ set: { text: 'Dear', author: 'Ilona' } }])
  })

  test('writes only the fields that the person changed', async () => {
    await save(notebook, [edit('n', 'note', { text: 'A', author: 'Ilona' })])
    await hear(notebook, from('you', 1, { record: 'n', kind: 'note', set: { about: 'g' } }))
    const { type, unmount } = await show('n', { author: 'somebody' })
    await type('about', 'h')
    await type('author', 'Ilona')
    unmount()
    await vi.waitFor(async () => expect(await liveValues(notebook, 'n', 'about')).toEqual({ 'me:0': 'h' }))
    expect(await outbox()).toMatchObject([
      { set: { text: 'A', author: 'Ilona', about: 'h' }, over: { text: [], author: [], about: ['you:1'] } },
    ])
  })
})

describe('what others write while a form is open', () => {
  beforeEach(() =>
    hear(notebook, from('you', 1, { record: 'n', kind: 'note', set: { text: 'A', about: 'g' } })),
  )

  test('is never overwritten unseen: both versions stay', async () => {
    const { type, unmount } = await show('n')
    await type('text', 'mine')
    await hear(notebook, from('you', 2, { record: 'n', set: { text: 'theirs' }, over: { text: ['you:1'] } }))
    unmount()
    await saved()
    expect(await liveValues(notebook, 'n', 'text')).toEqual({ 'you:2': 'theirs', 'me:0': 'mine' })
    expect((await notebook.tables.records.get('n'))?.twice).toEqual(['text'])
  })

  test('is not overwritten either by a form that goes on after a commit', async () => {
    const { form, type, unmount } = await show('n')
    await type('text', 'mine')
    await form().commit()
    await hear(notebook, from('you', 2, { record: 'n', set: { text: 'theirs', about: 'h' }, time: 9000 }))
    await type('author', 'Ilona')
    await form().commit()
    await type('about', 'i')
    unmount()
    await vi.waitFor(async () =>
      expect(await liveValues(notebook, 'n', 'about')).toEqual({ 'you:2': 'h', 'me:0': 'i' }),
    )
    expect(await liveValues(notebook, 'n', 'text')).toEqual({ 'you:2': 'theirs', 'me:0': 'mine' })
  })

  test('is not overwritten by the next commit, though the first one met it', async () => {
    const { form, type, unmount } = await show('n')
    await type('text', 'mine')
    await hear(
      notebook,
      from('you', 2, { record: 'n', set: { text: 'theirs' }, over: { text: ['you:1'] }, time: 9000 }),
    )
    await form().commit()
    await type('author', 'Ilona')
    await form().commit()
    expect(await liveValues(notebook, 'n', 'text')).toEqual({ 'you:2': 'theirs', 'me:0': 'mine' })
    expect(form().values['text']).toBe('mine')
    unmount()
  })

  test('in another form of this device stays as well', async () => {
    const [one, other] = [await show('n'), await show('n')]
    await one.type('text', 'one')
    await other.type('text', 'other')
    await one.form().commit()
    await other.form().commit()
    expect(await liveValues(notebook, 'n', 'text')).toEqual({ 'me:0': 'one', 'me:-1': 'other' })
    one.unmount()
    other.unmount()
    await aWhile()
    expect(await outbox()).toHaveLength(2)
  })

  test('in other fields is no second version', async () => {
    const { type, unmount } = await show('n')
    await type('text', 'mine')
    await hear(notebook, from('you', 2, { record: 'n', set: { about: 'h' }, over: { about: ['you:1'] } }))
    unmount()
    await saved()
    const { fields } = await openForm(notebook, 'n')
    expect(fields).toEqual({ text: 'mine', about: 'h' })
    expect((await notebook.tables.records.get('n'))?.twice).toEqual([])
  })
})

test('what is typed where one may only read stays a draft, and the person is told', async () => {
  notebook = { ...notebook, isReader: true }
  const { type, unmount } = await show('n')
  await type('text', 'Dear Mayor')
  unmount()
  await vi.waitFor(() => expect(problems.map(({ code }) => code)).toEqual(['read-only']))
  expect(await outbox()).toEqual([])
  expect((await drafts()).map(({ set }) => set)).toEqual([{ text: 'Dear Mayor' }])
  await finishDrafts(notebook)
  expect(await drafts()).toHaveLength(1)
  await finishDrafts({ ...notebook, isReader: false })
  expect((await outbox()).map(({ set }) => set)).toEqual([{ text: 'Dear Mayor' }])
})

test('what a killed tab wrote of something that was erased is set aside at the next start, also where one may only read', async () => {
  notebook = { ...notebook, isReader: true }
  await eraseRecords(notebook.tables, ['n'], { at: 7, keepUnsent: true })
  const draft = { record: 'n', kind: 'note', set: { text: 'Dear Mayor' }, over: {}, shown: {} }
  await keepDraft(notebook, { id: 'form', ...draft })
  await keepDraft(notebook, { id: 'held', ...draft, isHeld: true })
  await finishDrafts(notebook)
  expect([await drafts(), await outbox()]).toEqual([[], []])
  expect((await notebook.tables.setAside.toArray()).map(({ set }) => set)).toEqual([draft.set, draft.set])
})
