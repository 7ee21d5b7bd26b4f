import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { remove } from '../../src/db/bin.ts'
import { keepHeld } from '../../src/db/held.ts'
import { everythingAbout } from '../../src/db/mentions.ts'
import { save } from '../../src/db/save.ts'
import type { Fields } from '../../src/shared/value.ts'
import { emptyNotebook, idOf, put } from './backup/notebooks.ts'

const anna = idOf(1)

it('finds all that names a person, in any version and in the bin, and where the name is said', async () => {
  const notebook = await emptyNotebook()
  const write = (record: number, kind: string, set: Fields): Promise<void> =>
    save(notebook, [{ record: idOf(record), kind, set, over: {} }])
  await write(1, 'person', { givenName: 'Anna', familyName: 'Nowák', photo: idOf(7) })
  await write(2, 'note', { text: 'Chor', about: anna })
  await write(3, 'note', { text: 'Frau ANNA NOWAK kommt mit.' })
  await write(4, 'event', { title: 'Fest', [`answers/once/${anna}`]: 'yes' })
  await write(5, 'note', { text: 'Piotr kommt.' })
  await write(6, 'hosting', { person: anna, beds: '2' })
  await write(7, 'photo', { caption: 'Porträt' })
  await remove(notebook, [idOf(2)])
  await put(notebook, idOf(8), 'note', [
    { field: 'about', value: idOf(5), device: idOf(20), seq: 1, time: 2 },
    { field: 'about', value: anna, device: idOf(21), seq: 1, time: 1 },
  ])
  await keepHeld(notebook, { record: idOf(30), kind: 'visit', first: {} }, { [`people/${anna}`]: true })
  await keepHeld(notebook, { record: idOf(31), kind: 'visit', first: {} }, { town: 'Pécs' })

  const all = await everythingAbout(notebook, anna)
  const found = all?.mentions.map(({ row, names }) => [Number.parseInt(row.id, 16), row.list, names])
  expect(found).toEqual([
    [2, 'bin', true],
    [3, 'note', false],
    [4, 'event', true],
    [6, 'hosting', true],
    [7, 'photo', true],
    [8, 'note', true],
  ])
  expect(all?.own.row.label).toBe('Anna Nowák')
  expect(all?.drafts.map(({ record }) => record)).toEqual([idOf(30)])
  expect(await everythingAbout(notebook, idOf(99))).toBeUndefined()
})

it('does not look for names of a few letters in texts', async () => {
  const notebook = await emptyNotebook()
  await save(notebook, [
    { record: idOf(1), kind: 'person', set: { givenName: 'Bo' }, over: {} },
    { record: idOf(2), kind: 'note', set: { text: 'Ein Boot fährt.' }, over: {} },
  ])
  expect((await everythingAbout(notebook, idOf(1)))?.mentions).toEqual([])
})
