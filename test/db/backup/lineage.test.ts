import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { mostBefore } from '../../../src/db/backup/lineage.ts'
import { writeBackup } from '../../../src/db/backup/write.ts'
import type { Notebook } from '../../../src/db/tables.ts'
import { copyOf, makeOne, originOf, readIn, soloDevice, write, year } from './devices.ts'
import { emptyNotebook, idOf, valuesHere } from './notebooks.ts'

describe('a backup names those before it', () => {
  it('in their order, also under another name of the device and on a copied disk', async () => {
    const old = await soloDevice()
    const first = await originOf((await writeBackup(old.notebook)).file)
    const second = await originOf((await writeBackup({ ...old.notebook, me: idOf(0xb) })).file)
    const third = await originOf((await makeOne(await copyOf(old))).file)
    expect([first.after, second.after, third.after]).toEqual([[], [first.id], [first.id, second.id]])
  })

  it('never one that was made at the same time in both directions, and later both', async () => {
    const { notebook } = await soloDevice()
    const files = await Promise.all([writeBackup(notebook), writeBackup(notebook), writeBackup(notebook)])
    const origins = await Promise.all(files.map(({ file }) => originOf(file)))
    for (const one of origins)
      for (const other of origins)
        expect(one.after.includes(other.id) && other.after.includes(one.id)).toBe(false)
    const { after } = await originOf((await writeBackup(notebook)).file)
    expect([...after].sort()).toEqual(origins.map(({ id }) => id).sort())
  })

  it('of very many the last, and loses nothing to one that it names no more', async () => {
    const [old, reader] = [await soloDevice(), await emptyNotebook()]
    await write(old, idOf(1), { town: 'Krakau' })
    await readIn(reader, (await makeOne(old)).file)
    const ids = Array.from({ length: mostBefore }, (_, at) => at.toString(16).padStart(16, '0'))
    await old.notebook.tables.meta.put({ key: 'backups', value: JSON.stringify(ids) })
    await makeOne(old)
    await write(old, idOf(1), { town: 'Kraków' })
    const { file } = await makeOne(old)
    const { after } = await originOf(file)
    expect([after.length, after[0]]).toEqual([mostBefore, ids[1]])
    await readIn(reader, file)
    expect(await valuesHere(reader)).toEqual({ [`${idOf(1)} town`]: ['"Krakau"', '"Kraków"'] })
  })

  it('and is made also where the disk has no room left to remember it', async () => {
    const { notebook } = await soloDevice()
    const full = new DOMException('no room', 'QuotaExceededError')
    Object.assign(notebook.tables.meta, { put: () => Promise.reject(full) })
    expect((await originOf((await writeBackup(notebook)).file)).after).toEqual([])
    Object.assign(notebook.tables.meta, { put: () => Promise.reject(new Error('broken')) })
    await expect(writeBackup(notebook)).rejects.toThrow('broken')
  })
})

describe('where there is no lineage', () => {
  /** The same as version 2 wrote it. */
  const asTwo = async (file: Blob): Promise<Blob> =>
    new Blob([
      (await file.text())
        .replace('"version":3', '"version":2')
        .replace(/"id":"[0-9a-f]{16}","after":\[.*?\],/, ''),
    ])

  async function twoFiles(years: number): Promise<[Blob, Blob, Notebook]> {
    const old = await soloDevice()
    await write(old, idOf(1), { town: 'Krakau' })
    const { file } = await makeOne(old)
    old.time += years * year
    await write(old, idOf(1), { town: 'Kraków' })
    return [file, (await makeOne(old)).file, await emptyNotebook()]
  }

  it.each([
    { years: 1, towns: ['"Kraków"'] },
    // Its clock says it is older than one of the older version: it may be another disk, so both stand.
    { years: -1, towns: ['"Krakau"', '"Kraków"'] },
  ])('a file comes after one of version 2, unless its clock denies it ($years)', async ({ years, towns }) => {
    const [first, second, reader] = await twoFiles(years)
    await readIn(reader, await asTwo(first))
    await readIn(reader, second)
    expect(await valuesHere(reader)).toEqual({ [`${idOf(1)} town`]: towns })
  })

  it.each([
    { years: 1, towns: ['"Kraków"'] },
    { years: -1, towns: ['"Krakau"', '"Kraków"'] },
  ])('a file of version 2 comes before, unless its clock denies it ($years)', async ({ years, towns }) => {
    const [first, second, reader] = await twoFiles(years)
    await readIn(reader, second)
    await readIn(reader, await asTwo(first))
    expect(await valuesHere(reader)).toEqual({ [`${idOf(1)} town`]: towns })
  })

  it('what version 0.4.0 remembered of a file is a base as before', async () => {
    const [first, second, reader] = await twoFiles(1)
    await readIn(reader, await asTwo(first))
    const kept = await reader.tables.meta.where('key').startsWith('backupOf ').first()
    const { made, marks } = JSON.parse(kept?.value ?? '') as Record<string, string>
    await reader.tables.meta.put({ key: kept?.key ?? '', value: JSON.stringify({ made, marks }) })
    await readIn(reader, second)
    expect(await valuesHere(reader)).toEqual({ [`${idOf(1)} town`]: ['"Kraków"'] })
  })
})
