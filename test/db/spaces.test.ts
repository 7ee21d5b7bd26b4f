import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, it } from 'vitest'
import { openOne, readSettings } from '../../src/db/device.ts'
import { readMark } from '../../src/db/mark.ts'
import { openNotebook } from '../../src/db/open.ts'
import { save } from '../../src/db/save.ts'
import { beginSpace, begunJoining, listSpaces, openNext, removeSpace } from '../../src/db/spaces.ts'
import { copyAllInto } from '../../src/db/copy-all.ts'
import { Tables, type Notebook } from '../../src/db/tables.ts'
import { dropWish, keepWish, readWish } from '../../src/db/wish.ts'
import { newId } from '../../src/shared/ids.ts'
import { Device } from '../../src/db/device.ts'

class Kept implements Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  readonly #items = new Map<string, string>()
  getItem = (key: string): string | null => this.#items.get(key) ?? null
  setItem = (key: string, value: string): void => void this.#items.set(key, value)
  removeItem = (key: string): void => void this.#items.delete(key)
}

let devices = 0

async function begin() {
  devices += 1
  const device = new Device(`spaces-${devices}`)
  const storage = new Kept() as unknown as Storage
  const surroundings = {
    now: () => Date.UTC(2026, 10, 25, devices),
    storage,
    onBlocked: () => undefined,
    onNewerVersion: () => undefined,
  }
  const open = () => openNotebook(device, surroundings)
  return { device, storage, open, notebook: await open() }
}

const note = (notebook: Notebook, text: string, record = newId()): Promise<void> =>
  save(notebook, [{ record, kind: 'note', set: { text }, over: {} }])

it('a further notebook has keys, a name and people of its own, and is open after the next load', async () => {
  const { device, notebook, open } = await begin()
  await note(notebook, 'Bus bestellt')
  const space = await beginSpace({ device, notebook }, 'Vorstand')
  expect(space).not.toBe(notebook.space)
  const spaces = await listSpaces({ device, notebook })
  const shown = spaces.map(({ name, entries, isOpen }) => [name, entries, isOpen])
  expect(shown.sort((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual([
    ['', 1, true],
    ['Vorstand', 0, false],
  ])
  await openNext({ device }, space)
  const second = await open()
  expect(second.space).toBe(space)
  expect(second.me).not.toBe(notebook.me)
  expect((await second.tables.records.get(space))?.label).toBe('Vorstand')
})

it('an empty notebook that began by itself is not shown beside another one', async () => {
  const { device, notebook } = await begin()
  const space = await beginSpace({ device, notebook }, 'Verein')
  const there = { device, notebook: { ...notebook, space } }
  expect((await listSpaces(there)).map(({ name }) => name)).toEqual(['Verein'])
})

it('one that is being joined is not there yet, and its digits are known', async () => {
  const { device, notebook } = await begin()
  const own = await openOne(device)
  if (!own) throw new Error('no space')
  const joining = { digits: '1'.repeat(30), head: '00' }
  await device.spaces.add({ ...own, space: 'ff'.repeat(16), joining, name: 'Whitby' })
  expect((await listSpaces({ device, notebook })).length).toBe(1)
  expect(await begunJoining({ device })).toEqual({ digits: joining.digits, notebook: 'Whitby' })
})

it('a removed notebook leaves nothing on the device, and the next start misses nothing', async () => {
  const { device, notebook, storage, open } = await begin()
  await note(notebook, 'Canary 4711')
  expect(readMark(storage)?.space).toBe(notebook.space)
  await openNext({ device }, notebook.space)
  await removeSpace({ device, notebook }, notebook.space, storage)
  expect(await Dexie.exists(new Tables(notebook.space).name)).toBe(false)
  expect(await device.spaces.count()).toBe(0)
  expect((await readSettings(device)).space).toBe('')
  const next = await open()
  expect(next.space).not.toBe(notebook.space)
})

it('what was written goes along once, with its time, and without what was deleted', async () => {
  const { device, notebook } = await begin()
  const [kept, gone] = [newId(), newId()]
  await note(notebook, 'Kuchen', kept)
  await note(notebook, 'Weg', gone)
  await save(notebook, [{ record: gone, kind: 'note', set: { deletedAt: 1 }, over: {} }])
  const space = await beginSpace({ device, notebook }, 'Verein')
  const tables = new Tables(space)
  await tables.open()
  const to: Notebook = { space, me: 'aa'.repeat(16), tables, now: () => Date.UTC(2030, 0, 1) }
  await copyAllInto(notebook, to)
  await copyAllInto(notebook, to)
  const row = await tables.records.get(kept)
  expect(row?.fields['text']).toBe('Kuchen')
  expect(row?.changedAt).toBe(notebook.now())
  expect(await tables.records.get(gone)).toBeUndefined()
  expect(await tables.outbox.where('[record+open]').between([kept, 0], [kept, 99]).count()).toBe(1)
  tables.close()
})

it('what was chosen without a network is kept until it came true', async () => {
  const { notebook } = await begin()
  expect(await readWish(notebook, 'invite')).toBeNull()
  await keepWish(notebook, 'invite', { guest: 'Anna Nowak' })
  expect(await readWish(notebook, 'invite')).toEqual({ guest: 'Anna Nowak' })
  await dropWish(notebook, 'invite')
  expect(await readWish(notebook, 'invite')).toBeNull()
})
