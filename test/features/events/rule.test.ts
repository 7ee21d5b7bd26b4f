import { describe, expect, it } from 'vitest'
import { expand } from '../../db/calendar/whole.ts'
import { problemsOf } from '../../../src/features/events/check.ts'
import { findCountries } from '../../../src/ui/countries.ts'
import { programmeOf } from '../../../src/features/events/facts.tsx'
import { webAddress } from '../../../src/shared/web-address.ts'
import { pictureOf } from '../../../src/features/events/picture.ts'
import { fittingRepeat, readRule, repeats, repeatsFor, ruleOf } from '../../../src/features/events/rule.ts'
import type { Fields } from '../../../src/shared/value.ts'

const typed = { isAllDay: false, unread: new Set<string>() }

describe('a rule', () => {
  it('is read as it was chosen, with its last day', () => {
    for (const date of ['2026-11-12', '2026-11-27', '2026-12-31'])
      for (const repeat of repeatsFor(date))
        for (const until of repeat === 'once' ? [''] : ['', '2027-12-31'])
          expect(readRule(ruleOf(repeat, date, until))).toEqual({ repeat, until })
  })

  it('that this form cannot make is another one, which is kept', () => {
    expect(readRule('FREQ=DAILY;COUNT=3').repeat).toBe('other')
    expect(fittingRepeat('other', '2026-11-12')).toBe('other')
  })

  it('offers the last weekday only on one, and no fifth one', () => {
    expect(repeatsFor('2026-11-12')).not.toContain('lastWeekday')
    expect(repeatsFor('2026-11-26')).toEqual([...repeats])
    expect(repeatsFor('2026-12-31')).not.toContain('weekday')
    expect(fittingRepeat('weekday', '2026-12-31')).toBe('lastWeekday')
    expect(fittingRepeat('lastWeekday', '2026-11-12')).toBe('weekday')
  })

  it('begins with its first day, however it was chosen', () => {
    for (const date of ['2026-11-12', '2026-11-30', '2026-12-31', '2024-02-29'])
      for (const repeat of repeatsFor(date)) {
        const occasion = {
          name: 'event',
          date,
          time: '',
          endDate: '',
          endTime: '',
          zone: 'Europe/Berlin',
        } as const
        const rule = ruleOf(repeat, date, '')
        const days = expand(
          'r',
          { ...occasion, rule, exceptions: {}, isCancelled: false },
          Date.UTC(2026, 10, 22),
        )
        expect([repeat, days[0]?.date]).toEqual([repeat, date])
        expect(days.length > 1).toBe(repeat !== 'once')
      }
  })
})

describe('what has to be put right', () => {
  const whole: Fields = { title: 'Stammtisch', date: '2026-11-26', time: '18:00', endTime: '21:00' }

  it('is nothing in an event with a name, a day and a time', () => {
    expect(problemsOf(whole, typed)).toEqual({})
    expect(problemsOf({ title: 'Fest', date: '2026-11-26' }, { ...typed, isAllDay: true })).toEqual({})
  })

  it.each<[string, Fields, object]>([
    ['no name', { title: ' ' }, { title: 'events.titleMissing' }],
    ['no day', { date: '' }, { date: 'events.dateMissing' }],
    ['no time', { time: '' }, { time: 'events.timeMissing' }],
    ['an end before the beginning', { endTime: '17:00' }, { endTime: 'events.endsBefore' }],
    ['a last day before the first', { endDate: '2026-11-25' }, { endDate: 'events.endsBefore' }],
    [
      'a series that ends before it begins',
      { rule: 'FREQ=WEEKLY;UNTIL=20261101' },
      { until: 'events.untilBefore' },
    ],
  ])('%s', (_, part, expected) => {
    expect(problemsOf({ ...whole, ...part }, typed)).toEqual(expected)
  })

  it('is a time that nobody can read', () => {
    expect(problemsOf({ ...whole, endTime: '' }, { ...typed, unread: new Set(['endTime']) })).toEqual({
      endTime: 'events.timeUnread',
    })
  })

  it('is no end in the morning after', () => {
    expect(problemsOf({ ...whole, endDate: '2026-11-27', endTime: '01:00' }, typed)).toEqual({})
  })
})

it('a programme is read line by line, with and without times', () => {
  expect(
    programmeOf('14:00 Ankunft\n\n14.30–16:00 Uhr: Kaffee\n9 Uhr Abfahrt\n40 Gäste kommen\nAusklang'),
  ).toEqual([
    { time: '14:00', what: 'Ankunft' },
    { time: '14.30–16:00 Uhr', what: 'Kaffee' },
    { time: '9 Uhr', what: 'Abfahrt' },
    { time: '', what: '40 Gäste kommen' },
    { time: '', what: 'Ausklang' },
  ])
})

it('a link leads into the web and nowhere else', () => {
  expect(webAddress('meet.example.org/whitby')).toBe('https://meet.example.org/whitby')
  expect(webAddress(' HTTPS://meet.example.org ')).toBe('HTTPS://meet.example.org')
  expect(webAddress('javascript:alert(1)')).toBe('https://javascript:alert(1)')
})

it('countries are found by any of their words, without accents', () => {
  expect(findCountries('konig', 'de').map((one) => one.id)).toEqual(['Europe/London'])
  expect(findCountries('turk', 'en').map((one) => one.id)).toEqual(['Europe/Istanbul'])
  expect(findCountries('', 'de')).toHaveLength(6)
})

it.each([
  ['Weihnachtsmarkt', 'winter'],
  ['Spotkanie wigilijne', 'winter'],
  ['Probe des Frauenchors', 'choir'],
  ['Adventskaffee', 'winter'],
  ['Kaffee am Sonntag', 'coffee'],
  ['Stadtfest', 'festival'],
  ['Teamtreffen', 'stammtisch'],
])('the picture of %s is %s', (title, picture) => {
  expect(pictureOf({ title })).toBe(picture)
  expect(pictureOf({ title: 'Gespräch', link: 'x.example' })).toBe('video')
})
