import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkBackup } from '../../../src/db/backup/check.ts'
import type { Entry } from '../../../src/db/backup/format.ts'
import { readBackup } from '../../../src/db/backup/read.ts'
import { writeBackup } from '../../../src/db/backup/write.ts'
import { listBin, restore } from '../../../src/db/bin.ts'
import { keepDraft, openForm } from '../../../src/db/draft.ts'
import { newestOf, rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import type { Value } from '../../../src/shared/value.ts'
import {
  contentOf,
  emptyNotebook,
  idOf,
  jpeg,
  now,
  put,
  putPhoto,
  readInto,
  type Written,
} from './notebooks.ts'

it('makes a backup that can be read in also while its clock stands before 1970', async () => {
  const [from, to] = [await emptyNotebook(), await emptyNotebook()]
  await save(from, [{ record: idOf(1), kind: 'note', set: { text: 'Szép jó napot' }, over: {} }])
  const { file } = await writeBackup({ ...from, now: () => -3_600_000 })
  expect(await readInto(to, file)).toBe('read')
  expect((await rowOf(to, idOf(1)))?.fields).toEqual({ text: 'Szép jó napot' })
})

const safe = (name: string): boolean => !(name in Object.prototype)
const plainValue = fc
  .jsonValue({ maxDepth: 3 })
  .map((value) => JSON.parse(JSON.stringify(value)) as Value)
  .filter((value) => !JSON.stringify(value).includes('"__proto__":'))
  .filter((value) => !/"(constructor|toString|valueOf|hasOwnProperty)":/.test(JSON.stringify(value)))
const person = ['givenName', 'familyName', 'phones/0a', 'groups/0b', 'town', 'familyFirst']
const field = fc.oneof(
  fc.constantFrom(...person, 'text', 'date', 'caption', 'about'),
  fc.string().filter(safe),
)
const time = fc.oneof(fc.constantFrom(0, 1, now), fc.nat({ max: 2 ** 41 }))
const device = fc.constantFrom(idOf(1), idOf(2), idOf(3))
const written = fc.record({ field, value: plainValue, device, seq: fc.integer({ min: -2, max: 9 }), time })
const deletion = fc.record({
  field: fc.constant('deletedAt'),
  value: fc.option(fc.integer({ min: 1, max: now })),
  device,
  seq: fc.integer({ min: 1, max: 9 }),
  time,
})
const record = fc.record({
  kind: fc.constantFrom('person', 'note', 'photo', 'group', 'hosting', 'visit', 'fromANewerApp'),
  versions: fc.array(fc.oneof({ weight: 8, arbitrary: written }, { weight: 1, arbitrary: deletion }), {
    maxLength: 12,
  }),
  photo: fc.option(fc.uint8Array({ maxLength: 200 }), { freq: 3 }),
})

/** All that a file says, but for the names of the versions: who reads it in has written them there. */
async function entriesIn(file: Blob): Promise<Entry[]> {
  const { entries } = JSON.parse(await file.text()) as { entries: Entry[] }
  return entries.map(({ stamps: _stamps, ...entry }) => entry)
}

it('gives back any notebook as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 8 }), async (records) => {
      const [old, fresh] = [await emptyNotebook(), await emptyNotebook()]
      for (const [index, { kind, versions, photo }] of records.entries()) {
        await put(old, idOf(index), kind, versions)
        if (photo) await putPhoto(old, idOf(index), jpeg(photo))
      }
      const { file } = await writeBackup(old)
      expect(await readInto(fresh, file)).toBe('read')
      expect(await contentOf(fresh)).toEqual(await contentOf(old))
      const again = await writeBackup(fresh)
      expect(await entriesIn(again.file)).toEqual(await entriesIn(file))
      old.tables.close()
      fresh.tables.close()
    }),
    { numRuns: 60 },
  )
}, 60_000)

const version = (name: string, value: Value, from: number, at: number): Written => ({
  field: name,
  value,
  device: idOf(from),
  seq: 1,
  time: now - at,
})

it('keeps both versions of a field with their times, and lets them be settled', async () => {
  const [old, fresh] = [await emptyNotebook(), await emptyNotebook()]
  await put(old, idOf(1), 'person', [
    version('givenName', 'Anna', 1, 9000),
    version('town', 'Krakau', 1, 5000),
    version('town', 'Kraków', 2, 3000),
  ])
  await readInto(fresh, (await writeBackup(old)).file)
  const row = await rowOf(fresh, idOf(1))
  expect(row).toMatchObject({ twice: ['town'], fields: { town: 'Kraków' }, changedAt: now - 3000 })
  const live = (await fresh.tables.versions.get(idOf(1)))?.registers['town']?.live ?? {}
  expect(Object.values(live)).toEqual([
    { value: 'Krakau', time: now - 5000 },
    { value: 'Kraków', time: now - 3000 },
  ])
  const changes = await fresh.tables.outbox.toArray()
  expect(changes.map(({ time: at, set, over }) => [at, set, over])).toEqual([
    [now - 9000, { givenName: 'Anna' }, { givenName: [] }],
    [now - 5000, { town: 'Krakau' }, { town: [] }],
    [now - 3000, { town: 'Kraków' }, { town: [] }],
  ])
  const over = { town: Object.keys(live) }
  await save(fresh, [{ record: idOf(1), kind: 'person', set: { town: 'Kraków' }, over }])
  expect(await rowOf(fresh, idOf(1))).toMatchObject({ twice: [], fields: { town: 'Kraków' } })
})

it('keeps two versions that were written in the same millisecond, the shown one still shown', async () => {
  const [old, fresh] = [await emptyNotebook(), await emptyNotebook()]
  await put(old, idOf(1), 'group', [
    version('name', 'Chor', 1, 0),
    version('name', 'Chór', 2, 0),
    version('town', 'Pécs', 1, 0),
  ])
  await readInto(fresh, (await writeBackup(old)).file)
  expect((await openForm(fresh, idOf(1))).fields).toEqual({ name: 'Chór', town: 'Pécs' })
  expect((await rowOf(fresh, idOf(1)))?.twice).toEqual(['name'])
})

it('keeps what lies in the bin, to be brought back', async () => {
  const [old, fresh] = [await emptyNotebook(), await emptyNotebook()]
  await put(old, idOf(1), 'note', [
    version('text', 'Bus bestellt', 1, 8000),
    version('deletedAt', now - 5000, 1, 5000),
  ])
  await readInto(fresh, (await writeBackup(old)).file)
  const binned = await listBin(old)
  expect(await listBin(fresh)).toEqual(binned.map((row) => ({ ...row, changedBy: fresh.me })))
  expect(await newestOf(fresh, 'note', 3)).toEqual([])
  await restore(fresh, [idOf(1)])
  expect(await newestOf(fresh, 'note', 3)).toMatchObject([{ label: 'Bus bestellt' }])
})

it('holds a draft that was left behind', async () => {
  const old = await emptyNotebook()
  await keepDraft(old, {
    id: idOf(7),
    record: idOf(1),
    kind: 'note',
    set: { text: 'Halb geschr' },
    over: {},
    shown: {},
  })
  const { file, records } = await writeBackup(old)
  expect(records).toBe(1)
  expect(await file.text()).toContain('Halb geschr')
})

it('splits a long record over several changes, so that each fits into an envelope', async () => {
  const [old, fresh] = [await emptyNotebook(), await emptyNotebook()]
  const texts = Array.from({ length: 9 }, (_, index) => version(`text${index}`, 'ő'.repeat(12_000), 1, 0))
  await put(old, idOf(1), 'note', texts)
  await readInto(fresh, (await writeBackup(old)).file)
  expect(await contentOf(fresh)).toEqual(await contentOf(old))
  expect(await fresh.tables.outbox.count()).toBe(9)
})

it('leaves out bytes that are no picture rather than spoil the file', async () => {
  const [old, fresh] = [await emptyNotebook(), await emptyNotebook()]
  await put(old, idOf(1), 'photo', [version('caption', 'Rathaus', 1, 0)])
  await putPhoto(old, idOf(1), new Uint8Array([1, 2, 3]).buffer)
  const { file, records, photos } = await writeBackup(old)
  expect({ records, photos }).toEqual({ records: 1, photos: 0 })
  expect(await readInto(fresh, file)).toBe('read')
})

it('counts entries and photos, tells how far it is, and is one JSON value', async () => {
  const [old, fresh] = [await emptyNotebook(), await emptyNotebook()]
  const big = new Uint8Array(300_000).fill(9)
  for (let index = 0; index < 40; index += 1) {
    await put(old, idOf(index), index < 20 ? 'photo' : 'person', [version('caption', 'Fest', 1, index)])
    if (index < 20) await putPhoto(old, idOf(index), jpeg(big))
  }
  const told: number[] = []
  const { file, records, photos } = await writeBackup(old, (done, of) => told.push(done, of))
  expect({ records, photos, last: told.slice(-2) }).toEqual({ records: 20, photos: 20, last: [20, 20] })
  const whole = JSON.parse(await file.text()) as { made: string; entries: Entry[] }
  expect(whole.made).toBe('2026-11-25T10:00:00.000Z')
  expect(whole.entries).toHaveLength(40)
  const checked = await checkBackup(file)
  expect(checked).toMatchObject({ ok: true, origin: { made: whole.made }, records: 20, photos: 20 })
  if (!checked.ok) return
  const heard: number[] = []
  await readBackup(checked, fresh, (done, of) => heard.push(done, of))
  expect(heard).toEqual([16, 20, 20, 20])
  expect(await contentOf(fresh)).toEqual(await contentOf(old))
}, 30_000)
