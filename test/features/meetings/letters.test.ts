import { describe, expect, it } from 'vitest'
import type { Shown } from '../../../src/db/calendar/shown.ts'
import { toRow, type Row } from '../../../src/db/show.ts'
import { setFields } from '../../../src/db/merge.ts'
import { letterFor, readersOf } from '../../../src/features/meetings/letters.ts'
import { mailTo } from '../../../src/shared/mail-to.ts'
import { languages } from '../../../src/shared/language.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { wordsIn } from '../../house/open.tsx'

const row = (id: string, kind: string, set: Fields): Row =>
  toRow(id, kind, setFields({}, { record: id, kind, time: 1, set, over: {}, device: 'd', seq: 1 }, {}))

const event = row('e', 'event', {
  title: 'Vorstandssitzung',
  link: 'meet.example.org/whitby',
  dialIn: '+49 30 1234567',
  agenda: '1. Begrüßung\n\n- Kasse',
  text: 'Bringen Sie Kuchen mit.',
  'invited/anna': true,
})
const shown: Shown = {
  date: '2026-12-04',
  time: '18:00',
  endDate: '2026-12-04',
  endTime: '20:00',
  zone: 'Europe/Berlin',
  original: 'once',
  state: 'stands',
  isOver: false,
}
const plain = (text: string): string => text.replaceAll('\u00A0', ' ').replaceAll('\u202F', ' ')
const letter = (language: (typeof languages)[number]): string =>
  plain(letterFor(event, shown, language, wordsIn(language)))

describe('the text of an invitation', () => {
  it('says the day and the hour in each language, and whose clock that is', () => {
    expect(letter('de')).toContain('Freitag, 4. Dezember 2026, 18:00 bis 20:00 Uhr (Ortszeit: Deutschland)')
    expect(letter('en')).toContain('Friday 4 December 2026, 6pm to 8pm (local time: Germany)')
    expect(letter('pl')).toContain('piątek, 4 grudnia 2026, 18:00–20:00 (czas miejscowy: Niemcy)')
    expect(letter('hu')).toContain('2026. december 4., péntek 18:00–20:00 (helyi idő: Németország)')
  })

  it.each(languages)('in %s has link, number, agenda and the event’s own text', (language) => {
    const text = letter(language)
    for (const part of [
      'Vorstandssitzung',
      'https://meet.example.org/whitby',
      '+49 30 1234567',
      '1. Begrüßung\n2. Kasse',
      'Bringen Sie Kuchen mit.',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('anna')
    expect(text).not.toMatch(/\n{3}|undefined|\{\{/)
  })

  it('names the telephone first where one is called first', () => {
    const hour = row('e', 'event', { ...event.fields, type: 'officeHour' })
    const text = letterFor(hour, shown, 'de', wordsIn('de'))
    expect(text.indexOf('+49')).toBeLessThan(text.indexOf('https'))
    expect(letter('de').indexOf('+49')).toBeGreaterThan(letter('de').indexOf('https'))
  })

  it('says in each language what somebody translated into it, and the rest as it was written', () => {
    const known = row('e', 'event', {
      ...event.fields,
      language: 'de',
      'in/pl/title': { text: 'Zebranie zarządu', of: '', by: 'Anna' },
    })
    expect(letterFor(known, shown, 'pl', wordsIn('pl'))).toContain('Zebranie zarządu')
    expect(letterFor(known, shown, 'pl', wordsIn('pl'))).not.toContain('Vorstandssitzung')
    expect(letterFor(known, shown, 'hu', wordsIn('hu'))).toContain('Vorstandssitzung')
    expect(letterFor(known, shown, 'de', wordsIn('de'))).toContain('Vorstandssitzung')
  })

  it('leaves out what the event does not say', () => {
    const bare = row('e', 'event', { title: 'Kaffee' })
    const allDay = { ...shown, time: '', endTime: '', zone: '' }
    expect(plain(letterFor(bare, allDay, 'de', wordsIn('de')))).toBe(
      'Guten Tag!\n\nWir laden Sie herzlich ein:\nKaffee\nFreitag, 4. Dezember 2026, ganztägig\n\nKommen Sie? Geben Sie uns kurz Bescheid.',
    )
  })

  it('goes to the mail program with lines, signs and addresses whole', () => {
    const address = new URL(mailTo('Ja & nein?', 'Ä\n#1', ['a&b@example.org', 'c@example.org']))
    expect(address.protocol).toBe('mailto:')
    // Hidden from each other.
    expect(address.pathname).toBe('')
    expect(address.searchParams.get('bcc')).toBe('a&b@example.org,c@example.org')
    expect(address.searchParams.get('subject')).toBe('Ja & nein?')
    expect(address.searchParams.get('body')).toBe('Ä\r\n#1')
  })
})

describe('the people who are invited', () => {
  const person = (id: string, spoken: readonly string[], more: Fields = {}): Row =>
    row(id, 'person', { ...Object.fromEntries(spoken.map((one) => [`languages/${one}`, true])), ...more })
  const groups = (people: readonly Row[]): (readonly [string, string])[] =>
    readersOf(people, 'de').map(({ language, people: own }) => [language, own.map(({ id }) => id).join()])

  it('are written to in a language that they speak, that of their own country first', () => {
    const polish = { 'phones/1': { number: '+48 12 345 67 89', label: 'mobile' } }
    expect(
      groups([
        person('pole', ['de', 'pl'], polish),
        person('german', ['de', 'pl'], { 'phones/1': { number: '+49 30 123', label: 'landline' } }),
        person('hungarian', ['hu', 'fr']),
        person('french', ['fr']),
        person('both', ['pl', 'de']),
      ]),
    ).toEqual([
      ['de', 'german,both'],
      ['en', 'french'],
      ['pl', 'pole'],
      ['hu', 'hungarian'],
    ])
  })

  it('of whom nothing is said are counted, and get the language of their country or one’s own', () => {
    const people = [
      person('a', []),
      person('b', [], { 'phones/1': { number: '0036 1 234 5678', label: 'mobile' } }),
    ]
    expect(readersOf(people, 'de').map(({ language, unsaid }) => [language, unsaid])).toEqual([
      ['de', 1],
      ['hu', 1],
    ])
  })

  it('get one letter at each address', () => {
    const mail = (address: string): Fields => ({ 'emails/1': { address } })
    const people = [
      person('a', ['de'], mail('Paar@example.org')),
      person('b', ['de'], mail('paar@example.org')),
      person('c', ['de']),
    ]
    expect(readersOf(people, 'de')[0]?.addresses).toEqual(['paar@example.org'])
  })
})
