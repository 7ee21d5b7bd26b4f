import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anniversariesOf,
  anniversariesOfDate,
  anniversaryCalled,
  isCelebrated,
} from '../../src/records/anniversaries.ts'
import { celebrationOf } from '../../src/records/celebration.ts'
import { addDays, isDay } from '../../src/shared/day-count.ts'
import { daysWithin, precisionOf } from '../../src/shared/rough-date.ts'
import type { Fields } from '../../src/shared/value.ts'
import { runs } from '../db/runs.ts'

/** As the plan lists them. */
const celebrated = [5, 10, 20, 25, 30, 40, 50, 60, 75, 80, 90, 100, 125, 150, 175, 200, 225, 250, 275, 300]

const window = { from: '2026-11-26', to: '2028-11-26' }

const anyDay = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays('1850-01-01', days))
const anyDate = fc.oneof(
  fc.tuple(anyDay, fc.constantFrom(10, 7, 4, 3)).map(([day, length]) => day.slice(0, length)),
  fc.integer({ min: 1852, max: 2040 }).map((year) => `${year - (year % 4)}-02-29`),
)

/** Whether a day is one on which that date comes round, in whatever year. */
function comesRound(date: string, day: string): boolean {
  if (date.length === 4) return true
  if (date.length === 7) return day.slice(5, 7) === date.slice(5)
  const isLeapling = date.endsWith('-02-29') && day.endsWith('-02-28') && !isDay(`${day.slice(0, 4)}-02-29`)
  return day.slice(5) === date.slice(5) || isLeapling
}

describe('the years that are celebrated', () => {
  it('are those of the plan, and no others', () => {
    expect(Array.from({ length: 301 }, (_, years) => years).filter(isCelebrated)).toEqual(celebrated)
    expect([-25, -5, 0].filter(isCelebrated)).toEqual([])
  })
})

describe('the anniversaries of a date', () => {
  it('stand in any window of days once each, as exact as the date is, and none is missing', () => {
    fc.assert(
      fc.property(anyDate, anyDay, fc.integer({ min: 0, max: 800 }), (date, from, length) => {
        const days = Array.from({ length: length + 1 }, (_, at) => addDays(from, at))
        const years = days
          .filter((day) => date.length > 3 && isDay(date.padEnd(10, '-01')) && comesRound(date, day))
          .map((day) => Number(day.slice(0, 4)) - Number(date.slice(0, 4)))
          .filter((count) => celebrated.includes(count))
        const found = anniversariesOfDate(date, { from, to: addDays(from, length) })
        expect(found.map((one) => one.years)).toEqual([...new Set(years)])
        for (const one of found) {
          expect(precisionOf(one.on)).toBe(precisionOf(date))
          const within = daysWithin(one.on)
          expect(days.some((day) => within && day >= within.first && day <= within.last)).toBe(true)
        }
      }),
      { ...runs(0.2), examples: [['1904-02-29', '1979-01-01', 366]] },
    )
  })

  it('are on a day, in a month or in a year, as exactly as it is known', () => {
    expect(anniversariesOfDate('1987-05-03', window)).toEqual([{ on: '2027-05-03', years: 40 }])
    expect(anniversariesOfDate('1988-06', window)).toEqual([{ on: '2028-06', years: 40 }])
    expect(anniversariesOfDate('1967', window)).toEqual([{ on: '2027', years: 60 }])
    expect(anniversariesOfDate('198', window)).toEqual([])
    expect(anniversariesOfDate('', window)).toEqual([])
  })

  it('of this very month and year are still to come while any day of them is', () => {
    expect(anniversariesOfDate('1996-11', window).map(({ on }) => on)).toEqual(['2026-11'])
    expect(anniversariesOfDate('1976', window).map(({ on }) => on)).toEqual(['2026'])
    expect(anniversariesOfDate('1996-10', window)).toEqual([])
    expect(anniversariesOfDate('1976-11-25', window)).toEqual([])
    expect(anniversariesOfDate('1976-11-26', window)).toHaveLength(1)
  })

  it('of a 29 February are on the 28th where there is none, and on the 29th where there is', () => {
    expect(anniversariesOfDate('2008-02-29', { from: '2013-01-01', to: '2018-12-31' })).toEqual([
      { on: '2013-02-28', years: 5 },
      { on: '2018-02-28', years: 10 },
    ])
    expect(anniversariesOfDate('2008-02-29', { from: '2028-01-01', to: '2028-12-31' })[0]?.on).toBe(
      '2028-02-29',
    )
  })
})

describe('the anniversaries of a partnership', () => {
  const leeds: Fields = {
    name: 'Dortmund – Leeds',
    'dates/here': { date: '1968-06-02', type: 'signedHere', counts: 'here', source: 'A' },
    'dates/there': { date: '1967-04', type: 'signedThere', counts: 'there', source: 'B' },
    'dates/first': { date: '1947', type: 'firstContact', counts: 'nobody', source: '' },
    'dates/gone': null,
  }

  it('are those of every date that somebody counts, each with whose it is and what it counts from', () => {
    const found = anniversariesOf(leeds, window)
    expect(found.map(({ on, key, began }) => [on, key, began.counts, began.source])).toEqual([
      ['2027-04', 'there:60', 'there', 'B'],
      ['2028-06-02', 'here:60', 'here', 'A'],
    ])
    for (const one of found) expect(anniversaryCalled(leeds, one.key)).toEqual(one)
  })

  it('are none where it has ended; one that rests keeps them', () => {
    expect(anniversariesOf({ ...leeds, state: 'ended' }, window)).toEqual([])
    expect(anniversariesOf({ ...leeds, state: 'resting' }, window)).toHaveLength(2)
  })

  it('of two dates that contradict each other are both there, also in the same year', () => {
    const both = {
      'dates/a': { date: '1977', type: 'decided', counts: 'both', source: 'the archive' },
      'dates/b': { date: '1977-09', type: 'signedHere', counts: 'both', source: 'the town' },
    }
    expect(anniversariesOf(both, window).map(({ key }) => key)).toEqual(['a:50', 'b:50'])
  })

  it.each(['x:40', 'here:41', 'here', ':', 'first', 'here:0', 'here:99999'])('are not called %s', (key) => {
    expect(anniversaryCalled(leeds, key)).toBeUndefined()
  })

  it('have a planned day and another on which they were celebrated', () => {
    const fields = {
      ...leeds,
      'plannedOn/here:50': '2018-06-02',
      'celebratedOn/here:50': '2022-09-10',
      'celebration/here:50': 'p1',
      'plannedOn/here:60': 7,
    }
    expect(celebrationOf(fields, 'here:50')).toEqual({
      plannedOn: '2018-06-02',
      celebratedOn: '2022-09-10',
      project: 'p1',
    })
    expect(celebrationOf(fields, 'here:60')).toEqual({ plannedOn: '', celebratedOn: '', project: '' })
  })
})
