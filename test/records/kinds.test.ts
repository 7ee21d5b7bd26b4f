import { describe, expect, test } from 'vitest'
import { hasOccasions, kindNames, kindOf } from '../../src/records/kinds.ts'
import { group } from '../../src/records/kinds/group.ts'
import { hosting } from '../../src/records/kinds/hosting.ts'
import { note } from '../../src/records/kinds/note.ts'
import { nameParts, person, sortName } from '../../src/records/kinds/person.ts'
import { photo } from '../../src/records/kinds/photo.ts'
import { kindsRevision } from '../../src/records/revision.ts'

describe('the kinds', () => {
  test('are found by the name that stands in every change', () => {
    for (const kind of [group, hosting, note, person, photo]) expect(kindOf(kind.kind)).toBe(kind)
  })

  test('of a newer version of the app are unknown', () => {
    expect(kindOf('dovecote')).toBeUndefined()
    expect(kindOf('constructor')).toBeUndefined()
  })

  test('are all named in the revision, so that a new one changes it', () => {
    expect(kindsRevision.replace(/ \d+$/, '').split(' ')).toEqual(kindNames)
  })

  test('with days in the calendar are events, partnerships and people', () => {
    expect(kindNames.filter(hasOccasions)).toEqual(['event', 'partnership', 'person'])
  })

  test('never throw, whatever shape the fields have', () => {
    const shapes = [7, null, true, ['a'], { date: 7 }, '9999-99-99', '-', 'cancelled']
    const names = [
      'title',
      'date',
      'rule',
      'dates/x',
      'people/x',
      'invited/x',
      'about',
      'until',
      'doneOn',
      'story',
    ]
    for (const name of kindNames) {
      for (const shape of shapes) {
        const fields = Object.fromEntries(names.map((field) => [field, shape]))
        const kind = kindOf(name)
        const made = [kind?.label(fields), kind?.sort(fields), kind?.detail?.(fields), kind?.photo?.(fields)]
        expect(made.every((text) => text === undefined || typeof text === 'string')).toBe(true)
        expect(kind?.about?.(fields) ?? []).not.toContain('')
        expect(() => [kind?.words(fields), kind?.occasions?.(fields)]).not.toThrow()
      }
    }
  })

  test('have a label, an order and words even for a record in which everything is missing or of another shape', () => {
    const odd = { name: 7, text: null, givenName: ['a'], 'phones/1': 'number', 'emails/1': null, about: true }
    for (const kind of [group, hosting, note, person, photo]) {
      for (const fields of [{}, odd]) {
        const about = kind.about?.(fields) ?? []
        const made = [
          kind.label(fields),
          kind.sort(fields),
          kind.detail?.(fields) ?? '',
          kind.photo?.(fields) ?? '',
        ]
        expect([made.map((text) => text.trim()), kind.words(fields), about]).toEqual([
          ['', '', '', ''],
          [],
          [],
        ])
      }
    }
  })
})

describe('a person', () => {
  const ilona = { givenName: 'Ilona', familyName: 'Kiss' }

  test('is named given name first, with the family name standing out', () => {
    expect(person.label(ilona)).toBe('Ilona Kiss')
    expect(nameParts(ilona)).toEqual([
      { text: 'Ilona', strong: false },
      { text: 'Kiss', strong: true },
    ])
  })

  test('is named family name first where the person does so', () => {
    expect(person.label({ ...ilona, familyFirst: true })).toBe('Kiss Ilona')
    expect(nameParts({ ...ilona, familyFirst: true }).map((part) => part.strong)).toEqual([true, false])
  })

  test('is named as it wants to be shown, if it says so', () => {
    const shown = { ...ilona, familyFirst: true, shownName: 'Özv. Nagyné Kiss Ilona' }
    expect(person.label(shown)).toBe('Özv. Nagyné Kiss Ilona')
    expect(person.sort(shown)).toBe('kiss ilona')
  })

  test('is named by the part that is known', () => {
    expect(person.label({ givenName: 'Ilona', familyName: '' })).toBe('Ilona')
    expect(person.label({ familyName: 'Kiss' })).toBe('Kiss')
    expect(person.label({})).toBe('')
  })

  test('is sorted by family name, then given name, whichever comes first on the screen', () => {
    expect(sortName(ilona)).toBe('Kiss Ilona')
    expect(sortName({ ...ilona, familyFirst: true })).toBe('Kiss Ilona')
    expect(sortName({ givenName: 'Ilona' })).toBe('Ilona')
    expect(sortName({ shownName: 'Tante Ilona' })).toBe('Tante Ilona')
    expect(person.sort({ givenName: 'Łukasz', familyName: 'Żak' })).toBe('zak lukasz')
  })

  test('has role and town as its second line', () => {
    expect(person.detail?.({ role: 'treasurer', town: 'Pécs' })).toBe('treasurer, Pécs')
    expect(person.detail?.({ role: '', town: 'Pécs' })).toBe('Pécs')
  })

  test('is found by names, role, town, address, remarks, e-mail and any digits of a number', () => {
    const words = person.words({
      ...ilona,
      shownName: 'Ica',
      role: 'treasurer',
      town: 'Pécs',
      address: 'Fő utca 5',
      remarks: 'likes cake',
      'phones/1': { number: '72 123', label: 'landline' },
      'emails/1': { address: 'ica@example.org' },
    })
    expect(words).toEqual(
      expect.arrayContaining([
        'ilona',
        'kiss',
        'ica',
        'treasurer',
        'pecs',
        'utca',
        'cake',
        'example',
        '#72123',
        '#123',
      ]),
    )
    expect(words).toHaveLength(new Set(words).size)
  })

  test('belongs to the groups that are ticked', () => {
    expect(
      person.about?.({ 'groups/b': true, 'groups/a': true, 'groups/c': false, 'groups/d': null }),
    ).toEqual(['a', 'b'])
  })
})

describe('a note', () => {
  test('is named by its first line, at most 120 characters of it', () => {
    expect(note.label({ text: '\n  Bring cake\nand coffee' })).toBe('Bring cake')
    expect(note.label({ text: 'x'.repeat(500) })).toHaveLength(120)
    expect(note.label({ text: ' \n ' })).toBe('')
  })

  test('is sorted by its date, and of one day by when it was written', () => {
    const sorted = [
      { date: '2026-11-21', writtenAt: '2026-11-22T09:00' },
      { date: '2026-11-22', writtenAt: '2026-11-22T08:00' },
      { date: '2026-11-22', writtenAt: '2026-11-22T09:00' },
    ].map((fields) => note.sort(fields))
    expect([...sorted].sort()).toEqual(sorted)
  })

  test('tells about one record, or about none', () => {
    expect(note.about?.({ about: 'g' })).toEqual(['g'])
    expect(note.about?.({ about: '' })).toEqual([])
  })

  test('is found by all its lines and by its author', () => {
    expect(note.words({ text: 'Bring\ncake', author: 'Ilona' })).toEqual(['bring', 'cake', 'ilona'])
  })
})

describe('the other kinds', () => {
  test('name a group by its name, and sort it without accents', () => {
    expect([group.label({ name: 'Łódź' }), group.sort({ name: 'Łódź' })]).toEqual(['Łódź', 'lodz'])
    expect(group.detail?.({ town: 'Pécs' })).toBe('Pécs')
  })

  test('tie hosting to a person and let nobody find it by itself', () => {
    expect(hosting.about?.({ person: 'p' })).toEqual(['p'])
    expect([hosting.label({ person: 'p' }), hosting.words({ person: 'p', remarks: 'dog' })]).toEqual(['', []])
  })

  test('find a photo by its caption', () => {
    expect(photo.words({ caption: 'Łódź by night' })).toEqual(['lodz', 'by', 'night'])
    expect(photo.about?.({ about: 'p' })).toEqual(['p'])
  })
})
