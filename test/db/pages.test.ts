import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { remove, restore } from '../../src/db/bin.ts'
import { nextNumber, pagesOf, putInOrder, withMoved } from '../../src/db/pages.ts'
import { newPhoto } from '../../src/db/photo.ts'
import { save } from '../../src/db/save.ts'
import type { Notebook } from '../../src/db/tables.ts'
import { newNotebook } from './notebook.ts'

const shrunk = {
  type: 'image/jpeg',
  bytes: new ArrayBuffer(8),
  thumb: new ArrayBuffer(4),
  width: 3,
  height: 4,
}

async function take(notebook: Notebook, when: number, page?: number): Promise<string> {
  const photo = newPhoto(shrunk, 'letter', when, page)
  await save(notebook, [photo.edit], [photo.bytes])
  return photo.id
}

const order = async (notebook: Notebook): Promise<string[]> =>
  (await pagesOf(notebook, 'letter')).map((page) => page.id)

it('pages lie in the order in which they were taken', async () => {
  const notebook = newNotebook()
  const first = await take(notebook, 3000, 1)
  const second = await take(notebook, 2000, 2)
  // Two tablets counted alike: the one that was taken first comes first.
  const twin = await take(notebook, 4000, 2)
  const unnumbered = await take(notebook, 1000)
  expect(await order(notebook)).toEqual([first, second, twin, unnumbered])
  expect(nextNumber(await pagesOf(notebook, 'letter'))).toBe(5)
})

it('a page that was moved stays where it was put', async () => {
  const notebook = newNotebook()
  const [one, two, three] = [
    await take(notebook, 1000, 1),
    await take(notebook, 2000, 2),
    await take(notebook, 3000, 3),
  ]
  const pages = await pagesOf(notebook, 'letter')
  await putInOrder(notebook, withMoved(pages, three, -1))
  expect(await order(notebook)).toEqual([one, three, two])
  await putInOrder(notebook, withMoved(await pagesOf(notebook, 'letter'), one, 1))
  expect(await order(notebook)).toEqual([three, one, two])
})

it('at the ends nothing moves and nothing is written', async () => {
  const notebook = newNotebook()
  const [one, two] = [await take(notebook, 1000, 1), await take(notebook, 2000, 2)]
  const pages = await pagesOf(notebook, 'letter')
  notebook.clock.time = 9000
  for (const moved of [withMoved(pages, one, -1), withMoved(pages, two, 1), withMoved(pages, 'nowhere', 1)]) {
    expect(moved.map((page) => page.id)).toEqual([one, two])
    await putInOrder(notebook, moved)
  }
  expect((await pagesOf(notebook, 'letter')).map((page) => page.changedAt)).toEqual([1000, 1000])
})

it('a deleted page comes back to its place, and one taken meanwhile stands behind it', async () => {
  const notebook = newNotebook()
  const [one, two] = [await take(notebook, 1000, 1), await take(notebook, 2000, 2)]
  await remove(notebook, [one])
  const added = await take(notebook, 3000, nextNumber(await pagesOf(notebook, 'letter')))
  expect(await order(notebook)).toEqual([two, added])
  await restore(notebook, [one])
  expect(await order(notebook)).toEqual([one, two, added])
})
