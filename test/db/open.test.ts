import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { remove } from '../../src/db/bin.ts'
import { Device, deviceVersion } from '../../src/db/device.ts'
import { keepDraft } from '../../src/db/draft.ts'
import { eraseMark, leaveMark, readMark } from '../../src/db/mark.ts'
import { openNotebook, type Surroundings } from '../../src/db/open.ts'
import { save } from '../../src/db/save.ts'
import { toRow } from '../../src/db/show.ts'
import { tablesVersion, type Notebook } from '../../src/db/tables.ts'
import { kindsRevision } from '../../src/records/revision.ts'
import { edit } from './notebook.ts'

/** What a browser keeps for an address outside IndexedDB. */
function newStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (at) => [...kept.keys()][at] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  }
}

let tablets = 0

/** A tablet: its databases and its storage. Every start of the app is a tab of its own. */
function newTablet() {
  tablets += 1
  const name = `tablet-${tablets}`
  const surroundings = {
    now: () => 1000,
    storage: newStorage(),
    onBlocked: vi.fn<Surroundings['onBlocked']>(),
    onNewerVersion: vi.fn<Surroundings['onNewerVersion']>(),
  }
  const tabs: Device[] = []
  const start = (): Promise<Notebook> => {
    const device = new Device(name)
    tabs.push(device)
    return openNotebook(device, surroundings)
  }
  return { name, surroundings, tabs, start }
}

/** Opens a database as another version of the app would. */
function openAs(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version)
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('refused')))
  })
}

const note = edit('n', 'note', { text: 'A' })

afterEach(() => vi.unstubAllGlobals())

describe('the first start', () => {
  test('makes keys and a space of its own, and leaves no mark yet', async () => {
    const { start, surroundings, tabs } = newTablet()
    const { space, me } = await start()
    const own = await tabs[0]?.spaces.toArray()
    expect(own).toMatchObject([{ space, madeAt: 1000, device: { id: me } }])
    expect(readMark(surroundings.storage)).toBeUndefined()
  })

  test('in two tabs at the same time makes one space', async () => {
    const { start, tabs } = newTablet()
    const [one, other] = await Promise.all([start(), start()])
    expect([one.space, one.me]).toEqual([other.space, other.me])
    expect(await tabs[0]?.spaces.count()).toBe(1)
  })
})

describe('the second start', () => {
  test('finds the same device, the same space and all that was saved', async () => {
    const { start } = newTablet()
    const first = await start()
    await save(first, [note])
    first.tables.close()
    const second = await start()
    expect([second.space, second.me]).toEqual([first.space, first.me])
    expect((await second.tables.records.toArray()).map((row) => row.label)).toEqual(['A'])
  })

  test('commits what was being typed when the first one ended, and marks it', async () => {
    const { start, surroundings } = newTablet()
    const first = await start()
    await keepDraft(first, {
      id: 'd',
      record: 'n',
      kind: 'note',
      set: { text: 'typed' },
      over: {},
      shown: {},
    })
    first.tables.close()
    const second = await start()
    expect((await second.tables.records.get('n'))?.label).toBe('typed')
    expect(readMark(surroundings.storage)).toEqual({ space: second.space, savedAt: 1000 })
  })
})

describe('a notebook that the browser has deleted', () => {
  test('is told of, if the device went with it', async () => {
    const { start, surroundings, tabs } = newTablet()
    const first = await start()
    await save(first, [note])
    await first.tables.delete()
    await tabs[0]?.delete()
    await expect(start()).rejects.toMatchObject({ name: 'NotebookProblem', code: 'gone' })
    eraseMark(surroundings.storage)
    await expect(start()).resolves.toMatchObject({ me: expect.any(String) as string })
  })

  test('is told of, if the device is still there', async () => {
    const { start } = newTablet()
    const first = await start()
    await save(first, [note])
    await first.tables.delete()
    await expect(start()).rejects.toMatchObject({ code: 'gone' })
    await expect(start()).rejects.toMatchObject({ code: 'gone' })
  })

  test('is missed by nobody if nothing was ever saved', async () => {
    const { start, tabs } = newTablet()
    const first = await start()
    await first.tables.delete()
    await tabs[0]?.delete()
    await expect(start()).resolves.toBeDefined()
  })
})

describe('a database of another version of the app', () => {
  test('that is newer is not touched', async () => {
    const { start } = newTablet()
    const first = await start()
    first.tables.close()
    const newer = await openAs(first.tables.name, (tablesVersion + 1) * 10)
    newer.close()
    await expect(start()).rejects.toMatchObject({ code: 'old-version' })
    const after = await openAs(first.tables.name, (tablesVersion + 1) * 10)
    expect(after.version).toBe((tablesVersion + 1) * 10)
    after.close()
  })

  test('that is newer is not touched for the device either', async () => {
    const { start, tabs, name } = newTablet()
    const first = await start()
    first.tables.close()
    tabs[0]?.close()
    const newer = await openAs(name, (deviceVersion + 1) * 10)
    newer.close()
    await expect(start()).rejects.toMatchObject({ code: 'old-version' })
  })

  test('takes over when it starts beside: this one lets go and says so', async () => {
    const { start, surroundings } = newTablet()
    const { tables } = await start()
    const newer = await openAs(tables.name, (tablesVersion + 1) * 10)
    expect(surroundings.onNewerVersion).toHaveBeenCalledOnce()
    expect(tables.isOpen()).toBe(false)
    newer.close()
  })

  test('that is older and holds on is told of, and opening goes on once it lets go', async () => {
    const { start, surroundings, tabs } = newTablet()
    const first = await start()
    const { name } = first.tables
    await first.tables.delete()
    const older = await openAs(name, 5)
    const opening = start()
    await vi.waitFor(() => expect(surroundings.onBlocked).toHaveBeenCalled())
    older.close()
    await expect(opening).resolves.toMatchObject({ space: first.space })
    expect(tabs).toHaveLength(2)
  })
})

describe('rows that an earlier version of the app wrote', () => {
  test('are made anew, so that a kind which it did not know appears', async () => {
    const { start } = newTablet()
    const first = await start()
    await save(first, [note])
    const row = await first.tables.records.get('n')
    // As a version without notes would have left it.
    const unknown = toRow('n', 'dovecote', (await first.tables.versions.get('n'))?.registers ?? {})
    await first.tables.records.put({ ...unknown, kind: 'note', list: 'note' })
    await first.tables.meta.put({ key: 'kinds', value: 'group person 1' })
    first.tables.close()
    const second = await start()
    expect(await second.tables.records.get('n')).toEqual(row)
    expect(await second.tables.meta.get('kinds')).toEqual({ key: 'kinds', value: kindsRevision })
  })

  test('stay as they are when nothing new was learnt', async () => {
    const { start } = newTablet()
    const first = await start()
    await save(first, [note])
    await first.tables.records.update('n', { label: 'untouched' })
    first.tables.close()
    expect((await (await start()).tables.records.get('n'))?.label).toBe('untouched')
  })

  test('of deleted records stay deleted', async () => {
    const { start } = newTablet()
    const first = await start()
    await save(first, [note])
    await remove(first, ['n'])
    await first.tables.meta.clear()
    await first.tables.meta.put({ key: 'kinds', value: 'older' })
    first.tables.close()
    expect((await (await start()).tables.records.get('n'))?.list).toBe('bin')
  })
})

describe('the first save', () => {
  test('leaves the mark and asks the browser once to keep what is there', async () => {
    const persist = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true))
    vi.stubGlobal('navigator', { locks: navigator.locks, storage: { persist } })
    const { start, surroundings } = newTablet()
    const notebook = await start()
    expect(persist).not.toHaveBeenCalled()
    await save(notebook, [note])
    await save(notebook, [edit('m', 'note', { text: 'B' })])
    await vi.waitFor(() => expect(persist).toHaveBeenCalledOnce())
    expect(readMark(surroundings.storage)).toEqual({ space: notebook.space, savedAt: 1000 })
  })
})

describe('the mark', () => {
  test('is as good as none when it is torn or of another make', () => {
    const storage = newStorage()
    for (const text of ['{', 'null', '7', '{"space":3,"savedAt":1}', '{"space":"s"}']) {
      storage.setItem('ponte-mark', text)
      expect(readMark(storage)).toBeUndefined()
    }
    leaveMark(storage, { space: 's', savedAt: 5 })
    expect(readMark(storage)).toEqual({ space: 's', savedAt: 5 })
  })
})
