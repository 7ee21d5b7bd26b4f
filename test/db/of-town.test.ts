import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listOf } from '../../src/db/find.ts'
import { kindsWithTown, ofTown } from '../../src/db/of-town.ts'
import { save } from '../../src/db/save.ts'
import { isNamed, keysOfTown } from '../../src/db/town-keys.ts'
import { textOf } from '../../src/records/fields.ts'
import { edit, newNotebook } from './notebook.ts'

const named = (name: string, town: Record<string, string>): boolean => isNamed(name, keysOfTown(town))

it.each([
  ['KRAKOW', { name: 'Kraków' }],
  [' kraków ', { name: 'Kraków' }],
  ['Krakau', { name: 'Kraków', 'names/de': 'Krakau' }],
  ['Bielsko Biała', { name: 'Bielsko-Biała' }],
  ['Koeln', { name: 'Köln' }],
  ['Köln', { name: 'Koeln' }],
  ['Frankfurt/Oder', { name: 'Frankfurt (Oder)' }],
  ['L’Aquila', { name: "L'Aquila" }],
])('%s is one of the names of %o', (name, town) => expect(named(name, town)).toBe(true))

it.each([
  ['Neu-Kraków', { name: 'Kraków' }],
  ['Frankfurt', { name: 'Frankfurt (Oder)' }],
  ['', { name: '' }],
  ['?', { name: '!' }],
  ['Kraków, Pécs', { name: 'Kraków' }],
])('%s is none of the names of %o', (name, town) => expect(named(name, town)).toBe(false))

const towns = [
  'Kraków',
  'Nowy Sącz',
  'Bielsko-Biała',
  'Köln',
  'Neustadt an der Dosse',
  'Neustadt',
  'Győr',
  'Çorlu',
]

/** The same name as people write it in a hurry. */
const written = fc
  .tuple(fc.constantFrom(...towns), fc.nat(5))
  .map(
    ([town, how]) =>
      [
        town,
        town.toUpperCase(),
        town.normalize('NFD').replace(/\p{M}/gu, ''),
        town.replace(/[- ]/g, ' - '),
        `  ${town} `,
        `${town} West`,
      ][how] ?? town,
  )

const record = fc.record({
  kind: fc.constantFrom(...kindsWithTown, 'person'),
  title: fc.constantFrom('Fest', 'Reise nach Kraków', 'Neustadt', ''),
  town: fc.oneof(written, fc.constant('')),
  isDeleted: fc.boolean(),
})

it('finds by the index what reading everything finds, in every spelling', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 25 }), fc.constantFrom(...towns), async (all, name) => {
      const notebook = newNotebook()
      await save(
        notebook,
        all.map(({ kind, isDeleted, ...fields }, at) =>
          edit(`r${at}`, kind, { ...fields, ...(isDeleted ? { deletedAt: 5 } : {}) }),
        ),
      )
      const keys = keysOfTown({ name })
      const read = (await Promise.all(kindsWithTown.map((kind) => listOf(notebook, kind)))).flat()
      const meant = read.filter(({ fields }) => isNamed(textOf(fields, 'town'), keys))
      const found = await ofTown(notebook, { name })
      expect(found.map(({ id }) => id).sort()).toEqual(meant.map(({ id }) => id).sort())
      notebook.tables.close()
    }),
    { numRuns: 40 },
  )
}, 120_000)

it('reads the latest of each kind from the lists where a word stands in too many records', async () => {
  const notebook = newNotebook()
  await save(
    notebook,
    Array.from({ length: 1200 }, (_, at) =>
      edit(`v${at}`, 'visit', {
        town: at % 2 ? 'Pécs' : 'Pécs West',
        date: new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10),
      }),
    ),
  )
  const found = await ofTown(notebook, { name: 'Pécs' }, 3)
  expect(found.map(({ id }) => id)).toEqual(['v1199', 'v1197', 'v1195'])
})
