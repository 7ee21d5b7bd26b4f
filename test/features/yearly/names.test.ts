import { describe, expect, it } from 'vitest'
import { makeNames } from '../../../src/records/names.ts'
import { languages } from '../../../src/shared/language.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { event, materialOf, project, rowFrom, visit, wholeText, type Given } from './material.ts'
import { textOf } from '../../../src/records/fields.ts'

const person = (id: string, fields: Fields): Given => ({ id, kind: 'person', fields })

const people = [
  person('anna', { givenName: 'Anna', familyName: 'Canarska' }),
  person('jan', { givenName: 'Jan', familyName: 'Ćwik' }),
  person('zsofia', { givenName: 'Zsófia', familyName: 'Kanárivári', familyFirst: true }),
  person('luc', { givenName: 'Jean-Luc', familyName: 'Kanarienne' }),
  person('shown', { shownName: 'Vogel Jánosné' }),
  person('helga', { givenName: 'Helga', familyName: 'Offenbar', namedOn: '2026-01-05' }),
]

const names = makeNames(people.map(rowFrom), ['Canarska Dolina', 'Whitby'], '[Name]')

describe('a text', () => {
  it.each([
    ['Besuch bei Anna Canarska', 'Besuch bei [Name]'],
    ['Spotkanie z Anną Canarską', 'Spotkanie z [Name]'],
    ['Kanárivári Zsófiánál', '[Name]'],
    ['Zsófia Kanárivárival', '[Name]'],
    ['Zwei Tage bei Familie Ćwik', 'Zwei Tage bei Familie [Name]'],
    ['Jan Ćwik singt', '[Name] singt'],
    ['CWIK JAN', '[Name]'],
    ['Mit Jean-Luc am Fluss', 'Mit [Name] am Fluss'],
    ['Wizyta u Anny', 'Wizyta u [Name]'],
    ['Frau Vogel erzählt', 'Frau [Name] erzählt'],
    ['Helga Offenbar erzählt', 'Helga Offenbar erzählt'],
    ['Annahme der Gäste', 'Annahme der Gäste'],
    ['Ausflug nach Canarska Dolina', 'Ausflug nach Canarska Dolina'],
    ['Im Januar in Whitby', 'Im Januar in Whitby'],
    ['', ''],
  ])('"%s" says "%s"', (given, said) => expect(names.mask(given)).toBe(said))

  it('names nobody for a season', () => {
    const sommer = makeNames([rowFrom(person('s', { givenName: 'Ute', familyName: 'Sommer' }))], [], '[Name]')
    expect(sommer.mask('Bis zum Sommer, sagt Frau Sommer')).toBe('Bis zum Sommer, sagt Frau [Name]')
  })

  it('hides a name that one with consent shares with one without', () => {
    const both = makeNames(
      [
        rowFrom(person('a', { givenName: 'Anna', familyName: 'Nowak', namedOn: '2026-01-01' })),
        rowFrom(person('b', { givenName: 'Piotr', familyName: 'Nowak' })),
      ],
      [],
      '[Name]',
    )
    expect(both.mask('Anna Nowak und Piotr Nowak und Nowak')).toBe('Anna Nowak und [Name] und [Name]')
  })
})

it('tells names of those alone who agreed, anywhere in a report, in every language', () => {
  const texts = people.map(({ fields }) =>
    ['givenName', 'familyName', 'shownName']
      .map((name) => textOf(fields, name))
      .filter(Boolean)
      .join(' '),
  )
  const all = texts.join(', ')
  const ids = Object.fromEntries(people.map(({ id }) => [`people/${id}`, true]))
  const parts = Object.fromEntries(people.map(({ id }) => [`people/${id}`, `Aufgabe von ${all}`]))
  const records = [
    ...people,
    event('e', {
      title: `Fest mit ${all}`,
      date: '2026-05-05',
      place: `bei ${all}`,
      address: all,
      text: all,
    }),
    event('off', { title: 'Ball', date: '2026-05-06', isCancelled: true, cancelledWhy: `${all} sind krank` }),
    visit('v', { title: `Bei ${all}`, date: '2026-05-07', story: all, author: all, ...ids }),
    project('p', {
      title: `Projekt ${all}`,
      state: 'cancelled',
      from: '2026-01-01',
      cancelledWhy: all,
      goal: all,
      audience: all,
      ...parts,
    }),
    project('late', { title: all, state: 'postponed', postponedWhy: all }),
    {
      id: 'd',
      kind: 'document',
      fields: { title: all, type: 'agreement', date: '2002-05-03', text: all, author: all },
    },
  ]
  const receipts = {
    'receipts/1': { number: '1', day: '2026-05-05', what: all, cents: 100, currency: 'EUR' },
  }
  for (const language of languages)
    for (const report of [{ kindOf: 'yearly' }, { kindOf: 'funder', project: 'p', ...receipts }]) {
      const text = wholeText(
        materialOf(records, { report, controller: `Verein, vertreten durch ${all}` }),
        language,
      )
      expect(text).toContain('Helga Offenbar')
      for (const canary of [
        'Canarska',
        'Anna',
        'Ćwik',
        'Kanárivári',
        'Zsófia',
        'Kanarienne',
        'Jean',
        'Luc',
        'Vogel',
        'Jánosné',
      ])
        expect([language, canary, text.includes(canary)]).toEqual([language, canary, false])
    }
})
