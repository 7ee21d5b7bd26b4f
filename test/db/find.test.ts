import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { remove } from '../../src/db/bin.ts'
import { countAboutNothing, countOf, lastChangeAt, listOf, newestOf, rowsOf } from '../../src/db/find.ts'
import { countAll, latestChanges } from '../../src/db/overview.ts'
import { save } from '../../src/db/save.ts'
import { findByName, search } from '../../src/db/search.ts'
import { edit, newNotebook } from './notebook.ts'

let notebook = newNotebook()
beforeEach(async () => {
  notebook = newNotebook()
  await save(notebook, [
    edit('lukasz', 'person', {
      givenName: 'Łukasz',
      familyName: 'Wójcik-Größe',
      'phones/1': { number: '+48 42 123 45 67', label: 'mobile' },
      'emails/1': { address: 'lukasz@example.org' },
    }),
    edit('ilona', 'person', { givenName: 'Ilona', familyName: 'Müller', town: 'Łódź' }),
    edit('choir', 'group', { name: 'Chór Łódź', town: 'Łódź' }),
    edit('note', 'note', { text: 'Lukas asks for the chór\nin 2027', author: 'Ilona', date: '2026-11-01' }),
    edit('later', 'note', { text: 'Bring cake', author: 'Ilona', date: '2026-11-20' }),
    edit('photo', 'photo', { caption: 'Łódź by night', addedOn: '2026-11-02' }),
  ])
})

const found = async (query: string): Promise<string[] | undefined> => {
  const ids = await search(notebook, query)
  return ids && [...ids].sort()
}
const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id)

describe('searching', () => {
  test.each([
    ['accents typed or not', 'lodz', ['choir', 'ilona', 'photo']],
    ['accents typed or not', 'ŁÓDŹ', ['choir', 'ilona', 'photo']],
    ['umlauts in either spelling', 'Muller', ['ilona']],
    ['umlauts in either spelling', 'mueller', ['ilona']],
    ['ß as ss', 'grosse', ['lukasz']],
    ['the beginning of any word, across all kinds', 'luk', ['lukasz', 'note']],
    ['the second part of a double name', 'gross', ['lukasz']],
    ['all words together, each in any place', 'ilona cak', ['later']],
    ['digits from the middle of a number', '123 45', ['lukasz']],
    ['a number without its country code', '042 1234567', ['lukasz']],
    ['a year in a text', '2027', ['note']],
    ['an address', 'lukasz@ex', ['lukasz']],
    ['nothing that is not there', 'zebra', []],
    ['nothing from the middle of a word', 'ukasz', []],
  ])('finds %s: %s', async (_promise, query, expected) => {
    expect(await found(query)).toEqual(expected)
  })

  test('for nothing means all', async () => {
    expect(await found('')).toBeUndefined()
    expect(await found(' - ')).toBeUndefined()
  })

  test('does not find what is deleted', async () => {
    await remove(notebook, ['choir'])
    expect(await found('lodz')).toEqual(['ilona', 'photo'])
  })

  test('does not find old words of what was changed', async () => {
    await save(notebook, [edit('photo', 'photo', { caption: 'Pécs' }, { caption: ['me:0'] })])
    expect(await found('night')).toEqual([])
    expect(await found('pecs')).toEqual(['photo'])
  })
})

describe('lists', () => {
  test('hold one kind, in rough order, without what is deleted', async () => {
    expect(ids(await listOf(notebook, 'person'))).toEqual(['ilona', 'lukasz'])
    await remove(notebook, ['ilona'])
    expect(ids(await listOf(notebook, 'person'))).toEqual(['lukasz'])
    expect(await countOf(notebook, 'person')).toBe(1)
  })

  test('are counted without those that are about something', async () => {
    expect(await countAboutNothing(notebook, 'note')).toBe(2)
    await save(notebook, [
      edit('about', 'note', { text: 'Ask her', about: 'ilona' }),
      edit('general', 'note', { text: 'Ask all', about: '' }),
      edit('other', 'photo', { about: 'ilona' }),
    ])
    expect(await countAboutNothing(notebook, 'note')).toBe(3)
    await remove(notebook, ['general'])
    expect(await countAboutNothing(notebook, 'note')).toBe(2)
    expect(await countAboutNothing(notebook, 'project')).toBe(0)
  })

  test('of the newest begin with the latest date', async () => {
    expect(ids(await newestOf(notebook, 'note', 1))).toEqual(['later'])
    expect(ids(await newestOf(notebook, 'note', 9))).toEqual(['later', 'note'])
  })

  test('by ids leave out what is unknown or deleted', async () => {
    await remove(notebook, ['note'])
    expect(ids(await rowsOf(notebook, ['later', 'nobody', 'note', 'choir']))).toEqual(['later', 'choir'])
  })
})

describe('finding by name', () => {
  test('offers the first ones by name when nothing is typed', async () => {
    expect(ids(await findByName(notebook, ['person', 'group'], '', 2))).toEqual(['choir', 'ilona'])
  })

  test('looks in the wanted kinds only', async () => {
    expect(ids(await findByName(notebook, ['person'], 'lodz'))).toEqual(['ilona'])
    expect(ids(await findByName(notebook, ['person', 'group'], 'lodz'))).toEqual(['choir', 'ilona'])
  })

  test('offers at most six', async () => {
    await save(
      notebook,
      Array.from({ length: 9 }, (_, at) => edit(`k${at}`, 'person', { familyName: `Kiss ${at}` })),
    )
    expect(ids(await findByName(notebook, ['person'], 'kiss'))).toEqual(['k0', 'k1', 'k2', 'k3', 'k4', 'k5'])
  })

  test('is not blocked by records that have no name yet', async () => {
    await save(
      notebook,
      Array.from({ length: 9 }, (_, at) => edit(`k${at}`, 'person', { town: 'Pécs' })),
    )
    expect(ids(await findByName(notebook, ['person'], ''))).toEqual(['ilona', 'lukasz'])
  })
})

describe('the overview', () => {
  test('counts what stands, photos apart, and not the parts of others', async () => {
    await save(notebook, [edit('h', 'hosting', { person: 'ilona' })])
    expect(await countAll(notebook)).toEqual({ entries: 5, photos: 1 })
    await remove(notebook, ['choir'])
    expect(await countAll(notebook)).toEqual({ entries: 4, photos: 1 })
  })

  test('tells when something was changed last', async () => {
    expect(await lastChangeAt(newNotebook())).toBe(0)
    expect(await lastChangeAt(notebook)).toBe(1000)
    notebook.clock.time = 5000
    await remove(notebook, ['choir'])
    expect(await lastChangeAt(notebook)).toBe(5000)
  })

  test('shows what was changed last, the latest first, without what is deleted or only a part', async () => {
    notebook.clock.time = 2000
    await save(notebook, [edit('choir', 'group', { name: 'Choir' }, { name: ['me:0'] })])
    notebook.clock.time = 3000
    await save(notebook, [edit('photo', 'photo', { caption: 'Pécs' }, { caption: ['me:0'] })])
    await remove(notebook, ['note'])
    notebook.clock.time = 4000
    await save(notebook, [edit('later', 'note', { text: 'Cake' }, { text: ['me:0'] })])
    expect(ids(await latestChanges(notebook, 2))).toEqual(['later', 'choir'])
  })
})
