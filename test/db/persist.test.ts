// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import { askToKeep, hasPromised } from '../../src/db/persist.ts'
import { save } from '../../src/db/save.ts'
import { newId } from '../../src/shared/ids.ts'
import { openForTest } from '../house/open.tsx'

afterEach(() => void Reflect.deleteProperty(navigator, 'storage'))

const useStorage = (storage: object): void =>
  void Object.defineProperty(navigator, 'storage', { value: storage, configurable: true })

it('asks the browser to keep the notebook once, after the first save', async () => {
  const persist = vi.fn(() => Promise.resolve(true))
  useStorage({ persist })
  const { notebook, close } = await openForTest()
  expect(persist).not.toHaveBeenCalled()
  const note = (): Promise<void> =>
    save(notebook, [{ record: newId(), kind: 'note', set: { text: 'x' }, over: {} }])
  await note()
  await vi.waitFor(() => expect(persist).toHaveBeenCalledOnce())
  await note()
  await note()
  expect(persist).toHaveBeenCalledOnce()
  close()
})

it('saves all the same where the browser refuses or never answers', async () => {
  for (const answer of [() => Promise.reject(new TypeError('no')), () => new Promise(() => undefined)]) {
    useStorage({ persist: answer })
    const { notebook, close } = await openForTest()
    await save(notebook, [{ record: newId(), kind: 'note', set: { text: 'x' }, over: {} }])
    expect(await notebook.tables.records.count()).toBe(1)
    close()
  }
})

it('promises nothing where nothing can be asked', async () => {
  expect([await hasPromised(), await askToKeep()]).toEqual([false, false])
})
