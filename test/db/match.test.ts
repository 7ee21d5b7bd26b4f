import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listOf } from '../../src/db/find.ts'
import { matcherOf } from '../../src/db/match.ts'
import { save } from '../../src/db/save.ts'
import { search } from '../../src/db/search.ts'
import { newId } from '../../src/shared/ids.ts'
import { edit, newNotebook } from './notebook.ts'

it('a list finds by itself exactly whom the index of the database finds', async () => {
  const notebook = newNotebook()
  const names = ['Łukasz Müller', 'Zsófia Kovács', 'İbrahim Öztürk', 'Anna-Maria Groß', 'Karl 2026']
  const numbers = ['+48 12 345 67 89', '030 1234567', '0049 (0)30 99', '+36 99 311 222', '12']
  await save(
    notebook,
    names.map((shownName, at) =>
      edit(newId(), 'person', { shownName, 'phones/a': { number: numbers[at] ?? '', label: 'mobile' } }),
    ),
  )
  const rows = await listOf(notebook, 'person')
  const typed = fc.oneof(
    fc
      .constantFrom(...names, ...numbers)
      .chain((text) => fc.nat(text.length).map((end) => text.slice(0, end))),
    fc.string({ unit: fc.constantFrom(...'łlukaszmüue 0123+- '), maxLength: 8 }),
  )
  await fc.assert(
    fc.asyncProperty(typed, async (query) => {
      const found = await search(notebook, query)
      const matches = matcherOf(query)
      expect(matches === undefined).toBe(found === undefined)
      if (matches) expect(new Set(rows.filter(matches).map((row) => row.id))).toEqual(found)
    }),
    { numRuns: 300 },
  )
})
