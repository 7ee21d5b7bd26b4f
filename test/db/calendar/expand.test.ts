import { describe, expect, it } from 'vitest'
import { expand } from './whole.ts'
import type { Occasion } from '../../../src/records/occasion.ts'

const now = Date.UTC(2026, 10, 22, 12)

const event = (part: Partial<Occasion>): Occasion => ({
  name: 'event',
  date: '2026-11-12',
  time: '18:00',
  endDate: '',
  endTime: '',
  zone: 'Europe/Berlin',
  rule: '',
  exceptions: {},
  isCancelled: false,
  ...part,
})

const days = (occasion: Occasion): string[] => expand('r', occasion, now).map((one) => one.date)
const utc = (ms: number): string => new Date(ms).toISOString().slice(0, 16)

describe('an event', () => {
  it('that stands alone has one day, under the name that nothing repeats has', () => {
    expect(expand('r', event({ endTime: '21:00' }), now)).toEqual([
      {
        id: 'r event once',
        record: 'r',
        name: 'event',
        original: 'once',
        date: '2026-11-12',
        time: '18:00',
        endDate: '2026-11-12',
        endTime: '21:00',
        starts: Date.UTC(2026, 10, 12, 17),
        ends: Date.UTC(2026, 10, 12, 20),
        state: 'stands',
      },
    ])
  })

  it('without an end counts as over after three hours', () => {
    const [one] = expand('r', event({}), now)
    expect(utc(one?.ends ?? 0)).toBe('2026-11-12T20:00')
  })

  it('that lasts the whole day ends with it, at the place', () => {
    const [one] = expand(
      'r',
      event({ time: '', endTime: '21:00', zone: 'Europe/London', date: '2026-07-04' }),
      now,
    )
    expect([utc(one?.starts ?? 0), utc(one?.ends ?? 0), one?.endTime]).toEqual([
      '2026-07-03T23:00',
      '2026-07-04T23:00',
      '',
    ])
  })

  it('of several days ends on its last day', () => {
    const [one] = expand('r', event({ date: '2027-05-12', endDate: '2027-05-16', time: '' }), now)
    expect([one?.date, one?.endDate, utc(one?.ends ?? 0)]).toEqual([
      '2027-05-12',
      '2027-05-16',
      '2027-05-16T22:00',
    ])
  })

  it('that ends before it begins ends when it begins', () => {
    const [one] = expand('r', event({ endDate: '2026-11-01', endTime: '09:00' }), now)
    expect(one?.endDate).toBe('2026-11-12')
    expect(one?.ends).toBe(one?.starts)
  })

  it('without a day that there is has none', () => {
    for (const date of ['', '2026-02-30', 'soon']) expect(days(event({ date }))).toEqual([])
  })
})

describe('a series', () => {
  it('comes every second Thursday of the month, two years ahead and no further', () => {
    const all = days(event({ rule: 'FREQ=MONTHLY;BYDAY=2TH' }))
    expect(all.slice(0, 4)).toEqual(['2026-11-12', '2026-12-10', '2027-01-14', '2027-02-11'])
    expect(all.at(-1)).toBe('2028-11-09')
    expect(all).toHaveLength(25)
  })

  it('comes on the last Friday of the month', () => {
    const all = days(event({ date: '2026-11-27', rule: 'FREQ=MONTHLY;BYDAY=-1FR' }))
    expect(all.slice(0, 3)).toEqual(['2026-11-27', '2026-12-25', '2027-01-29'])
  })

  it('keeps the time on the wall when summer time begins and ends', () => {
    const all = expand('r', event({ date: '2027-03-25', rule: 'FREQ=WEEKLY', endTime: '20:00' }), now)
    expect(all.slice(0, 2).map((one) => [one.time, utc(one.starts), utc(one.ends)])).toEqual([
      ['18:00', '2027-03-25T17:00', '2027-03-25T19:00'],
      ['18:00', '2027-04-01T16:00', '2027-04-01T18:00'],
    ])
  })

  it('ends on its last day', () => {
    expect(days(event({ rule: 'FREQ=WEEKLY;INTERVAL=2;UNTIL=20261210' }))).toEqual([
      '2026-11-12',
      '2026-11-26',
      '2026-12-10',
    ])
    expect(days(event({ rule: 'FREQ=YEARLY;UNTIL=20271111' }))).toEqual(['2026-11-12'])
  })

  it('has single dates that were moved, each still known by the day of the rule', () => {
    const all = expand(
      'r',
      event({
        rule: 'FREQ=MONTHLY;BYDAY=2TH',
        endTime: '20:00',
        exceptions: {
          '2026-12-10': { date: '2026-12-17', time: '19:00' },
          '2027-01-14': { date: '2027-01-15', time: '' },
        },
      }),
      now,
    )
    expect(all.slice(0, 3).map((one) => [one.original, one.date, one.time, one.endDate, one.state])).toEqual([
      ['2026-11-12', '2026-11-12', '18:00', '2026-11-12', 'stands'],
      ['2026-12-10', '2026-12-17', '19:00', '2026-12-17', 'moved'],
      ['2027-01-14', '2027-01-15', '18:00', '2027-01-15', 'moved'],
    ])
    expect(all[1]?.id).toBe('r event 2026-12-10')
    expect(utc(all[1]?.starts ?? 0)).toBe('2026-12-17T18:00')
  })

  it('keeps a date that was called off in sight, and all of them when it is called off itself', () => {
    const rule = 'FREQ=MONTHLY;BYDAY=2TH;COUNT=3'
    const states = (part: Partial<Occasion>): string[] =>
      expand('r', event({ rule, ...part }), now).map((one) => one.state)
    expect(states({ exceptions: { '2026-12-10': 'cancelled' } })).toEqual(['stands', 'cancelled', 'stands'])
    expect(states({ isCancelled: true })).toEqual(['cancelled', 'cancelled', 'cancelled'])
  })

  it('of several days is as long every time', () => {
    const all = expand('r', event({ endDate: '2026-11-14', rule: 'FREQ=YEARLY', time: '' }), now)
    expect(all.map((one) => [one.date, one.endDate])).toEqual([
      ['2026-11-12', '2026-11-14'],
      ['2027-11-12', '2027-11-14'],
      ['2028-11-12', '2028-11-14'],
    ])
  })

  it('that began long ago has its latest 2,000 days, those ahead among them', () => {
    const all = days(event({ date: '1990-01-01', rule: 'FREQ=DAILY' }))
    expect(all).toHaveLength(2000)
    expect(all.at(-1)).toBe('2028-11-22')
  })

  it.each([
    'NONSENSE',
    'FREQ=SOMETIMES',
    'FREQ=HOURLY',
    'FREQ=MONTHLY;BYDAY=XX',
    'FREQ=WEEKLY;UNTIL=soon',
    // ical.js would look for such a day for ever.
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
  ])('whose rule is %s counts as once and stays in the calendar', (rule) => {
    const all = expand('r', event({ rule }), now)
    expect(all.map((one) => [one.original, one.date])).toEqual([['once', '2026-11-12']])
  })
})

describe('a birthday', () => {
  const birthday = (date: string): Occasion =>
    event({ name: 'birthday', date, time: '', zone: '', rule: 'FREQ=YEARLY' })

  it('comes from a year ago to two years ahead', () => {
    expect(days(birthday('1951-06-05'))).toEqual(['2026-06-05', '2027-06-05', '2028-06-05'])
    expect(days(birthday('1951-12-24'))).toEqual(['2025-12-24', '2026-12-24', '2027-12-24'])
  })

  it('comes also where no year is known', () => {
    expect(days(birthday('--06-05'))).toEqual(['2026-06-05', '2027-06-05', '2028-06-05'])
    expect(days(birthday('--02-30'))).toEqual([])
  })

  it('on 29 February is kept on the 28th where there is none', () => {
    for (const date of ['1952-02-29', '--02-29'])
      expect(days(birthday(date))).toEqual(['2026-02-28', '2027-02-28', '2028-02-29'])
  })

  it('of somebody who is not born yet waits', () => {
    expect(days(birthday('2027-06-05'))).toEqual(['2027-06-05', '2028-06-05'])
  })

  it('begins and ends in no zone of its own', () => {
    const [first] = expand('r', birthday('1951-06-05'), now)
    expect([utc(first?.starts ?? 0), utc(first?.ends ?? 0)]).toEqual(['2026-06-05T00:00', '2026-06-06T00:00'])
  })
})
