import { expect, it } from 'vitest'
import { daysLater, monthLater } from '../../src/shared/days.ts'

it('days are counted over the ends of months and years, and over 29 February', () => {
  expect(daysLater('2026-12-28', 7)).toBe('2027-01-04')
  expect(daysLater('2028-02-28', 1)).toBe('2028-02-29')
  expect(daysLater('2026-03-01', -1)).toBe('2026-02-28')
  // Clocks are changed in that night: it is still one day.
  expect(daysLater('2026-03-28', 2)).toBe('2026-03-30')
})

it('a month later is the same day, or the last one of a shorter month', () => {
  expect(monthLater('2026-11-25')).toBe('2026-12-25')
  expect(monthLater('2026-12-31')).toBe('2027-01-31')
  expect(monthLater('2027-01-31')).toBe('2027-02-28')
  expect(monthLater('2028-01-30')).toBe('2028-02-29')
})
