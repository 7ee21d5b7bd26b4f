import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../src/shared/language.ts'
import type { Language } from '../../src/shared/language.ts'
import { monthOf } from '../../src/shared/date-words.ts'
import { longDate, mediumDate } from '../../src/ui/dates.ts'
import { parseDate } from '../../src/ui/typed-date.ts'

const today = '2026-11-25'

function inAll(text: string, options?: { withoutYear?: boolean; past?: boolean }): (string | undefined)[] {
  return [...new Set(languages.map((language) => parseDate(text, language, today, options)))]
}

describe('a typed date', () => {
  it.each([
    '5.6.2026',
    '05.06.2026',
    '5. 6. 2026',
    '5/6/2026',
    '05/06/2026',
    '5-6-2026',
    '5 6 2026',
    '5.6.26',
    '2026-06-05',
    '2026.6.5',
    '2026. 06. 05.',
    '05062026',
    '20260605',
    '5. Juni 2026',
    '5.Juni 2026',
    '5. JUN. 26',
    'Freitag, 5. Juni 2026',
    'Freitag, den 5. Juni 2026',
    '5 June 2026',
    '5th of June 2026',
    'June 5th, 2026',
    'June 5, 26',
    'Fri 5 Jun 2026',
    '5 czerwca 2026',
    '5 czerwca 2026 r.',
    'piątek, 5 czerwca 2026 roku',
    'piatek 5 cze 2026',
    '5 VI 2026',
    '2026. június 5.',
    '2026. június 5., péntek',
    '2026. jún. 5-én',
    '2026 junius 5',
    '2026. VI. 5.',
  ])('is understood whatever the language: %s', (text) => {
    expect(inAll(text)).toEqual(['2026-06-05'])
  })

  it.each([
    ['3. März 2026', '2026-03-03'],
    ['3. Maerz 2026', '2026-03-03'],
    ['1. Jänner 2026', '2026-01-01'],
    ['3 września 2026', '2026-09-03'],
    ['3 paź 2026', '2026-10-03'],
    ['2026. szept. 3.', '2026-09-03'],
    ['2026. augusztus 20-án', '2026-08-20'],
    ['29.2.2024', '2024-02-29'],
    ['14. Mai 1253', '1253-05-14'],
    ['20061998', '1998-06-20'],
    ['19121912', '1912-12-19'],
    ['10101066', '1066-10-10'],
  ])('is understood: %s', (text, date) => {
    expect(inAll(text)).toEqual([date])
  })

  it.each([
    '31.2.2026',
    '31. Februar 2026',
    '29.2.2026',
    '31.4.2026',
    '0.6.2026',
    '5.13.2026',
    '5.0.2026',
    '6/25/2026',
    '2026-25-06',
    '5.6.126',
    '5.6.0026',
    '05.06.2026 14:00',
    '5.6.2026.7',
    '2026',
    'Juni 2026',
    'Juni',
    '5 6 Juni 26',
    'Juni Juli 2026',
    'Zimmer 5.6.2026',
    'Ostern',
    '5',
    '',
    '-',
    '99999999',
    '1234567',
  ])('is refused: %s', (text) => {
    expect(inAll(text, { withoutYear: true })).toEqual([undefined])
  })

  it('never has its month first with a year behind', () => {
    for (const language of languages) expect(parseDate('03/04/2026', language, today)).toBe('2026-04-03')
  })

  it('has the day last in Hungarian when it may', () => {
    expect(parseDate('26. 06. 05.', 'hu', today)).toBe('2026-06-05')
    expect(parseDate('26. 06. 05.', 'de', today)).toBe('2005-06-26')
    expect(parseDate('26. június 5.', 'hu', today)).toBe('2026-06-05')
    expect(parseDate('31. 05. 06.', 'hu', today)).toBe('2031-05-06')
    expect(parseDate('15. 30. 12.', 'hu', today)).toBeUndefined()
    expect(parseDate('260605', 'hu', today)).toBe('2026-06-05')
    expect(parseDate('050626', 'de', today)).toBe('2026-06-05')
  })

  it('may go without a year where that is allowed', () => {
    const options = { withoutYear: true }
    for (const text of ['5. Juni', '5 czerwca', 'június 5.', 'June 5th', '5 June', '--06-05', 'június 5-én'])
      expect(inAll(text, options)).toEqual(['--06-05'])
    expect(parseDate('5.6.', 'de', today, options)).toBe('--06-05')
    expect(parseDate('5/6', 'en', today, options)).toBe('--06-05')
    expect(parseDate('06. 05.', 'hu', today, options)).toBe('--06-05')
    expect(parseDate('15.6.', 'hu', today, options)).toBe('--06-15')
    expect(parseDate('6/15', 'en', today, options)).toBeUndefined()
    expect(inAll('29. Februar', options)).toEqual(['--02-29'])
    expect(inAll('30. Februar', options)).toEqual([undefined])
    expect(inAll('5. Juni')).toEqual([undefined])
  })

  it('has a year of two digits near today', () => {
    expect(inAll('5.6.36')).toEqual(['2036-06-05'])
    expect(inAll('5.6.37')).toEqual(['1937-06-05'])
    expect(inAll('5.6.48')).toEqual(['1948-06-05'])
    expect(inAll('5.6.30', { past: true })).toEqual(['1930-06-05'])
    expect(parseDate('25.11.26', 'de', today, { past: true })).toBe('2026-11-25')
    expect(parseDate('26.11.26', 'de', today, { past: true })).toBe('1926-11-26')
  })

  it('may be a word for a day near today', () => {
    expect(inAll('Heute')).toEqual([today])
    expect(inAll(' yesterday ')).toEqual(['2026-11-24'])
    expect(inAll('jutro')).toEqual(['2026-11-26'])
    expect(inAll('tegnapelőtt')).toEqual(['2026-11-23'])
    expect(parseDate('gestern', 'de', '2024-03-01')).toBe('2024-02-29')
  })

  it('is read back from what the screen shows, in every language', () => {
    const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    const language = fc.constantFrom<Language>(...languages)
    fc.assert(
      fc.property(day, language, language, (moment, shown, reader) => {
        const date = moment.toISOString().slice(0, 10)
        const yearless = `-${date.slice(4)}`
        expect(parseDate(longDate(date, shown), reader, today)).toBe(date)
        expect(parseDate(mediumDate(date, shown), reader, today)).toBe(date)
        expect(parseDate(date, reader, today)).toBe(date)
        expect(parseDate(mediumDate(yearless, shown), reader, today, { withoutYear: true })).toBe(yearless)
        expect(parseDate(yearless, reader, today, { withoutYear: true })).toBe(yearless)
      }),
      { numRuns: 300 },
    )
  })

  it('is nothing or a day of the calendar, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789. /-JunimaiV') }), (text) => {
        const date = parseDate(text, 'hu', today, { withoutYear: true })
        if (date?.startsWith('--') === false)
          expect(new Date(`${date}T00:00Z`).toISOString().slice(0, 10)).toBe(date)
      }),
    )
  })
})

describe('the beginnings of month names', () => {
  it('mean one month only, in all languages together', () => {
    for (let month = 0; month < 12; month++) {
      for (const language of languages) {
        for (const width of ['long', 'short'] as const) {
          const format = new Intl.DateTimeFormat(language, { month: width, day: 'numeric', timeZone: 'UTC' })
          const parts = format.formatToParts(Date.UTC(2026, month, 5))
          const name = parts.find(({ type }) => type === 'month')?.value ?? ''
          const found = parseDate(`5 ${name} 2026`, 'de', today)
          expect({ name, found: found?.slice(5, 7) }).toEqual({
            name,
            found: String(month + 1).padStart(2, '0'),
          })
        }
      }
    }
    expect(monthOf('ju')).toBeUndefined()
    expect(monthOf('junikafer')).toBeUndefined()
  })
})
