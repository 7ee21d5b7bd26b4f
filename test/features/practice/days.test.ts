import { describe, expect, test } from 'vitest'
import { dayFor, momentOf } from '../../../src/features/practice/days.ts'

const today = new Date(2026, 10, 25, 14, 30)

describe('the days of the practice content', () => {
  test.each([
    ['day 0', '2026-11-25'],
    ['day -25', '2026-10-31'],
    ['next WE 0', '2026-11-25'],
    ['next SA 0', '2026-11-28'],
    ['next SA 2 1', '2026-12-13'],
    ['nth 4 TH 0', '2026-11-26'],
    ['nth 4 TH 1', '2026-12-24'],
    ['nth 4 TH 1 -7', '2026-12-17'],
    ['nth 4 TH -1', '2026-10-22'],
    ['nth 1 TU 0', '2026-12-01'],
    ['yearly 3 1951', '1951-11-28'],
    ['yearly 40', '--01-04'],
    ['year 0 12-31', '2026-12-31'],
    ['year -1 01-01', '2025-01-01'],
  ])('%s is %s', (rule, day) => expect(dayFor(today, rule)).toBe(day))

  test('the last fourth Thursday is today itself, not a month away', () => {
    expect(dayFor(new Date(2026, 10, 26), 'nth 4 TH 0')).toBe('2026-11-26')
    expect(dayFor(new Date(2026, 10, 27), 'nth 4 TH 0')).toBe('2026-12-24')
  })

  test('a misspelt one is refused', () => expect(() => dayFor(today, 'someday')).toThrow('someday'))

  test('a moment stands on the clock of the wall', () => {
    expect(momentOf(today, '-1 09:05')).toEqual(new Date(2026, 10, 24, 9, 5))
  })
})
