import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { changedMeanwhile, remove } from '../../src/db/bin.ts'
import { save } from '../../src/db/save.ts'
import { edit, from, hear, newNotebook } from './notebook.ts'

let notebook = newNotebook()
const isChanged = async (): Promise<boolean> => (await changedMeanwhile(notebook, ['p'])).has('p')

beforeEach(async () => {
  notebook = newNotebook()
  await save(notebook, [edit('p', 'person', { givenName: 'Anna' })])
  notebook.clock.time = 2000
})

describe('a deleted record was changed meanwhile', () => {
  it('if a change comes after it was deleted here, whenever it was made', async () => {
    await remove(notebook, ['p'])
    notebook.clock.time = 3000
    await hear(notebook, from('you', 1, { record: 'p', set: { town: 'Eger' }, time: 1500 }))
    expect(await isChanged()).toBe(true)
  })

  it('if it was changed here and that is not sent yet, or is newer', async () => {
    notebook.clock.time = 3000
    await hear(notebook, from('you', 1, { record: 'p', set: { deletedAt: 2500 }, time: 2500 }))
    expect(await isChanged()).toBe(true)
    notebook.clock.time = 4000
    await hear(notebook, from('him', 1, { record: 'p', set: { town: 'Eger' }, time: 3500 }))
    expect(await isChanged()).toBe(true)
  })

  it('not if it was changed and then deleted here', async () => {
    await save(notebook, [edit('p', 'person', { town: 'Eger' })])
    notebook.clock.time = 2001
    await remove(notebook, ['p'])
    expect(await isChanged()).toBe(false)
  })

  it('not if others changed it and then deleted it', async () => {
    notebook = newNotebook()
    await hear(notebook, from('you', 1, { record: 'p', set: { town: 'Eger' }, time: 1500 }))
    await hear(notebook, from('you', 2, { record: 'p', set: { deletedAt: 1600 }, time: 1600 }))
    expect(await isChanged()).toBe(false)
  })
})
