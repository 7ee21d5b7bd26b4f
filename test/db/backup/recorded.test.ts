import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkBackup } from '../../../src/db/backup/check.ts'
import type { Notebook } from '../../../src/db/tables.ts'
import { contentOf, emptyNotebook, idOf, readInto } from './notebooks.ts'

// Written by version 0.4.0, and never again: a person, a note, a photo of two captions, and a visit that waits.
const recorded = (name: string): Blob =>
  new Blob([readFileSync(new URL(`./recorded/${name}.backup`, import.meta.url))])
const digits = '478951249942140822160897004675441089664950648857'

const shown = async ({ tables }: Notebook): Promise<unknown[]> => {
  const [person, note, photo] = await tables.records.bulkGet([idOf(1), idOf(2), idOf(3)])
  return [person?.fields['town'], note?.list, photo?.twice]
}

it('gives everything back of a file that was recorded as version 2', async () => {
  const fresh = await emptyNotebook()
  expect(await readInto(fresh, recorded('2-earlier'))).toBe('read')
  expect(await shown(fresh)).toEqual(['Krakau', 'note', ['caption']])
  expect((await contentOf(fresh)).photos).toEqual([[idOf(3), 'image/jpeg', '/9j/AQID']])
  expect(await fresh.tables.drafts.toArray()).toMatchObject([{ kind: 'visit', set: { story: 'Regen' } }])
})

it('orders files of version 2 by when they were made', async () => {
  const [forth, back] = [await emptyNotebook(), await emptyNotebook()]
  for (const name of ['2-earlier', '2-later']) await readInto(forth, recorded(name))
  for (const name of ['2-later', '2-earlier']) await readInto(back, recorded(name))
  expect(await shown(forth)).toEqual(['Kraków', 'bin', ['caption']])
  expect(await shown(back)).toEqual(await shown(forth))
})

it('opens a sealed one of version 2 with its digits', async () => {
  const fresh = await emptyNotebook()
  expect(await checkBackup(recorded('2-sealed'))).toEqual({ ok: false, problem: 'sealed' })
  expect(await readInto(fresh, recorded('2-sealed'), digits)).toBe('read')
  expect(await shown(fresh)).toEqual(['Kraków', 'bin', ['caption']])
})
