import { describe, expect, it } from 'vitest'
import { languages } from '../../src/shared/language.ts'
import { precisionOf } from '../../src/shared/rough-date.ts'
import {
  compareRough,
  decadeOf,
  decadeShort,
  readRough,
  roughDate,
} from '../../src/ui/rough-dates.ts'

const today = '2026-11-25'
const visible = (text: string): string => text.replaceAll('\u00A0', '~')

describe('a rough date in words', () => {
  it.each([
    ['de', '3.~Mai 1987', 'Mai~1987', '1980er Jahre'],
    ['en', '3~May 1987', 'May~1987', 'the 1980s'],
    ['pl', '3~maja 1987', 'maj~1987', 'lata 80. XX~wieku'],
    ['hu', '1987. május~3.', '1987.~május', '1980-as évek'],
  ] as const)('says in %s no more than is known', (language, day, month, decade) => {
    expect(visible(roughDate('1987-05-03', language))).toBe(day)
    expect(visible(roughDate('1987-05', language))).toBe(month)
    expect(roughDate('1987', language)).toBe('1987')
    expect(visible(roughDate('198', language))).toBe(decade)
    expect(roughDate('', language)).toBe('')
  })

  it('names every month of a Polish year as it is called alone', () => {
    const months = Array.from(
      { length: 12 },
      (_, month) => roughDate(`1987-${String(month + 1).padStart(2, '0')}`, 'pl').split('\u00A0')[0],
    )
    expect(months.join(' ')).toBe(
      'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
    )
  })

  it('ends Hungarian decades as they are spoken', () => {
    const decades = [
      '190',
      '191',
      '192',
      '193',
      '194',
      '195',
      '196',
      '197',
      '198',
      '199',
      '200',
      '201',
      '202',
    ]
    expect(decades.map((decade) => decadeShort(decade, 'hu')).join(' ')).toBe(
      '1900-as 1910-es 1920-as 1930-as 1940-es 1950-es 1960-as 1970-es 1980-as 1990-es 2000-es 2010-es 2020-as',
    )
  })

  it('gives Polish decades their century, and their years where they have no name', () => {
    expect(visible(roughDate('189', 'pl'))).toBe('lata 90. XIX~wieku')
    expect(visible(roughDate('202', 'pl'))).toBe('lata 20. XXI~wieku')
    expect(roughDate('200', 'pl')).toBe('lata 2000–2009')
    expect(roughDate('191', 'pl')).toBe('lata 1910–1919')
  })

  it('shows what is no date as it was written, and counts it as unknown', () => {
    for (const odd of ['Ostern', '1987-13', '1987-02-30', '--05-03', '19']) {
      expect(precisionOf(odd)).toBe('unknown')
      expect(decadeOf(odd)).toBe('')
    }
    expect(roughDate('Ostern', 'de')).toBe('Ostern')
  })
})

describe('what was typed', () => {
  it.each([
    ['5', '1987', '1987-05'],
    ['05.', '87', '1987-05'],
    ['Mai', '1987', '1987-05'],
    ['May', '1987', '1987-05'],
    ['maja', '1987', '1987-05'],
    ['május', '1987', '1987-05'],
    ['V', '1987 r.', '1987-05'],
    ['Jänner', '1955', '1955-01'],
    ['październik', '2001', '2001-10'],
  ])('is read as month %s of %s', (month, year, date) => {
    expect(readRough('month', { day: '', month, year }, today)).toBe(date)
  })

  it('is read as a day in any of these spellings', () => {
    for (const [day, month] of [
      ['3', '5'],
      ['03', '05'],
      ['3.', 'Mai'],
      ['3', 'maja'],
      ['3', 'máj'],
    ] as const)
      expect(readRough('day', { day, month, year: '1987' }, today)).toBe('1987-05-03')
  })

  it('with a year of two digits means the latest that has begun', () => {
    const read = (year: string) => readRough('year', { day: '', month: '', year }, today)
    expect([read('62'), read('26'), read('27'), read('um 1890')]).toEqual(['1962', '2026', '1927', '1890'])
  })

  it('is no date where something lacks, is impossible or lies far ahead', () => {
    const wrong = [
      ['day', '35', 'Mai', '1987'],
      ['day', '29', '2', '1987'],
      ['day', '', '5', '1987'],
      ['day', '3', '', '1987'],
      ['month', '', '', '1987'],
      ['month', '', '13', '1987'],
      ['month', '', 'Mittag', '1987'],
      ['month', '', 'Mai', ''],
      ['year', '', '', ''],
      ['year', '', '', '198'],
      ['year', '', '', '1985/86'],
      ['year', '', '', 'damals'],
      ['year', '', '', '2087'],
    ] as const
    for (const [precision, day, month, year] of wrong)
      expect([year, readRough(precision, { day, month, year }, today)]).toEqual([year, undefined])
  })

  it('comes back as itself, in every language', () => {
    for (const language of languages) {
      const [name = ''] = roughDate('1987-09', language === 'hu' ? 'de' : language).split('\u00A0')
      expect(readRough('month', { day: '', month: name, year: '1987' }, today)).toBe('1987-09')
    }
  })
})

it('rough dates stand oldest first, what is rougher before what is known better, unknown ones last', () => {
  const sorted = ['198', '1980', '1980-01', '1980-01-31', '1980-02', '1987', '199', '2001-05', '']
  const mixed = [4, 8, 0, 6, 2, 7, 1, 5, 3].map((index) => sorted[index] ?? '')
  expect(mixed.sort(compareRough)).toEqual(sorted)
  expect(sorted.map(decadeOf)).toEqual(['198', '198', '198', '198', '198', '198', '199', '200', ''])
})
