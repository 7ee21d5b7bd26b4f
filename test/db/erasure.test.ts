import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { remove, restore } from '../../src/db/bin.ts'
import { eraseWhole, erasureOf } from '../../src/db/erasure.ts'
import { mayErase } from '../../src/db/erasing.ts'
import { keepHeld } from '../../src/db/held.ts'
import { change, save } from '../../src/db/save.ts'
import type { Notebook } from '../../src/db/tables.ts'
import { tendBin } from '../../src/db/tend-bin.ts'
import { wishedErasures } from '../../src/db/wished.ts'
import type { Fields } from '../../src/shared/value.ts'
import { emptyNotebook, idOf, jpeg, putPhoto } from './backup/notebooks.ts'

const [anna, offer, portrait, visit, told] = [idOf(1), idOf(2), idOf(3), idOf(4), idOf(5)]
const day = 24 * 60 * 60 * 1000

const write = (notebook: Notebook, record: string, kind: string, set: Fields): Promise<void> =>
  save(notebook, [{ record, kind, set, over: {} }])

async function written(): Promise<Notebook> {
  const notebook = await emptyNotebook()
  await write(notebook, anna, 'person', { givenName: 'Anna', familyName: 'Kanarek', photo: portrait })
  await write(notebook, offer, 'hosting', { person: anna, beds: '2' })
  await write(notebook, portrait, 'photo', { about: anna })
  await putPhoto(notebook, portrait, jpeg([1, 2, 3]))
  await write(notebook, visit, 'visit', { town: 'Pécs', [`people/${anna}`]: true })
  await write(notebook, told, 'note', { text: 'Frau Kanarek kommt mit.' })
  await write(notebook, idOf(6), 'note', { text: 'Piotr kommt mit.' })
  return notebook
}

const ids = (rows: readonly { id: string }[] | undefined): string[] => (rows ?? []).map(({ id }) => id).sort()

/** The texts of all tables. */
const everything = async ({ tables }: Notebook): Promise<string> =>
  JSON.stringify(await Promise.all(tables.tables.map((table) => table.toArray())))

describe('what erasing a person reaches', () => {
  it('tells what goes along, what names the person and which texts say the name', async () => {
    const notebook = await written()
    await keepHeld(notebook, { record: idOf(30), kind: 'visit', first: {} }, { [`people/${anna}`]: true })
    const erasure = await erasureOf(notebook, anna)
    expect(erasure).toMatchObject({ name: 'Anna Kanarek', begun: 1 })
    expect(ids(erasure?.along)).toEqual([offer, portrait])
    expect(ids(erasure?.named)).toEqual([visit])
    expect(ids(erasure?.told)).toEqual([told])
  })

  it('calls an offer by the person whose it is, and searches no texts for it', async () => {
    const erasure = await erasureOf(await written(), offer)
    expect(erasure).toMatchObject({ name: 'Anna Kanarek', along: [], named: [], told: [] })
  })

  it('knows nothing of what is not here', async () => {
    expect(await erasureOf(await written(), idOf(99))).toBeUndefined()
  })

  it('leaves out a record from which the person was taken out already', async () => {
    const notebook = await written()
    await remove(notebook, [visit])
    expect(ids((await erasureOf(notebook, anna))?.named)).toEqual([visit])
    await change(notebook, [visit], { [`people/${anna}`]: false })
    expect((await erasureOf(notebook, anna))?.named).toEqual([])
  })
})

describe('erasing', () => {
  it('leaves nothing of the person in any table of a notebook that is not shared', async () => {
    const notebook = await written()
    expect(await eraseWhole(notebook, [anna, told])).toBe('erased')
    expect(await everything(notebook)).not.toContain('Kanarek')
    expect(await notebook.tables.photos.count()).toBe(0)
    expect(ids(await notebook.tables.records.toArray())).toEqual([visit, idOf(6)])
    expect((await notebook.tables.records.get(visit))?.fields).toEqual({
      town: 'Pécs',
      [`people/${anna}`]: null,
    })
  })

  it('is wished where others share it, until somebody brings it back', async () => {
    const notebook = await written()
    await notebook.tables.meta.put({ key: 'exchange', value: 'https://ponte.example/' })
    expect(await eraseWhole(notebook, [anna])).toBe('wished')
    expect((await wishedErasures(notebook.tables)).sort()).toEqual([anna, offer, portrait])
    expect(await notebook.tables.records.get(anna)).toMatchObject({ list: 'bin' })
    await restore(notebook, [anna])
    expect(await wishedErasures(notebook.tables)).toEqual([])
    const back = await notebook.tables.records.bulkGet([anna, offer, portrait])
    expect(back.map((row) => row?.list)).toEqual(['person', 'hosting', 'photo'])
  })

  it('is for those who coordinate, and for whoever is alone', async () => {
    const { tables } = await written()
    expect(await mayErase(tables)).toBe(true)
    await tables.meta.put({ key: 'role', value: 'member' })
    expect(await mayErase(tables)).toBe(false)
  })
})

describe('the bin of a notebook that is not shared', () => {
  const at = (notebook: Notebook, days: number): Notebook => ({
    ...notebook,
    now: () => notebook.now() + days * day,
  })

  it('is emptied of what has lain there for thirty days, its photos too', async () => {
    const notebook = await written()
    await remove(notebook, [anna])
    await tendBin(notebook)
    await tendBin(at(notebook, 29))
    expect(await notebook.tables.records.get(anna)).toMatchObject({ list: 'bin' })
    await tendBin(at(notebook, 30))
    expect(await notebook.tables.records.bulkGet([anna, offer, portrait])).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(await notebook.tables.photos.count()).toBe(0)
  })

  it('keeps what was brought back and deleted again meanwhile', async () => {
    const notebook = await written()
    await remove(notebook, [told])
    await tendBin(notebook)
    await restore(at(notebook, 20), [told])
    await remove(at(notebook, 20), [told])
    await tendBin(at(notebook, 31))
    expect(await notebook.tables.records.get(told)).toMatchObject({ list: 'bin' })
    await tendBin(at(notebook, 62))
    expect(await notebook.tables.records.get(told)).toBeUndefined()
  })

  it('is looked at once a day, and never where others share the notebook', async () => {
    const notebook = await written()
    await tendBin(notebook)
    await remove(notebook, [told])
    await tendBin(at(notebook, 0.5))
    expect(await notebook.tables.binned.count()).toBe(0)
    await notebook.tables.meta.put({ key: 'exchange', value: 'https://ponte.example/' })
    await tendBin(at(notebook, 5))
    expect(await notebook.tables.binned.count()).toBe(0)
  })
})
