import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { listOf } from '../../src/db/find.ts'
import { everythingAbout } from '../../src/db/mentions.ts'
import { applyChange, emptyState, type Change } from '../../src/db/merge.ts'
import { save } from '../../src/db/save.ts'
import { findByName, search } from '../../src/db/search.ts'
import { toRow } from '../../src/db/show.ts'
import { unlink } from '../../src/db/unlink.ts'
import { markOf, tell } from '../../src/records/translation.ts'
import { newId } from '../../src/shared/ids.ts'
import type { Fields } from '../../src/shared/value.ts'
import { newNotebook } from './notebook.ts'

const written = { title: 'Chorreise', goal: 'Singen in Sopron', language: 'de' }
const translated = (text: string, original: string, by: string): Fields => ({
  text,
  of: markOf(original),
  by,
})

const change = (device: string, seq: number, set: Fields): Change => ({
  record: 'r',
  kind: 'project',
  device,
  seq,
  time: seq,
  set,
  over: {},
})

describe('two who translate the same entry, without hearing of each other', () => {
  const begun = applyChange(emptyState, change('a', 1, written))
  const rowAfter = (...changes: readonly Change[]) => {
    const state = changes.reduce(applyChange, begun)
    return toRow('r', 'project', state.records['r']?.registers ?? {})
  }
  const title = translated('Wyjazd chóru', 'Chorreise', 'Anna')
  const other = translated('Podróż chóru', 'Chorreise', 'Marek')

  it('both win where they wrote another field or another language', () => {
    const goal = translated('Śpiewamy w Sopronie', 'Singen in Sopron', 'Marek')
    const hungarian = translated('Kórusút', 'Chorreise', 'Ilona')
    const changes = [
      change('b', 1, { 'in/pl/title': title }),
      change('c', 1, { 'in/pl/goal': goal }),
      change('d', 1, { 'in/hu/title': hungarian }),
    ]
    for (const order of [changes, [...changes].reverse()]) {
      const { fields, twice } = rowAfter(...order)
      expect(twice).toEqual([])
      expect(tell(fields, 'title', { language: 'pl', reads: [] }).text).toBe('Wyjazd chóru')
      expect(tell(fields, 'goal', { language: 'pl', reads: [] }).text).toBe('Śpiewamy w Sopronie')
      expect(tell(fields, 'title', { language: 'hu', reads: [] }).text).toBe('Kórusút')
    }
  })

  it('both stand as two versions where they wrote the same, for a person to choose', () => {
    const { twice } = rowAfter(
      change('b', 1, { 'in/pl/title': title }),
      change('c', 2, { 'in/pl/title': other }),
    )
    expect(twice).toEqual(['in/pl/title'])
  })

  it('show what was written meanwhile as older than its original', () => {
    const { fields } = rowAfter(change('b', 1, { 'in/pl/title': title }), {
      ...change('a', 2, { title: 'Chorfahrt' }),
      over: { title: ['a:1'] },
    })
    expect(tell(fields, 'title', { language: 'pl', reads: [] })).toMatchObject({
      text: 'Wyjazd chóru',
      isStale: true,
    })
  })
})

describe('the translations of a record', () => {
  it('are found by their words, in the index and in a list', async () => {
    const notebook = newNotebook()
    const record = newId()
    const set = { ...written, 'in/pl/title': translated('Wyjazd chóru', 'Chorreise', 'Anna') }
    await save(notebook, [{ record, kind: 'project', set, over: {} }])
    expect([...((await search(notebook, 'wyjazd choru')) ?? [])]).toEqual([record])
    expect((await findByName(notebook, ['project'], 'chór')).map(({ id }) => id)).toEqual([record])
    expect((await listOf(notebook, 'project'))[0]?.words).toContain('wyjazd')
    notebook.tables.close()
  })

  it('say a name as the record itself does, and stay when its links go', async () => {
    const notebook = newNotebook()
    const [person, note] = [newId(), newId()]
    const set = {
      text: 'Sie bringt Kuchen.',
      language: 'de',
      about: person,
      'in/pl/text': translated('Małgorzata Ćwik przynosi ciasto.', 'Sie bringt Kuchen.', 'Anna'),
    }
    await save(notebook, [
      { record: person, kind: 'person', set: { givenName: 'Małgorzata', familyName: 'Ćwik' }, over: {} },
      { record: note, kind: 'note', set, over: {} },
    ])
    await unlink(notebook, [person])
    const found = await everythingAbout(notebook, person)
    expect(found?.mentions).toMatchObject([{ row: { id: note }, names: false, tells: true }])
    expect(found?.mentions[0]?.row.fields['in/pl/text']).toEqual(set['in/pl/text'])
    notebook.tables.close()
  })
})
