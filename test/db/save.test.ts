import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { listBin, remove, restore } from '../../src/db/bin.ts'
import { openForm } from '../../src/db/draft.ts'
import { plan } from '../../src/db/exchange/plan.ts'
import { countOf, listAbout, listOf, rowOf } from '../../src/db/find.ts'
import { latestChanges } from '../../src/db/overview.ts'
import type { Shown } from '../../src/db/merge.ts'
import { change, mostBytes, save, type Edit } from '../../src/db/save.ts'
import { search } from '../../src/db/search.ts'
import { toRow } from '../../src/db/show.ts'
import type { Fields } from '../../src/shared/value.ts'
import { edit, from, hear, liveValues, newNotebook } from './notebook.ts'

let notebook = newNotebook()
beforeEach(() => {
  notebook = newNotebook()
})

const person = (set: Fields, over: Edit['over'] = {}): Edit => edit('p', 'person', set, over)

/** An edit by a form that shows the record as it is now. */
async function formOf(record: string, set: Fields): Promise<Edit> {
  const { over, fields } = await openForm(notebook, record)
  const shown = Object.entries(fields).map(([field, value]) => [field, [value]])
  return { record, kind: 'person', set, over, shown: Object.fromEntries(shown) as Shown }
}

const outbox = () => notebook.tables.outbox.toArray()
const photoRow = (id: string) => ({ id, type: 'image/jpeg', bytes: new ArrayBuffer(3) })

async function counts(): Promise<number[]> {
  const { records, versions, outbox: unsent, photos, thumbs } = notebook.tables
  return Promise.all([records, versions, unsent, photos, thumbs].map((table) => table.count()))
}

describe('saving', () => {
  test('writes the row, the versions and what is to be sent, and they agree', async () => {
    await save(notebook, [person({ givenName: 'Ilona', familyName: 'Kiss' })])
    const versions = await notebook.tables.versions.get('p')
    expect(versions?.registers).toEqual({
      givenName: { live: { 'me:0': { value: 'Ilona', time: 1000 } }, ahead: [] },
      familyName: { live: { 'me:0': { value: 'Kiss', time: 1000 } }, ahead: [] },
    })
    expect(await outbox()).toEqual([
      {
        record: 'p',
        open: 0,
        kind: 'person',
        time: 1000,
        set: { givenName: 'Ilona', familyName: 'Kiss' },
        over: { givenName: [], familyName: [] },
      },
    ])
    expect(await rowOf(notebook, 'p')).toEqual(toRow('p', 'person', versions?.registers ?? {}))
  })

  test.each(['records', 'versions', 'outbox', 'photos', 'thumbs'] as const)(
    'leaves nothing at all when writing the %s fails in the middle',
    async (name) => {
      notebook.tables[name].hook('creating', () => {
        throw new DOMException('no room', 'QuotaExceededError')
      })
      const photo = { full: photoRow('photo'), thumb: photoRow('photo') }
      await expect(save(notebook, [person({ givenName: 'Ilona' })], [photo])).rejects.toThrow()
      expect(await counts()).toEqual([0, 0, 0, 0, 0])
    },
  )

  test('leaves an earlier state whole when a later save fails in the middle', async () => {
    await save(notebook, [person({ givenName: 'Ilona' })])
    const before = await outbox()
    notebook.tables.records.hook('updating', () => {
      throw new Error('torn')
    })
    await expect(save(notebook, [await formOf('p', { givenName: 'Éva' })])).rejects.toThrow()
    expect(await outbox()).toEqual(before)
    expect(await liveValues(notebook, 'p', 'givenName')).toEqual({ 'me:0': 'Ilona' })
    expect((await rowOf(notebook, 'p'))?.label).toBe('Ilona')
  })

  test('writes several records and their photos at once', async () => {
    const photo = { full: photoRow('photo'), thumb: photoRow('photo') }
    await save(notebook, [person({ givenName: 'A' }), edit('n', 'note', { text: 'B' })], [photo])
    expect(await counts()).toEqual([2, 2, 2, 1, 1])
  })

  test('refuses what fits into no envelope, and writes nothing of it', async () => {
    await save(notebook, [person({ givenName: 'Ilona' })])
    const long = 'ő'.repeat(mostBytes / 2)
    const tooMuch = [edit('n', 'note', { text: 'short' }), edit('m', 'note', { text: long })]
    await expect(save(notebook, tooMuch)).rejects.toMatchObject({ name: 'NotebookProblem', code: 'too-long' })
    expect(await counts()).toEqual([1, 1, 1, 0, 0])
  })

  test('makes two changes of what is too much for one, each over what it showed', async () => {
    const half = 'x'.repeat(mostBytes * 0.6)
    await save(notebook, [person({ remarks: half })])
    await save(notebook, [await formOf('p', { address: half })])
    await save(notebook, [await formOf('p', { remarks: 'short' })])
    expect((await outbox()).map((row) => Object.keys(row.set))).toEqual([['remarks'], ['address', 'remarks']])
    expect(await liveValues(notebook, 'p', 'remarks')).toEqual({ 'me:-1': 'short' })
    expect((await outbox())[1]?.over).toEqual({ address: [], remarks: ['me:0'] })
  })
})

describe('what others will be sent', () => {
  test('has a time that can be sent as it is, whatever the clock says', async () => {
    notebook.clock.time = -5000.5
    await save(notebook, [person({ givenName: 'Éva' })])
    await save(notebook, [{ ...edit('n', 'note', { text: 'A' }), time: 1234.5 }])
    expect((await outbox()).map((row) => row.time)).toEqual([1235, 0])
    const live = (await notebook.tables.versions.get('p'))?.registers['givenName']?.live
    expect(live).toEqual({ 'me:0': { value: 'Éva', time: 0 } })
  })

  test('remembers nothing of a version that somebody else replaced while the form was open', async () => {
    await hear(notebook, from('you', 1, { record: 'p', set: { town: 'Pécs' } }))
    const form = await formOf('p', { town: 'Eger' })
    const replaced = { record: 'p', set: { town: 'Győr' }, over: { town: ['you:1'] } }
    await hear(notebook, from('you', 2, replaced))
    await save(notebook, [form])
    expect(await liveValues(notebook, 'p', 'town')).toEqual({ 'you:2': 'Győr', 'me:0': 'Eger' })
    expect((await notebook.tables.versions.get('p'))?.registers['town']?.ahead).toEqual([])
  })

  test('replaces at most as many twins as a change may name, here as with the others', async () => {
    const heard = Array.from({ length: 70 }, (_, at) =>
      from(`device${at}`, 1, { record: 'p', set: { town: 'Pécs' } }),
    )
    for (const one of heard) await hear(notebook, one)
    await save(notebook, [await formOf('p', { town: 'Eger' })])
    const [planned] = plan(await outbox(), 'me', 1)
    const sent = from('me', 1, { record: 'p', set: { town: 'Eger' }, over: planned?.over ?? {} })
    const elsewhere = newNotebook()
    for (const one of [...heard, sent]) await hear(elsewhere, one)
    const [here, there] = [await liveValues(notebook, 'p', 'town'), await liveValues(elsewhere, 'p', 'town')]
    expect(Object.values(here).map(String).sort()).toEqual(Object.values(there).map(String).sort())
    expect(Object.values(here)).toHaveLength(7)
    const rest = (await notebook.tables.versions.get('p'))?.registers['town']?.live ?? {}
    const settled = { ...edit('p', 'person', { town: 'Eger' }), over: { town: Object.keys(rest) } }
    await save(notebook, [settled])
    expect(Object.values(await liveValues(notebook, 'p', 'town'))).toEqual(['Eger'])
  })

  test('never replaces what a copy of this device sent by a name that a form showed', async () => {
    await hear(notebook, from('me', 5, { record: 'p', set: { town: 'by the copy' } }))
    await hear(notebook, from('new', 1, { record: 'p', set: { town: 'Pécs' } }))
    const form = { ...person({ town: 'Eger' }, { town: ['me:5'] }), shown: { town: ['Pécs'] } }
    await save(notebook, [form])
    expect(Object.values(await liveValues(notebook, 'p', 'town'))).toContain('by the copy')
  })
})

describe('an unsent change', () => {
  test('is amended in place by a form that shows it', async () => {
    await save(notebook, [person({ givenName: 'Ilona', familyName: 'Kiss' })])
    await save(notebook, [await formOf('p', { givenName: 'Éva', town: 'Pécs' })])
    expect(await outbox()).toMatchObject([
      { open: 0, set: { givenName: 'Éva', familyName: 'Kiss', town: 'Pécs' } },
    ])
    expect(await liveValues(notebook, 'p', 'givenName')).toEqual({ 'me:0': 'Éva' })
  })

  test('that was begun under an earlier name of this device is amended, and not doubled', async () => {
    await save(notebook, [person({ familyName: 'Kiss' })])
    const renamed = { ...notebook, me: 'new' }
    notebook.clock.time = 5000
    await change(renamed, ['p'], { town: 'Pécs' })
    expect(await outbox()).toMatchObject([{ open: 0, time: 5000, set: { familyName: 'Kiss', town: 'Pécs' } }])
    const registers = (await notebook.tables.versions.get('p'))?.registers
    expect(registers?.['familyName']?.live).toEqual({ 'new:0': { value: 'Kiss', time: 5000 } })
    // And by a tab that doesn't know the new name yet.
    await change(notebook, ['p'], { familyName: 'Nagy' })
    expect(await liveValues(notebook, 'p', 'familyName')).toEqual({ 'me:0': 'Nagy' })
    expect(await liveValues(notebook, 'p', 'town')).toEqual({ 'me:0': 'Pécs' })
  })

  test('has one time for all its fields, here as with the others', async () => {
    await save(notebook, [person({ givenName: 'Ilona', familyName: 'Kiss' })])
    notebook.clock.time = 5000
    await save(notebook, [await formOf('p', { givenName: 'Éva' })])
    const registers = (await notebook.tables.versions.get('p'))?.registers
    expect(registers?.['familyName']?.live).toEqual({ 'me:0': { value: 'Kiss', time: 5000 } })
    expect((await outbox())[0]?.time).toBe(5000)
  })

  test('gathers all that its amendments replaced, and never itself', async () => {
    await hear(notebook, from('you', 1, { record: 'p', set: { givenName: 'Ilona', town: 'Pécs' } }))
    await save(notebook, [await formOf('p', { givenName: 'Éva' })])
    await hear(
      notebook,
      from('you', 2, { record: 'p', set: { givenName: 'Ilonka' }, over: { givenName: ['you:1'] } }),
    )
    await save(notebook, [person({ givenName: 'Ilona Éva' }, { givenName: ['me:0', 'you:2'] })])
    await save(notebook, [await formOf('p', { town: 'Tihany' })])
    expect((await outbox()).map((row) => row.over)).toEqual([
      { givenName: ['you:1', 'you:2'], town: ['you:1'] },
    ])
    expect(await liveValues(notebook, 'p', 'givenName')).toEqual({ 'me:0': 'Ilona Éva' })
  })

  test('says nothing about fields that it does not set', async () => {
    await hear(notebook, from('you', 1, { record: 'p', set: { givenName: 'Ilona', town: 'Pécs' } }))
    await save(notebook, [await formOf('p', { givenName: 'Éva' })])
    expect((await outbox())[0]?.over).toEqual({ givenName: ['you:1'] })
  })

  test('stands beside a second one from a form that was opened before it: both versions stay', async () => {
    await hear(notebook, from('you', 1, { record: 'p', set: { givenName: 'Ilona' } }))
    const [first, second] = [await formOf('p', { givenName: 'Éva' }), await formOf('p', { givenName: 'Ági' })]
    await save(notebook, [first])
    notebook.clock.time += 1
    await save(notebook, [second])
    expect(await liveValues(notebook, 'p', 'givenName')).toEqual({ 'me:0': 'Éva', 'me:-1': 'Ági' })
    const row = await rowOf(notebook, 'p')
    expect(row?.twice).toEqual(['givenName'])
    expect(row?.fields['givenName']).toBe('Ági')
  })

  test('is not amended unseen by a form that showed an earlier state of it', async () => {
    await save(notebook, [person({ givenName: 'Ilona' })])
    const [first, second] = [await formOf('p', { givenName: 'Éva' }), await formOf('p', { givenName: 'Ági' })]
    await save(notebook, [first])
    await save(notebook, [second])
    expect(await liveValues(notebook, 'p', 'givenName')).toEqual({ 'me:0': 'Éva', 'me:-1': 'Ági' })
  })

  test('is replaced under its new name by a form that was open while it was sent', async () => {
    await hear(notebook, from('me', 7, { record: 'p', set: { givenName: 'Ilona' } }))
    const sentMeanwhile = {
      ...person({ givenName: 'Éva' }, { givenName: ['me:0'] }),
      shown: { givenName: ['Ilona'] },
    }
    await save(notebook, [sentMeanwhile])
    expect(await liveValues(notebook, 'p', 'givenName')).toEqual({ 'me:0': 'Éva' })
    expect((await outbox())[0]?.over).toEqual({ givenName: ['me:7'] })
  })

  test('and its twin go both when a person settles them with one value', async () => {
    const [first, second] = [await formOf('p', { givenName: 'Éva' }), await formOf('p', { givenName: 'Ági' })]
    await save(notebook, [first])
    await save(notebook, [second])
    const both = { givenName: ['me:0', 'me:-1'] }
    await save(notebook, [person({ givenName: 'Ágnes' }, both)])
    expect(await liveValues(notebook, 'p', 'givenName')).toEqual({ 'me:-1': 'Ágnes' })
    expect((await outbox()).map((row) => row.over)).toEqual([{ givenName: [] }, { givenName: ['me:0'] }])
    expect((await rowOf(notebook, 'p'))?.twice).toEqual([])
  })

  test('takes over other fields of a form opened before it, without a second one', async () => {
    const [first, second] = [await formOf('p', { givenName: 'Éva' }), await formOf('p', { town: 'Pécs' })]
    await save(notebook, [first])
    await save(notebook, [second])
    expect(await outbox()).toHaveLength(1)
    expect((await rowOf(notebook, 'p'))?.fields).toEqual({ givenName: 'Éva', town: 'Pécs' })
  })

  test('with a time of its own shares it with no other', async () => {
    await save(notebook, [person({ givenName: 'Éva' })])
    await save(notebook, [{ ...person({ town: 'Pécs' }), time: 10 }])
    expect((await outbox()).map((row) => row.time)).toEqual([1000, 10])
  })
})

describe('values that are equal', () => {
  test('are one, whatever the order of their parts, and are replaced together', async () => {
    await hear(notebook, from('you', 1, { record: 'p', set: { 'phones/1': { number: '1', label: 'work' } } }))
    await hear(notebook, from('him', 1, { record: 'p', set: { 'phones/1': { label: 'work', number: '1' } } }))
    expect((await rowOf(notebook, 'p'))?.twice).toEqual([])
    await save(notebook, [await formOf('p', { 'phones/1': null })])
    expect(await liveValues(notebook, 'p', 'phones/1')).toEqual({ 'me:0': null })
  })
})

describe('two devices', () => {
  test('that change different fields both win', async () => {
    await hear(notebook, from('you', 1, { record: 'p', set: { givenName: 'Ilona', town: 'Pécs' } }))
    const mine = await formOf('p', { town: 'Tihany' })
    await hear(
      notebook,
      from('you', 2, { record: 'p', set: { givenName: 'Éva' }, over: { givenName: ['you:1'] } }),
    )
    await save(notebook, [mine])
    expect((await rowOf(notebook, 'p'))?.fields).toEqual({ givenName: 'Éva', town: 'Tihany' })
    expect((await rowOf(notebook, 'p'))?.twice).toEqual([])
  })

  test('may add, change and remove different elements of one list', async () => {
    const phone = (number: string) => ({ number, label: 'work' })
    const set = { 'phones/a': phone('1'), 'phones/b': phone('2'), 'phones/c': phone('3') }
    await hear(notebook, from('you', 1, { record: 'p', set }))
    const mine = await formOf('p', { 'phones/a': null, 'phones/d': phone('4') })
    const theirs = { 'phones/b': phone('22'), 'phones/e': phone('5') }
    await hear(notebook, from('you', 2, { record: 'p', set: theirs, over: { 'phones/b': ['you:1'] } }))
    await save(notebook, [mine])
    const row = await rowOf(notebook, 'p')
    expect(row?.twice).toEqual([])
    expect(row?.fields).toEqual({
      'phones/a': null,
      'phones/b': phone('22'),
      'phones/c': phone('3'),
      'phones/d': phone('4'),
      'phones/e': phone('5'),
    })
  })

  test('that change one field leave two versions: what came in between was not before the eyes', async () => {
    await hear(notebook, from('you', 1, { record: 'p', set: { town: 'Pécs' } }))
    const mine = await formOf('p', { town: 'Tihany' })
    await hear(notebook, from('you', 2, { record: 'p', set: { town: 'Eger' }, over: { town: ['you:1'] } }))
    await save(notebook, [mine])
    expect(await liveValues(notebook, 'p', 'town')).toEqual({ 'you:2': 'Eger', 'me:0': 'Tihany' })
  })
})

describe('deleting', () => {
  const named = { givenName: 'Ilona', familyName: 'Kiss' }

  test('takes a record out of lists and search and puts it into the bin', async () => {
    await save(notebook, [person({ ...named, 'groups/g': true })])
    await remove(notebook, ['p'])
    expect(await listOf(notebook, 'person')).toEqual([])
    expect(await countOf(notebook, 'person')).toBe(0)
    expect(await search(notebook, 'ilona')).toEqual(new Set())
    expect(await notebook.tables.records.where('lookup').startsWith('').count()).toBe(0)
    expect(await listAbout(notebook, 'g')).toEqual([])
    expect(await latestChanges(notebook, 9)).toEqual([])
    expect(await listBin(notebook)).toMatchObject([{ id: 'p', deletedAt: 1000, label: 'Ilona Kiss' }])
  })

  test('is undone with one tap, and the record is whole', async () => {
    await save(notebook, [person({ ...named, 'groups/g': true })])
    const { words, about, fields } = (await rowOf(notebook, 'p')) ?? {}
    await remove(notebook, ['p'])
    await restore(notebook, ['p'])
    expect(await rowOf(notebook, 'p')).toMatchObject({ list: 'person', deletedAt: 0, words, about, fields })
    expect(await search(notebook, 'ilona')).toEqual(new Set(['p']))
    expect(await listBin(notebook)).toEqual([])
    expect((await rowOf(notebook, 'p'))?.twice).toEqual([])
  })

  test('is undone by one single version that says that it stands', async () => {
    await hear(notebook, from('you', 1, { record: 'p', set: named }))
    await hear(notebook, from('you', 2, { record: 'p', set: { deletedAt: 9000 }, time: 9000 }))
    expect((await rowOf(notebook, 'p'))?.list).toBe('bin')
    await hear(notebook, from('him', 1, { record: 'p', set: { deletedAt: null }, time: 10 }))
    expect(await rowOf(notebook, 'p')).toMatchObject({ list: 'person', deletedAt: 0, twice: [] })
  })

  test('works after that as well: who deletes now has seen that it stands', async () => {
    await hear(notebook, from('you', 1, { record: 'p', set: { ...named, deletedAt: 9000 }, time: 9000 }))
    await hear(notebook, from('him', 1, { record: 'p', set: { deletedAt: null }, time: 10 }))
    await remove(notebook, ['p'])
    expect((await rowOf(notebook, 'p'))?.list).toBe('bin')
    expect(await liveValues(notebook, 'p', 'deletedAt')).toEqual({ 'me:0': 1000 })
  })

  test('does not take along what was brought back elsewhere meanwhile', async () => {
    await save(notebook, [person(named)])
    await remove(notebook, ['p'])
    await hear(notebook, from('you', 1, { record: 'p', set: { deletedAt: null } }))
    expect((await rowOf(notebook, 'p'))?.list).toBe('person')
  })

  test('shows for thirty days what can be brought back, the latest first', async () => {
    const day = 24 * 60 * 60 * 1000
    await save(notebook, [person(named), edit('n', 'note', { text: 'B' }), edit('m', 'note', { text: 'C' })])
    await remove(notebook, ['p'])
    notebook.clock.time += 2 * day
    await remove(notebook, ['n'])
    notebook.clock.time += day
    await remove(notebook, ['m'])
    expect((await listBin(notebook)).map((row) => row.id)).toEqual(['m', 'n', 'p'])
    notebook.clock.time += 28 * day
    expect((await listBin(notebook)).map((row) => row.id)).toEqual(['m', 'n'])
  })

  test('of an unknown record does nothing', async () => {
    await remove(notebook, ['nobody'])
    expect(await counts()).toEqual([0, 0, 0, 0, 0])
  })
})

describe('a single tap', () => {
  test('replaces what is shown at that moment, and lets stand what hides behind "two versions"', async () => {
    await hear(notebook, from('you', 1, { record: 'p', set: { town: 'Pécs' }, time: 3000 }))
    await hear(notebook, from('him', 1, { record: 'p', set: { town: 'Eger' }, time: 2000 }))
    await change(notebook, ['p'], { town: 'Tihany' })
    expect(await liveValues(notebook, 'p', 'town')).toEqual({ 'him:1': 'Eger', 'me:0': 'Tihany' })
  })
})

describe('records about others', () => {
  test('are found from what they tell about', async () => {
    await save(notebook, [
      person({ givenName: 'Ilona', 'groups/g': true, 'groups/h': false }),
      edit('n', 'note', { text: 'A', about: 'g' }),
      edit('h', 'hosting', { person: 'p' }),
    ])
    expect((await listAbout(notebook, 'g')).map((row) => row.id).sort()).toEqual(['n', 'p'])
    expect((await listAbout(notebook, 'p')).map((row) => row.id)).toEqual(['h'])
    expect(await listAbout(notebook, 'h')).toEqual([])
  })
})

describe('a record of a kind that this version of the app does not know', () => {
  test('is kept whole with a row that no list and no search shows', async () => {
    await hear(notebook, from('you', 1, { kind: 'dovecote', record: 'd', set: { name: 'White doves' } }))
    expect(await rowOf(notebook, 'd')).toMatchObject({
      kind: 'dovecote',
      label: '',
      fields: { name: 'White doves' },
    })
    expect(await search(notebook, 'white')).toEqual(new Set())
    expect(await latestChanges(notebook, 9)).toEqual([])
    for (const kind of ['person', 'group', 'note', 'photo', 'hosting', 'bin'])
      expect(await listOf(notebook, kind)).toEqual([])
  })
})
