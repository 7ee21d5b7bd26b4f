import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { remove } from '../../src/db/bin.ts'
import { keepHeld } from '../../src/db/held.ts'
import { save } from '../../src/db/save.ts'
import { isLinked, unlink } from '../../src/db/unlink.ts'
import type { Fields } from '../../src/shared/value.ts'
import { emptyNotebook, idOf, put } from './backup/notebooks.ts'

const [anna, piotr] = [idOf(1), idOf(2)]

async function written(): Promise<Awaited<ReturnType<typeof emptyNotebook>>> {
  const notebook = await emptyNotebook()
  const write = (record: number, kind: string, set: Fields): Promise<void> =>
    save(notebook, [{ record: idOf(record), kind, set, over: {} }])
  await write(1, 'person', { givenName: 'Anna', photo: idOf(9) })
  await write(3, 'visit', {
    town: 'Pécs',
    [`people/${anna}`]: true,
    [`people/${piotr}`]: true,
    photo: idOf(9),
  })
  await write(4, 'step', { text: 'Anrufen', who: anna, project: idOf(7) })
  await write(5, 'event', {
    [`answers/once/${anna}`]: 'yes',
    [`answers/2026-12-01/${anna}`]: 'no',
    [`answers/once/${piotr}`]: 'yes',
    [`invited/${anna}`]: true,
  })
  await write(6, 'note', { text: 'Chor', about: anna })
  await remove(notebook, [idOf(6)])
  await write(7, 'project', { title: 'Chor', [`people/${anna}`]: '' })
  return notebook
}

const fieldsOf = async (
  { tables }: Awaited<ReturnType<typeof emptyNotebook>>,
  record: number,
): Promise<Fields | undefined> => (await tables.records.get(idOf(record)))?.fields

it('takes a person and a photo out of everything that names them, and nobody else', async () => {
  const notebook = await written()
  await unlink(notebook, [anna, idOf(9)])
  expect(await fieldsOf(notebook, 3)).toEqual({
    town: 'Pécs',
    photo: '',
    [`people/${anna}`]: null,
    [`people/${piotr}`]: true,
  })
  expect(await fieldsOf(notebook, 4)).toEqual({ text: 'Anrufen', who: '', project: idOf(7) })
  expect(await fieldsOf(notebook, 5)).toEqual({
    [`answers/once/${anna}`]: null,
    [`answers/2026-12-01/${anna}`]: null,
    [`answers/once/${piotr}`]: 'yes',
    [`invited/${anna}`]: null,
  })
  expect(await fieldsOf(notebook, 7)).toMatchObject({ [`people/${anna}`]: null })
  expect(await fieldsOf(notebook, 1)).toMatchObject({ photo: idOf(9) })
  const left = await notebook.tables.versions.toArray()
  expect(left.filter(({ registers }) => isLinked(registers, new Set([anna]))).length).toBe(0)
})

it('finds it in the bin too, where it stays deleted', async () => {
  const notebook = await written()
  await unlink(notebook, [anna])
  expect(await notebook.tables.records.get(idOf(6))).toMatchObject({ list: 'bin', fields: { about: '' } })
})

it('lets the version stand that names somebody else, and makes an end of the one that is hidden behind it', async () => {
  const notebook = await written()
  await put(notebook, idOf(8), 'step', [
    { field: 'who', value: anna, device: idOf(20), seq: 1, time: 2 },
    { field: 'who', value: piotr, device: idOf(21), seq: 1, time: 1 },
  ])
  await unlink(notebook, [anna])
  const row = await notebook.tables.records.get(idOf(8))
  expect(row).toMatchObject({ fields: { who: piotr }, twice: [] })
  expect(JSON.stringify(await notebook.tables.versions.get(idOf(8)))).not.toContain(anna)
})

it('takes them out of what was begun as well', async () => {
  const notebook = await written()
  const begun = { record: idOf(30), kind: 'visit', first: {} }
  await keepHeld(notebook, begun, { town: 'Sopron', [`people/${anna}`]: true })
  await unlink(notebook, [anna])
  const drafts = await notebook.tables.drafts.toArray()
  expect(drafts).toMatchObject([{ set: { town: 'Sopron' } }])
  expect(JSON.stringify(drafts)).not.toContain(anna)
})

it('changes nothing where nothing names them', async () => {
  const notebook = await written()
  const before = await notebook.tables.outbox.toArray()
  await unlink(notebook, [idOf(99)])
  expect(await notebook.tables.outbox.toArray()).toEqual(before)
})

it('takes a person out of the side of a partnership on which they stand', async () => {
  const notebook = await emptyNotebook()
  await save(notebook, [
    {
      record: idOf(10),
      kind: 'partnership',
      set: { name: 'Jena – Lugoj', [`people/${anna}`]: 'here', [`people/${piotr}`]: 'there' },
      over: {},
    },
  ])
  await unlink(notebook, [anna])
  expect(await fieldsOf(notebook, 10)).toEqual({
    name: 'Jena – Lugoj',
    [`people/${anna}`]: null,
    [`people/${piotr}`]: 'there',
  })
  expect((await notebook.tables.records.get(idOf(10)))?.about).toEqual([piotr])
})
