import { describe, expect, it } from 'vitest'
import { draftText, type Told } from '../../../src/features/posts/draft.ts'
import { shorten } from '../../../src/features/posts/shorten.ts'
import { lacksTranslation, makeText as make, namesFor, type Say } from '../../../src/features/posts/tell.ts'
import type { Material } from '../../../src/features/posts/read.ts'
import { toRow, type Row } from '../../../src/db/show.ts'
import { stampOf } from '../../../src/db/stamp.ts'
import { anniversaryCalled } from '../../../src/records/anniversaries.ts'
import { markOf } from '../../../src/records/translation.ts'
import { languages, type Language } from '../../../src/shared/language.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { wordsIn } from '../../house/open.tsx'

/** With plain blanks, as one reads it. */
const makeText = (material: Material, say: Say): string => make(material, say).replaceAll('\u00A0', ' ')

const sayIn = (language: Language) => ({ t: wordsIn(language), language })

const rowFrom = (id: string, kind: string, fields: Fields): Row =>
  toRow(
    id,
    kind,
    Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [
        field,
        { live: { [stampOf('me', 1)]: { value, time: 1 } }, ahead: [] },
      ]),
    ),
  )

const people = [
  rowFrom('anna', 'person', { givenName: 'Anna', familyName: 'Nowak', namedInPostsOn: '2026-01-01' }),
  rowFrom('jan', 'person', { givenName: 'Jan', familyName: 'Ćwikliński', namedOn: '2026-01-01' }),
  rowFrom('kid', 'person', {
    givenName: 'Zsófia',
    familyName: 'Kanárivári',
    birthday: '2015-01-01',
    namedInPostsOn: '2026-01-01',
  }),
]

const material = (kind: string, fields: Fields, rest: Partial<Material> = {}): Material => ({
  about: rowFrom('r', kind, fields),
  shown: undefined,
  anniversary: undefined,
  photos: [],
  channels: [],
  people,
  standing: new Map(people.map(({ id, fields: own }) => [id, own])),
  towns: ['Kraków'],
  today: '2026-11-22',
  ...rest,
})

const visit = {
  type: 'delegation',
  title: 'Drei Tage bei Freunden',
  date: '2026-06-05',
  endDate: '2026-06-08',
  town: 'Kraków',
  language: 'de',
  story: 'Kuchen im Garten. Am Abend sang der Chor.',
  'people/anna': true,
  'people/jan': true,
  'people/kid': true,
}

const told: Told = {
  what: 'anniversary',
  title: 'Traktat',
  when: '1987',
  years: 0,
  isAnniversary: false,
  place: '',
  town: '',
  names: [],
  story: '',
  isAhead: false,
}

describe('the drafted text', () => {
  it('of a visit in its own language', () => {
    expect(makeText(material('visit', visit), sayIn('de'))).toBe(
      'Drei Tage bei Freunden\n5.–8. Juni 2026, Kraków\nMit dabei: Anna Nowak\n\n' +
        'Kuchen im Garten. Am Abend sang der Chor.\n\nDanke an alle, die dabei waren.',
    )
  })

  it('of the same visit in the others: days as one writes them there, the story only where it is translated', () => {
    const pl = { text: 'Trzy dni u przyjaciół', of: markOf(visit.title), by: 'Anna' }
    const story = { text: 'Ciasto w ogrodzie.', of: markOf(visit.story), by: 'Anna' }
    const translated = material('visit', { ...visit, 'in/pl/title': pl, 'in/pl/story': story })
    expect(makeText(translated, sayIn('pl'))).toBe(
      'Trzy dni u przyjaciół\n5–8 czerwca 2026, Kraków\nUczestnicy: Anna Nowak\n\n' +
        'Ciasto w ogrodzie.\n\nDziękujemy wszystkim za udział.',
    )
    expect(lacksTranslation(translated, 'pl')).toBe(false)
    expect(lacksTranslation(translated, 'hu')).toBe(true)
    expect(makeText(translated, sayIn('hu'))).toBe(
      'Drei Tage bei Freunden\n2026. június 5–8., Kraków\nRésztvevők: Anna Nowak\n\n' +
        'Köszönjük mindenkinek, aki velünk tartott.',
    )
    expect(makeText(translated, sayIn('en'))).toBe(
      'Drei Tage bei Freunden\n5 to 8 June 2026, Kraków\nTaking part: Anna Nowak\n\nThank you to everyone who was there.',
    )
  })

  it('of an anniversary says how many years, and when they are full', () => {
    const fields = {
      name: 'Jena – Lugoj',
      'dates/signed': { date: '1987-09', type: 'signedHere', counts: 'both', source: '' },
    }
    const anniversary = anniversaryCalled(fields, 'signed:40')
    const texts = languages.map((language) =>
      makeText(material('partnership', fields, { anniversary }), sayIn(language)),
    )
    expect(texts).toEqual([
      '40 Jahre: Jena – Lugoj\nim September 2027',
      '40 years: Jena – Lugoj\nin September 2027',
      '40 lat: Jena – Lugoj\nwe wrześniu 2027',
      '40 év: Jena – Lugoj\n2027 szeptemberében',
    ])
  })

  it('of what has no name says what it is, and inflects no town', () => {
    const nameless = { date: '2026-06-05', town: 'Kraków' }
    expect(
      languages.map((language) => makeText(material('visit', nameless), sayIn(language)).split('\n')[0]),
    ).toEqual(['Ein Besuch, Kraków', 'A visit, Kraków', 'Wizyta, Kraków', 'Látogatás, Kraków'])
  })

  it.each([
    [1, 'Vor einem Jahr: Traktat', '1 year ago: Traktat', 'Rok temu: Traktat', '1 éve: Traktat'],
    [2, 'Vor 2 Jahren: Traktat', '2 years ago: Traktat', '2 lata temu: Traktat', '2 éve: Traktat'],
    [12, 'Vor 12 Jahren: Traktat', '12 years ago: Traktat', '12 lat temu: Traktat', '12 éve: Traktat'],
    [25, 'Vor 25 Jahren: Traktat', '25 years ago: Traktat', '25 lat temu: Traktat', '25 éve: Traktat'],
    [32, 'Vor 32 Jahren: Traktat', '32 years ago: Traktat', '32 lata temu: Traktat', '32 éve: Traktat'],
  ])('counts %d years in four languages', (years, ...said) => {
    const texts = languages.map((language) => draftText({ ...told, years }, sayIn(language)).split('\n')[0])
    expect(texts).toEqual(said)
  })

  it('of an anniversary takes what is known of the date', () => {
    const year = (date: string): string =>
      makeText(material('document', { title: 'Vertrag', date, language: 'de' }), sayIn('de'))
    expect(year('1987-05-03')).toBe('Vor 39 Jahren: Vertrag\n3. Mai 1987')
    expect(year('1987')).toBe('Vor 39 Jahren: Vertrag\n1987')
    expect(year('198')).toBe('Vertrag\n1980er Jahre')
    expect(year('')).toBe('Vertrag')
  })

  it('of a partnership counts from the first day that counts for anybody', () => {
    const partnership = {
      name: 'Altenbrück – Whitby',
      'dates/a': { date: '1985-01-01', type: 'firstContact', counts: 'nobody', source: '' },
      'dates/b': { date: '1987-05-03', type: 'signedHere', counts: 'both', source: '' },
      'dates/c': { date: '1988', type: 'signedThere', counts: 'there', source: '' },
    }
    expect(makeText(material('partnership', partnership), sayIn('pl'))).toBe(
      '39 lat temu: Altenbrück – Whitby\n3 maja 1987',
    )
  })

  it('of what is still ahead says the hour and invites', () => {
    const shown = {
      date: '2026-12-05',
      time: '18:00',
      endDate: '',
      endTime: '',
      zone: 'Europe/Berlin',
      original: 'once',
      state: 'stands',
      isOver: false,
    } as const
    const event = material('event', { title: 'Stammtisch', place: 'Rathaus', town: 'Kraków' }, { shown })
    expect(makeText(event, sayIn('de'))).toBe(
      'Stammtisch\nSamstag, 5. Dezember 2026, 18:00 Uhr, Rathaus, Kraków\n\nWir freuen uns auf alle, die kommen.',
    )
    expect(makeText(event, sayIn('pl'))).toContain('Serdecznie zapraszamy.')
  })

  it('names nobody who has not agreed, nor a child without its parents, wherever they stand', () => {
    const all = 'Jan Ćwikliński und Zsófia Kanárivári'
    for (const language of languages) {
      const text = makeText(
        material('visit', {
          ...visit,
          title: `Mit ${all}`,
          story: `Bei Familie Ćwikliński. ${all} sangen.`,
          language,
        }),
        sayIn(language),
      )
      expect(text).toContain('Anna Nowak')
      for (const name of ['Jan', 'wikli', 'Zsófia', 'Kanárivári'])
        expect([language, name, text.includes(name)]).toEqual([language, name, false])
    }
  })

  it('says of a typed text who may not be named, and takes those alone out', () => {
    const names = namesFor(material('visit', visit))
    const text = 'Anna Nowak i Jan Ćwikliński u Zsófii'
    expect(names.findIn(text)).toEqual([
      { said: 'Jan Ćwikliński', ids: ['jan'] },
      { said: 'Zsófii', ids: ['kid'] },
    ])
    expect(names.mask(text)).toBe('Anna Nowak i […] u […]')
    expect(names.findIn(names.mask(text))).toEqual([])
  })
})

describe('a long story', () => {
  it('ends behind a sentence', () => {
    expect(shorten('Erst dies. Dann das. Und noch viel mehr.', 22)).toBe('Erst dies. Dann das.')
  })
  it('does not end in the middle of a date or behind one letter', () => {
    expect(shorten('Wir waren da. Am 5. Juni fuhren wir z. B. nach Hause.', 45)).toBe('Wir waren da.')
  })
  it('of one sentence is cut between words, and says so', () => {
    expect(shorten('ein langer Satz ohne Punkt und Ende', 20)).toBe('ein langer Satz…')
    expect(shorten('x'.repeat(30), 20)).toBe(`${'x'.repeat(19)}…`)
  })
  it('that is short stays as it is', () => {
    expect(shorten(' Kurz. ', 20)).toBe('Kurz.')
  })
})
