import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBackup } from '../../../src/db/backup/check.ts'
import { readBackup } from '../../../src/db/backup/read.ts'
import { writeBackup } from '../../../src/db/backup/write.ts'
import { remove, restore } from '../../../src/db/bin.ts'
import { eraseWhole } from '../../../src/db/erasure.ts'
import { keepHeld } from '../../../src/db/held.ts'
import { joinStates } from '../../../src/db/join.ts'
import { applyChange, emptyState, type Change, type State } from '../../../src/db/merge.ts'
import { change, save } from '../../../src/db/save.ts'
import { toRow } from '../../../src/db/show.ts'
import type { Notebook } from '../../../src/db/tables.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { anyHistory, anyLengths, cut, deliver } from '../history.ts'
import {
  contentOf,
  emptyNotebook,
  idOf,
  jpeg,
  now,
  put,
  putPhoto,
  readInto,
  sizesOf,
  valuesHere,
  valuesIn,
} from './notebooks.ts'

/** The made-up devices and records of a history under ids as real ones have them. */
const asReal = (name: string): string =>
  idOf(name.startsWith('device-') ? 0xde0 + Number(name.slice(7)) : 0xa00 + name.charCodeAt(0))
const realStamp = (stamp: string): string => {
  const [device = '', seq = ''] = stamp.split(':')
  return `${asReal(device)}:${seq}`
}
const real = (one: Change): Change => ({
  ...one,
  record: asReal(one.record),
  device: asReal(one.device),
  over: Object.fromEntries(Object.entries(one.over).map(([field, list]) => [field, list.map(realStamp)])),
})

async function hold({ tables }: Notebook, { seen, records }: State): Promise<void> {
  const rows = Object.entries(records)
  await tables.versions.bulkPut(
    rows.map(([record, { kind, registers }]) => ({ record, kind, registers, open: 0 })),
  )
  await tables.records.bulkPut(rows.map(([record, { kind, registers }]) => toRow(record, kind, registers)))
  await tables.seen.bulkPut(Object.entries(seen).map(([device, seq]) => ({ device, seq })))
}

it('brings a notebook to what the join of both states holds, and the same file again changes nothing', async () => {
  const picks = fc.array(fc.nat(999), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(anyHistory, anyLengths, anyLengths, picks, async (history, left, right, order) => {
      const stateOf = (lengths: readonly number[]): State =>
        deliver(cut(history, lengths), order).map(real).reduce(applyChange, emptyState)
      const [there, here] = [stateOf(left), stateOf(right)]
      const [other, mine] = [await emptyNotebook(), await emptyNotebook()]
      await hold(other, there)
      await hold(mine, here)
      const { file } = await writeBackup(other)
      expect(await readInto(mine, file)).toBe('read')
      expect(await valuesHere(mine)).toEqual(valuesIn(joinStates(here, there).records))
      const before = [await contentOf(mine), await mine.tables.outbox.toArray()]
      expect(await readInto(mine, file)).toBe('read')
      expect([await contentOf(mine), await mine.tables.outbox.toArray()]).toEqual(before)
      other.tables.close()
      mine.tables.close()
    }),
    { numRuns: 150 },
  )
}, 120_000)

const person = idOf(1)
const write = (notebook: Notebook, set: Fields, record = person): Promise<void> =>
  save(notebook, [{ record, kind: 'person', set, over: {} }])

/** A notebook of a device that shares with nobody, with a clock that goes on. */
async function solo(): Promise<Notebook> {
  let time = now
  return { ...(await emptyNotebook()), now: () => (time += 1000) }
}

const shown = async ({ tables }: Notebook, record = person): Promise<unknown[]> => {
  const row = await tables.records.get(record)
  return [row?.fields, row?.twice]
}

describe('backups of a device whose changes were never sent', () => {
  it('follow one another: what was changed there since the first replaces what the first brought', async () => {
    const [old, fresh] = [await solo(), await solo()]
    await write(old, { givenName: 'Anna', town: 'Krakau' })
    const { file: first } = await writeBackup(old)
    await change(old, [person], { town: 'Kraków' })
    const { file: second } = await writeBackup(old)
    await readInto(fresh, first)
    await readInto(fresh, second)
    expect(await shown(fresh)).toEqual([{ givenName: 'Anna', town: 'Kraków' }, []])
    // The first one again is older than what was read since.
    await readInto(fresh, first)
    expect(await shown(fresh)).toEqual([{ givenName: 'Anna', town: 'Kraków' }, []])
  })

  it('overwrite nothing that was changed here since, and show both where both were changed', async () => {
    const [old, fresh] = [await solo(), await solo()]
    await write(old, { givenName: 'Anna', town: 'Krakau', role: 'Vorsitz' })
    await readInto(fresh, (await writeBackup(old)).file)
    await change(fresh, [person], { town: 'Kraków', role: 'Kasse' })
    await change(old, [person], { role: 'Schriftführung' })
    await readInto(fresh, (await writeBackup(old)).file)
    const [fields, twice] = await shown(fresh)
    expect(fields).toMatchObject({ town: 'Kraków' })
    expect(twice).toEqual(['role'])
  })

  it('leave deleted what was deleted here', async () => {
    const [old, fresh] = [await solo(), await solo()]
    await write(old, { givenName: 'Anna' })
    const { file } = await writeBackup(old)
    await readInto(fresh, file)
    await remove(fresh, [person])
    await readInto(fresh, file)
    expect((await fresh.tables.records.get(person))?.list).toBe('bin')
    await restore(fresh, [person])
    await readInto(fresh, file)
    expect((await fresh.tables.records.get(person))?.list).toBe('person')
  })

  it('change nothing on the very device that made them', async () => {
    const old = await solo()
    await write(old, { givenName: 'Anna', town: 'Krakau' })
    const { file } = await writeBackup(old)
    await change(old, [person], { town: 'Kraków' })
    await write(old, { givenName: 'Piotr' }, idOf(2))
    const before = await contentOf(old)
    await readInto(old, file)
    expect(await contentOf(old)).toEqual(before)
  })
})

it('joins two notebooks that have nothing in common, with the photos of both', async () => {
  const [old, fresh] = [await solo(), await solo()]
  await put(old, idOf(1), 'photo', [{ field: 'caption', value: 'Fest', device: idOf(9), seq: 1, time: now }])
  await putPhoto(old, idOf(1), jpeg([1, 2]))
  await put(fresh, idOf(2), 'photo', [
    { field: 'caption', value: 'Rathaus', device: idOf(8), seq: 1, time: now },
  ])
  await putPhoto(fresh, idOf(2), jpeg([3]))
  await readInto(fresh, (await writeBackup(old)).file)
  expect((await contentOf(fresh)).photos.map(([id]) => id)).toEqual([idOf(1), idOf(2)])
  expect(await fresh.tables.unsentPhotos.toArray()).toEqual([{ id: idOf(1) }])
})

it('brings a photo back whose record is here and whose bytes are not', async () => {
  const [old, fresh] = [await solo(), await solo()]
  await put(old, idOf(1), 'photo', [{ field: 'caption', value: 'Fest', device: idOf(9), seq: 1, time: now }])
  await putPhoto(old, idOf(1), jpeg([1, 2]))
  const { file } = await writeBackup(old)
  await readInto(fresh, file)
  await fresh.tables.photos.clear()
  await readInto(fresh, file)
  expect(await contentOf(fresh)).toMatchObject({ photos: (await contentOf(old)).photos })
})

describe('a visit that waits for one of its questions', () => {
  const visit = { record: idOf(5), kind: 'visit', first: { type: 'private' } }

  it('is in the file and waits on, once', async () => {
    const [old, fresh] = [await solo(), await solo()]
    await keepHeld(old, visit, { story: 'Regen' })
    const { file } = await writeBackup(old)
    await readInto(fresh, file)
    expect(await fresh.tables.drafts.toArray()).toEqual(await old.tables.drafts.toArray())
    expect(await sizesOf(fresh)).toEqual([0, 0, 0, 0, 0])
    await keepHeld(fresh, visit, { story: 'Sonne' })
    await readInto(fresh, file)
    expect(await fresh.tables.drafts.toArray()).toMatchObject([{ set: { story: 'Sonne' } }])
  })

  it('does not come back once it was finished or thrown away', async () => {
    const [old, fresh] = [await solo(), await solo()]
    await keepHeld(old, visit, { story: 'Regen' })
    const { file } = await writeBackup(old)
    await readInto(fresh, file)
    await fresh.tables.drafts.clear()
    await readInto(fresh, file)
    expect(await fresh.tables.drafts.count()).toBe(0)
  })
})

it('gives a new notebook the name of the old one, and leaves that of one that has one', async () => {
  const [old, fresh, named] = [await solo(), await solo(), await solo()]
  const name = (notebook: Notebook, text: string): Promise<void> =>
    save(notebook, [
      { record: notebook.space, kind: 'notebook', set: { name: text, founder: 'Anna' }, over: {} },
    ])
  const [space, other] = [idOf(0xaa), idOf(0xbb)]
  await name({ ...old, space }, 'Freundeskreis')
  await name({ ...named, space: other }, 'Vorstand')
  const { file } = await writeBackup({ ...old, space })
  await readInto({ ...fresh, space: other }, file)
  await readInto({ ...named, space: other }, file)
  expect(await shown(fresh, other)).toEqual([{ name: 'Freundeskreis' }, []])
  expect(await shown(named, other)).toEqual([{ name: 'Vorstand', founder: 'Anna' }, []])
  expect(await fresh.tables.records.count()).toBe(1)
})

it('refuses on a device that may only read, and changes nothing', async () => {
  const [old, fresh] = [await solo(), await solo()]
  await write(old, { givenName: 'Anna' })
  const { file } = await writeBackup(old)
  await expect(readInto({ ...fresh, isReader: true }, file)).rejects.toMatchObject({ code: 'read-only' })
  expect(await sizesOf(fresh)).toEqual([0, 0, 0, 0, 0])
})

it('does not bring back what was erased for good, nor its photos, and tells how much that was', async () => {
  const notebook = await emptyNotebook()
  const keep = (record: number, kind: string, set: Fields): Promise<void> =>
    save(notebook, [{ record: idOf(record), kind, set, over: {} }])
  await keep(1, 'person', { familyName: 'Kanarek' })
  await keep(2, 'photo', { about: idOf(1) })
  await putPhoto(notebook, idOf(2), jpeg([1]))
  await keep(3, 'note', { text: 'Chor' })
  const checked = await checkBackup((await writeBackup(notebook)).file)
  if (!checked.ok) throw new Error(checked.problem)
  await eraseWhole(notebook, [idOf(1)])
  // A photo that was gone before the person was erased comes no more either.
  await notebook.tables.erased.delete(idOf(2))
  expect(await readBackup(checked, notebook)).toMatchObject({ records: 0, photos: 0, erased: 2 })
  const { records, photos, thumbs, setAside } = notebook.tables
  expect((await records.toArray()).map(({ id }) => id)).toEqual([idOf(3)])
  expect([await photos.count(), await thumbs.count(), await setAside.count()]).toEqual([0, 0, 0])
})
