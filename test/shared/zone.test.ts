import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, isDay } from '../../src/shared/day-count.ts'
import { instantOf, ownZone, wallOf } from '../../src/shared/zone.ts'

const zones = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Istanbul',
  'America/New_York',
  'Europe/Warsaw',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
]
const zone = fc.constantFrom(...zones)
const minute = 60_000
const years = { min: Date.UTC(1995, 0, 1) / minute, max: Date.UTC(2060, 0, 1) / minute }
const instant = fc.integer(years).map((minutes) => minutes * minute)

const iso = (date: string, time: string, place: string): string =>
  new Date(instantOf(date, time, place)).toISOString().slice(0, 16)

describe('the moment that a wall clock means', () => {
  it.each([
    ['2026-06-05', '14:05', 'Europe/Berlin', '2026-06-05T12:05'],
    ['2026-06-05', '14:05', 'Europe/London', '2026-06-05T13:05'],
    ['2026-11-26', '18:00', 'Europe/Berlin', '2026-11-26T17:00'],
    ['2026-07-01', '09:00', 'Europe/Istanbul', '2026-07-01T06:00'],
    ['2016-07-01', '09:00', 'Europe/Istanbul', '2016-07-01T06:00'],
    ['2010-01-01', '09:00', 'Europe/Istanbul', '2010-01-01T07:00'],
    ['2026-12-31', '20:00', 'America/New_York', '2027-01-01T01:00'],
    ['2026-06-05', '', 'Europe/Berlin', '2026-06-04T22:00'],
  ])('of %s %s in %s is %s', (date, time, place, expected) => {
    expect(iso(date, time, place)).toBe(expected)
  })

  it.each([
    ['2026-03-29', '02:30', 'Europe/Berlin', '03:30'],
    ['2026-03-29', '01:15', 'Europe/London', '02:15'],
    ['2026-03-08', '02:00', 'America/New_York', '03:00'],
  ])('of a time that the clock leaps over lies after the leap: %s %s in %s', (date, time, place, shown) => {
    expect(wallOf(instantOf(date, time, place), place)).toEqual({ date, time: shown })
  })

  it.each([
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30'],
    ['2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30'],
  ])('of a time that comes twice is the first: %s %s in %s', (date, time, place, first) => {
    expect(iso(date, time, place)).toBe(first)
  })

  it('of a whole day that a zone left out is the beginning of the next one', () => {
    expect(wallOf(instantOf('2011-12-30', '12:00', 'Pacific/Apia'), 'Pacific/Apia').date).toBe('2011-12-31')
  })

  it.each(['', 'Mars/Olympus'])('in a zone called %j is counted in UTC', (nowhere) => {
    expect(iso('2026-06-05', '14:05', nowhere)).toBe('2026-06-05T14:05')
    expect(wallOf(Date.UTC(2026, 5, 5, 14, 5), nowhere)).toEqual({ date: '2026-06-05', time: '14:05' })
  })

  it('and what the wall shows at a moment belong together, in every zone and season', () => {
    fc.assert(
      fc.property(instant, zone, (moment, place) => {
        const shown = wallOf(moment, place)
        const again = instantOf(shown.date, shown.time, place)
        // The same moment, or the first of two at which the wall shows this.
        expect(wallOf(again, place)).toEqual(shown)
        expect(again).toBeLessThanOrEqual(moment)
        expect(moment - again).toBeLessThanOrEqual(120 * minute)
      }),
      { numRuns: 2000 },
    )
  })

  it('never goes back while the clock on the wall goes on', () => {
    fc.assert(
      fc.property(fc.integer(years), fc.integer({ min: 1, max: 3000 }), zone, (start, step, place) => {
        const text = (minutes: number): [string, string] => {
          const wall = new Date(minutes * minute).toISOString()
          return [wall.slice(0, 10), wall.slice(11, 16)]
        }
        const [a, b] = [text(start), text(start + step)]
        // Except in the hour that the clock leaps over: it counts from before.
        if (wallOf(instantOf(...a, place), place).time !== a[1]) return
        expect(instantOf(...b, place)).toBeGreaterThan(instantOf(...a, place))
      }),
      { numRuns: 2000 },
    )
  })

  it('belongs to a zone that this device can name', () => {
    expect(wallOf(0, ownZone()).date).toMatch(/^(1969-12-31|1970-01-01)$/)
  })
})

describe('counting days', () => {
  it('goes over months, leap days and the ends of summer time', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
  })

  it('knows which days there are', () => {
    expect(['2028-02-29', '2027-02-29', '2026-13-01', '--02-03', '', '2026-1-1'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })
})
