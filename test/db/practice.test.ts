import 'fake-indexeddb/auto'
import { locks } from 'node:worker_threads'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkBackup } from '../../src/db/backup/check.ts'
import { writeBackup } from '../../src/db/backup/write.ts'
import { Device } from '../../src/db/device.ts'
import { commitForm, openForm } from '../../src/db/draft.ts'
import { listOf, rowOf } from '../../src/db/find.ts'
import { readMark } from '../../src/db/mark.ts'
import { openNotebook } from '../../src/db/open.ts'
import { isFilled, openPractice, refill, type Content } from '../../src/db/practice.ts'
import { save } from '../../src/db/save.ts'
import { isPractice, type Notebook } from '../../src/db/tables.ts'
import { draftOf } from '../../src/db/typed.ts'
import { edit, liveValues } from './notebook.ts'

if (!navigator.locks) Object.defineProperty(navigator, 'locks', { value: locks })

/** What a browser's localStorage does, without a browser. */
function newStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  }
}

const around = { now: () => 5_000, onBlocked: () => undefined, onNewerVersion: () => undefined }
const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer
const photo = { id: 'p1', type: 'image/jpeg', bytes: bytes('x') }
const content: Content = {
  changes: [
    {
      record: 'a',
      kind: 'person',
      by: 'helga',
      time: 1000,
      set: { familyName: 'Nowak', birthday: '1952-11-27' },
    },
    { record: 'n', kind: 'note', by: 'anna', time: 2000, set: { text: 'Kuchen', date: '2026-11-20' } },
    { record: 'a', kind: 'person', by: 'anna', time: 3000, set: { role: 'Vorsitz' } },
    { record: 'a', kind: 'person', by: 'helga', time: 4000, set: { role: 'Vorsitzende' } },
    { record: 'p1', kind: 'photo', by: 'helga', time: 1000, set: { about: 'a' } },
  ],
  photos: [{ full: photo, thumb: photo }],
  names: { helga: 'Helga Brandt', anna: 'Anna Nowak' },
}

let practice: Notebook
beforeEach(async () => {
  practice = await openPractice(around)
  await refill(practice, content)
})
afterEach(async () => {
  practice.tables.close()
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
})

async function openReal(): Promise<{ device: Device; real: Notebook; storage: Storage }> {
  const device = new Device()
  const storage = newStorage()
  return { device, real: await openNotebook(device, { ...around, storage }), storage }
}

const countAll = ({ tables }: Notebook): Promise<number[]> =>
  Promise.all(tables.tables.map((table) => table.count()))

test('what is filled in, changed and thrown away while practising never touches the real notebook', async () => {
  const { device, real, storage } = await openReal()
  await save(real, [edit('mine', 'note', { text: 'echt' })])
  const [before, mark] = [await countAll(real), storage.getItem('ponte-mark')]
  await save(practice, [edit('n2', 'note', { text: 'geübt' }), edit('a', 'person', { town: 'Toruń' })])
  await refill(practice, content)
  expect(await countAll(real)).toEqual(before)
  expect(storage.getItem('ponte-mark')).toBe(mark)
  expect((await device.spaces.toArray()).map((own) => own.space)).toEqual([real.space])
  expect(await device.settings.count()).toBe(0)
  expect(await rowOf(practice, 'mine')).toBeUndefined()
  expect([isPractice(practice), isPractice(real)]).toEqual([true, false])
  expect(practice.me).not.toBe(real.me)
  real.tables.close()
  device.close()
})

test('practising before the first real note makes no keys and leaves no mark', async () => {
  await save(practice, [edit('n2', 'note', { text: 'geübt' })])
  expect(await Dexie.getDatabaseNames()).toEqual(['ponte-practice'])
  const { device, real, storage } = await openReal()
  expect(readMark(storage)).toBeUndefined()
  expect((await countAll(real)).slice(0, 4)).toEqual([0, 0, 0, 0])
  real.tables.close()
  device.close()
})

test('everything is as it was at first after one refill', async () => {
  const before = await practice.tables.records.toArray()
  await save(practice, [
    edit('n2', 'note', { text: 'geübt' }),
    edit('a', 'person', { familyName: 'Kowalska' }),
  ])
  await practice.tables.drafts.put({
    id: 'd',
    record: 'n',
    kind: 'note',
    set: { text: 'x' },
    over: {},
    shown: {},
  })
  await refill(practice, content)
  expect(await practice.tables.records.toArray()).toEqual(before)
  expect(await practice.tables.outbox.count()).toBe(0)
  expect(await practice.tables.drafts.count()).toBe(0)
  expect((await practice.tables.stale.toArray()).map((one) => one.id)).toEqual(['a'])
})

test('a refill that fails leaves what was there', async () => {
  const broken = { ...content, photos: [{ full: { ...photo, id: undefined as never }, thumb: photo }] }
  await expect(refill(practice, broken)).rejects.toThrow()
  expect(await listOf(practice, 'note')).toHaveLength(1)
  expect(await isFilled(practice)).toBe(true)
})

test('rows know which made-up person changed them last, and by what name', async () => {
  const names = JSON.parse((await practice.tables.meta.get('names'))?.value ?? '{}') as Record<string, string>
  const row = await rowOf(practice, 'a')
  expect(row).toMatchObject({ label: 'Nowak', detail: 'Vorsitzende', changedAt: 4000, twice: [] })
  expect(names[row?.changedBy ?? '']).toBe('Helga Brandt')
})

test('what a form changes of a made-up record stands alone: no second version', async () => {
  const opened = await openForm(practice, 'a')
  const typed = draftOf(opened, { role: 'Ehrenmitglied' }, {})
  expect(typed).toBeDefined()
  await commitForm(practice, { id: 'd', record: 'a', kind: 'person', set: {}, over: {}, shown: {}, ...typed })
  expect(Object.values(await liveValues(practice, 'a', 'role'))).toEqual(['Ehrenmitglied'])
})

test('the practice notebook is the same one when it is opened again', async () => {
  const { me } = practice
  practice.tables.close()
  practice = await openPractice(around)
  expect(practice.me).toBe(me)
  expect(await isFilled(practice)).toBe(true)
  expect(await listOf(practice, 'person')).toHaveLength(1)
})

test('a backup made while practising is taken in by no notebook', async () => {
  const { device, real } = await openReal()
  const { file } = await writeBackup(practice)
  const checked = await checkBackup(file)
  expect(checked).toMatchObject({ ok: false, problem: 'not-a-backup' })
  real.tables.close()
  device.close()
})
