// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { languages, type Language } from '../../src/shared/language.ts'
import { daysAway, whenAtReader, whenInMonth, whenWords, type When } from '../../src/ui/when.ts'
import { wordsIn } from '../house/open.tsx'

const whitby: When = {
  date: '2026-12-11',
  time: '17:00',
  endDate: '2026-12-11',
  endTime: '18:30',
  zone: 'Europe/London',
}

const plain = (text: string): string => text.replaceAll('\u00A0', ' ')
const said = (when: When, language: Language): string => plain(whenWords(when, language, wordsIn(language)))
const inMonth = (when: When, language: Language): string =>
  plain(whenInMonth(when, language, wordsIn(language)))
const yours = (when: When, language: Language, zone: string): string =>
  plain(whenAtReader(when, language, wordsIn(language), zone))
const inAll = (say: (language: Language) => string): string[] => languages.map(say)

describe('when an event is', () => {
  it('is said with its beginning and end on the place’s clock', () => {
    expect(inAll((language) => said(whitby, language))).toEqual([
      'Freitag, 11. Dezember 2026, 17:00 bis 18:30 Uhr',
      'Friday 11 December 2026, 5pm to 6:30pm',
      'piątek, 11 grudnia 2026, 17:00–18:30',
      '2026. december 11., péntek 17:00–18:30',
    ])
  })

  it('is said with its beginning alone where no end is known', () => {
    expect(inAll((language) => said({ ...whitby, endTime: '', endDate: '' }, language))).toEqual([
      'Freitag, 11. Dezember 2026, 17:00 Uhr',
      'Friday 11 December 2026, 5pm',
      'piątek, 11 grudnia 2026, 17:00',
      '2026. december 11., péntek 17:00',
    ])
  })

  it('is the whole day', () => {
    const allDay = { ...whitby, time: '', endTime: '' }
    expect(inAll((language) => said(allDay, language))).toEqual([
      'Freitag, 11. Dezember 2026, ganztägig',
      'Friday 11 December 2026, all day',
      'piątek, 11 grudnia 2026, cały dzień',
      '2026. december 11., péntek, egész nap',
    ])
  })

  it('is several days', () => {
    const days = { ...whitby, time: '', endTime: '', endDate: '2026-12-13' }
    expect(inAll((language) => said(days, language))).toEqual([
      '11.–13. Dezember 2026',
      '11 to 13 December 2026',
      '11–13 grudnia 2026',
      '2026. december 11–13.',
    ])
    expect(said({ ...whitby, endDate: '2026-12-13', endTime: '15:00' }, 'de')).toBe(
      'Freitag, 11. Dezember 2026, 17:00 Uhr bis Sonntag, 13. Dezember 2026, 15:00 Uhr',
    )
  })

  it('leaves the year out under the name of a month', () => {
    expect(inAll((language) => inMonth({ ...whitby, endTime: '' }, language))).toEqual([
      'Freitag, 11. Dezember, 17:00 Uhr',
      'Friday 11 December, 5pm',
      'piątek, 11 grudnia, 17:00',
      'december 11., péntek 17:00',
    ])
  })
})

describe('on the reader’s clock', () => {
  it('an event in London is an hour later in Berlin', () => {
    expect(inAll((language) => yours(whitby, language, 'Europe/Berlin'))).toEqual([
      'bei Ihnen 18:00 bis 19:30 Uhr',
      'where you are: 6pm to 7:30pm',
      'tutaj: 18:00–19:30',
      'itteni idő: 18:00–19:30',
    ])
  })

  it('nothing is said where both clocks show the same', () => {
    expect(yours(whitby, 'de', 'Europe/London')).toBe('')
    expect(yours({ ...whitby, zone: 'Europe/Warsaw' }, 'de', 'Europe/Berlin')).toBe('')
    expect(yours({ ...whitby, zone: '' }, 'de', 'Europe/Berlin')).toBe('')
    expect(yours({ ...whitby, time: '' }, 'de', 'Europe/Berlin')).toBe('')
  })

  it('another day is said as well', () => {
    expect(yours({ ...whitby, time: '23:30', endTime: '' }, 'de', 'Europe/Istanbul')).toBe(
      'bei Ihnen Samstag, 12. Dezember, 02:30 Uhr',
    )
  })

  it('both go by the season of that day, not of today', () => {
    const autumn = { ...whitby, date: '2026-10-31', endDate: '', endTime: '', zone: 'America/New_York' }
    expect(yours(autumn, 'de', 'Europe/Berlin')).toBe('bei Ihnen 22:00 Uhr')
    expect(yours({ ...autumn, date: '2026-11-02' }, 'de', 'Europe/Berlin')).toBe('bei Ihnen 23:00 Uhr')
  })
})

it('how far away a day is, is said in days, then weeks, then months', () => {
  expect([0, 1, 2, 4, 21, 70, -1].map((days) => daysAway(days, 'de'))).toEqual([
    'Heute',
    'Morgen',
    'Übermorgen',
    'In 4 Tagen',
    'In 3 Wochen',
    'In 2 Monaten',
    'Gestern',
  ])
  expect([daysAway(2, 'pl'), daysAway(5, 'pl'), daysAway(0, 'hu'), daysAway(4, 'en')]).toEqual([
    'Pojutrze',
    'Za 5 dni',
    'Ma',
    'In 4 days',
  ])
})
