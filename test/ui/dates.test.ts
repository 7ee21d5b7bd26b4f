import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { languages } from '../../src/shared/language.ts'
import { dateAndTime, dayAndMonth, longDate, mediumDate, timeOfDay, today } from '../../src/ui/dates.ts'

/** "~" for the no-break space, so that the expectations show it. */
function visible(text: string): string {
  return text.replaceAll('\u00A0', '~')
}

const afternoon = new Date('2026-06-05T12:05:00Z')
const berlin = 'Europe/Berlin'

describe('dates in words', () => {
  it.each([
    ['de', 'Freitag, 5.~Juni 2026', '5.~Juni 2026', '14.~März'],
    ['en', 'Friday 5~June 2026', '5~June 2026', '14~March'],
    ['pl', 'piątek, 5~czerwca 2026', '5~czerwca 2026', '14~marca'],
    ['hu', '2026. június~5., péntek', '2026. június~5.', 'március~14.'],
  ] as const)('read naturally in %s', (language, long, medium, birthday) => {
    expect(visible(longDate('2026-06-05', language))).toBe(long)
    expect(visible(mediumDate('2026-06-05', language))).toBe(medium)
    expect(visible(dayAndMonth('--03-14', language))).toBe(birthday)
    expect(visible(dayAndMonth('1948-03-14', language))).toBe(birthday)
    expect(visible(longDate('--03-14', language))).toBe(birthday)
    expect(visible(mediumDate('--03-14', language))).toBe(birthday)
  })

  it('know 29 February without a year', () => {
    expect(visible(dayAndMonth('--02-29', 'de'))).toBe('29.~Februar')
  })

  it('show what is no date as it was written', () => {
    for (const odd of [
      '',
      'Ostern',
      '2026-02-30',
      '2026-13-01',
      '2026-00-10',
      '--02-30',
      '2026-6-5',
      '12026-06-05',
    ])
      for (const language of languages) expect(longDate(odd, language)).toBe(odd)
  })

  it('go back to the first centuries', () => {
    expect(visible(mediumDate('0050-01-02', 'de'))).toBe('2.~Januar 50')
    expect(visible(longDate('1253-06-05', 'de'))).toMatch(/tag, 5\.~Juni 1253$/)
  })
})

describe('times', () => {
  it.each([
    ['de', '14:05~Uhr', '08:00~Uhr', 'Freitag, 5.~Juni 2026, 14:05~Uhr'],
    ['en', '2:05pm', '8am', 'Friday 5~June 2026, 2:05pm'],
    ['pl', '14:05', '08:00', 'piątek, 5~czerwca 2026, 14:05'],
    ['hu', '14:05', '8:00', '2026. június~5., péntek 14:05'],
  ] as const)('read naturally in %s', (language, time, morning, both) => {
    expect(visible(timeOfDay(afternoon, language, berlin))).toBe(time)
    expect(visible(timeOfDay(new Date('2026-06-05T06:00:00Z'), language, berlin))).toBe(morning)
    expect(visible(dateAndTime(afternoon, language, berlin))).toBe(both)
  })

  it('leave no doubt about noon and midnight in English', () => {
    const at = (time: string) => timeOfDay(new Date(`2026-06-05T${time}Z`), 'en', 'UTC')
    expect(['00:00', '00:05', '11:59', '12:00', '12:05', '23:59'].map(at)).toEqual([
      'midnight',
      '12:05am',
      '11:59am',
      'midday',
      '12:05pm',
      '11:59pm',
    ])
  })

  it('take the day of the place', () => {
    const late = new Date('2026-06-05T22:30:00Z')
    expect(visible(dateAndTime(late, 'de', berlin))).toBe('Samstag, 6.~Juni 2026, 00:30~Uhr')
    expect(visible(dateAndTime(late, 'en', 'Europe/London'))).toBe('Friday 5~June 2026, 11:30pm')
  })

  it('follow the change of the clocks', () => {
    expect(timeOfDay(new Date('2026-03-29T00:59:00Z'), 'pl', berlin)).toBe('01:59')
    expect(timeOfDay(new Date('2026-03-29T01:00:00Z'), 'pl', berlin)).toBe('03:00')
  })

  it('refuse a zone that there is not', () => {
    expect(() => timeOfDay(afternoon, 'de', 'Europe/Atlantis')).toThrow(RangeError)
  })
})

const program = `
  const { dateAndTime, longDate, timeOfDay, today } = await import('./src/ui/dates.ts')
  const { parseDate } = await import('./src/ui/typed-date.ts')
  const now = new Date('2026-06-05T11:00:00Z')
  console.log(JSON.stringify([
    today(now),
    timeOfDay(now, 'pl'),
    dateAndTime(now, 'en'),
    longDate('2026-06-05', 'en'),
    longDate('2026-03-29', 'en'),
    parseDate('5.6.2026', 'de', '2026-06-05'),
    parseDate('gestern', 'de', '2026-03-01'),
  ]))`

describe('the zone of the device', () => {
  it.each([
    ['Pacific/Kiritimati', '2026-06-06', '01:00', 'Saturday 6~June 2026, 1am'],
    ['America/Los_Angeles', '2026-06-05', '04:00', 'Friday 5~June 2026, 4am'],
  ])('moves moments but no calendar dates in %s', (TZ, day, time, both) => {
    const env = { ...process.env, TZ }
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      env,
      encoding: 'utf8',
    })
    expect((JSON.parse(output) as string[]).map(visible)).toEqual([
      day,
      time,
      both,
      'Friday 5~June 2026',
      'Sunday 29~March 2026',
      '2026-06-05',
      '2026-02-28',
    ])
  })

  it("gives today's date with leading zeros", () => {
    expect(today(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02')
  })
})
