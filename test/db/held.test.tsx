// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { locks } from 'node:worker_threads'
import { act, cleanup, renderHook } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { listBin } from '../../src/db/bin.ts'
import { Device } from '../../src/db/device.ts'
import { finishAbandoned } from '../../src/db/draft.ts'
import { heldDrafts, listAbout, listOf } from '../../src/db/find.ts'
import { useHeldForm, type HeldForm } from '../../src/db/held-form.ts'
import { commitHeld, keepHeld, throwAway } from '../../src/db/held.ts'
import { OpenContext } from '../../src/db/notebook.ts'
import type { NotebookProblem } from '../../src/db/problem.ts'
import { mostBytes, save, type Edit } from '../../src/db/save.ts'
import type { Fields } from '../../src/shared/value.ts'
import { edit, newNotebook } from './notebook.ts'

// happy-dom has no locks; Node has the real ones.
if (!navigator.locks) Object.defineProperty(navigator, 'locks', { value: locks })

let notebook = newNotebook()
let problems: NotebookProblem[] = []
beforeEach(() => {
  notebook = newNotebook()
  problems = []
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const device = new Device('held-form-test')
const onProblem = (problem: NotebookProblem): void => void problems.push(problem)
const first = { date: '2026-11-22', author: 'Ilona' }

async function show(record = 'v') {
  const wrapper = ({ children }: { children: ComponentChildren }) => (
    <OpenContext.Provider value={{ notebook, device, onProblem }}>{children}</OpenContext.Provider>
  )
  const { result, unmount } = renderHook(() => useHeldForm('visit', record, first), { wrapper })
  await vi.waitFor(() => expect(result.current).toBeDefined())
  const form = (): HeldForm => {
    if (!result.current) throw new Error('the form is not loaded')
    return result.current
  }
  const answer = (field: string, value: Fields[string]) => act(() => form().set(field, value))
  return { form, answer, unmount }
}

const whole = (answers: Fields): Edit[] => [edit('v', 'visit', answers)]
const drafts = () => heldDrafts(notebook, 'visit')
const answers = async () => (await drafts()).map((draft) => draft.set)
const visits = async () => (await listOf(notebook, 'visit')).map((row) => row.fields)
const kept = () => vi.waitFor(async () => expect(await drafts()).toHaveLength(1), { timeout: 1000 })
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 700))

describe('the answers of a held form', () => {
  test('are kept from the first one on, within a second, with the values that the record begins with', async () => {
    const { form, answer } = await show()
    expect([form().state, form().values]).toEqual(['untouched', first])
    await answer('date', '2026-11-22')
    expect(form().state).toBe('writing')
    await kept()
    expect(await answers()).toEqual([first])
    await vi.waitFor(() => expect(form().state).toBe('kept'))
  })

  test('make no draft while nothing is answered', async () => {
    const { unmount } = await show()
    unmount()
    await aWhile()
    expect(await drafts()).toEqual([])
  })

  test('are committed by no other door than the check page, and by no later start', async () => {
    const { answer, unmount } = await show()
    await answer('town', 'Pécs')
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    globalThis.dispatchEvent(new Event('pagehide'))
    await kept()
    unmount()
    await aWhile()
    await finishAbandoned(notebook)
    expect([await visits(), await answers()]).toEqual([[], [{ ...first, town: 'Pécs' }]])
  })

  test('are kept at once when the screen goes away', async () => {
    const { answer, unmount } = await show()
    await answer('town', 'Pécs')
    unmount()
    await kept()
  })

  test('are there again when the form is opened again, and go on from there', async () => {
    await keepHeld(notebook, { record: 'v', kind: 'visit', first }, { town: 'Pécs', date: '2026-05-08' })
    const { form, answer } = await show()
    expect([form().state, form().values]).toEqual(['kept', { ...first, town: 'Pécs', date: '2026-05-08' }])
    await answer('story', 'Schön war es.')
    await form().keep()
    expect(await answers()).toEqual([
      { author: 'Ilona', town: 'Pécs', date: '2026-05-08', story: 'Schön war es.' },
    ])
  })

  test('of two tabs complete each other, and each shows what the other wrote', async () => {
    const [one, other] = [await show(), await show()]
    await one.answer('town', 'Pécs')
    await one.form().keep()
    await other.answer('story', 'Schön war es.')
    await other.form().keep()
    expect(await answers()).toEqual([{ ...first, town: 'Pécs', story: 'Schön war es.' }])
    await vi.waitFor(() => expect(one.form().values['story']).toBe('Schön war es.'))
    await other.answer('town', 'Eger')
    await other.form().keep()
    await vi.waitFor(() => expect(one.form().values['town']).toBe('Eger'))
  })

  test('that are too long are told of, and nothing of the others is lost', async () => {
    const { form, answer } = await show()
    await answer('town', 'Pécs')
    await form().keep()
    await answer('story', 'x'.repeat(mostBytes))
    await vi.waitFor(() => expect(problems.map((one) => one.code)).toEqual(['too-long']))
    expect([await answers(), form().values['town']]).toEqual([[{ ...first, town: 'Pécs' }], 'Pécs'])
    await answer('story', 'kurz')
    await form().keep()
    expect(await answers()).toEqual([{ ...first, town: 'Pécs', story: 'kurz' }])
  })
})

describe('the check page', () => {
  test('makes one change of all answers, with the last key typed, and the draft is gone', async () => {
    const { form, answer, unmount } = await show()
    await answer('town', 'Pécs')
    await form().commit(whole)
    expect([await visits(), await drafts()]).toEqual([[{ ...first, town: 'Pécs' }], []])
    unmount()
    await aWhile()
    expect([await notebook.tables.outbox.count(), await drafts()]).toEqual([1, []])
  })

  test('saves once, though it is left twice, also in two tabs', async () => {
    const [one, other] = [await show(), await show()]
    await one.answer('town', 'Pécs')
    await one.form().keep()
    const commits = [one.form().commit(whole), one.form().commit(whole), other.form().commit(whole)]
    await Promise.all(commits)
    expect(await notebook.tables.outbox.count()).toBe(1)
  })

  test('saves other records in the same transaction, or nothing at all', async () => {
    await keepHeld(notebook, { record: 'v', kind: 'visit', first }, {})
    const both = (set: Fields): Edit[] => [edit('v', 'visit', set), edit('s', 'step', { text: 'Danken' })]
    const tear = (): void => {
      throw new Error('torn')
    }
    notebook.tables.drafts.hook('deleting', tear)
    await expect(commitHeld(notebook, 'v', both)).rejects.toThrow()
    expect([await notebook.tables.records.count(), (await drafts()).length]).toEqual([0, 1])
    notebook.tables.drafts.hook('deleting').unsubscribe(tear)
    await commitHeld(notebook, 'v', both)
    expect([await notebook.tables.records.count(), await drafts()]).toEqual([2, []])
  })
})

test('a held draft that is thrown away comes back with its photos', async () => {
  await keepHeld(notebook, { record: 'v', kind: 'visit', first }, { town: 'Pécs' })
  await save(notebook, [edit('p', 'photo', { about: 'v' }), edit('q', 'photo', { about: 'w' })])
  const takeBack = await throwAway(notebook, 'v')
  expect([await drafts(), (await listBin(notebook)).map((row) => row.id)]).toEqual([[], ['p']])
  await takeBack()
  expect(await answers()).toEqual([{ ...first, town: 'Pécs' }])
  expect((await listAbout(notebook, 'v')).map((row) => row.id)).toEqual(['p'])
})
