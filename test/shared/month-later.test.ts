import { expect, it } from 'vitest'
import { monthLater } from '../../src/shared/month-later.ts'

it('a month later is the same day, or the last one of a shorter month', () => {
  expect(monthLater('2026-11-25')).toBe('2026-12-25')
  expect(monthLater('2026-12-31')).toBe('2027-01-31')
  expect(monthLater('2027-01-31')).toBe('2027-02-28')
  expect(monthLater('2028-01-30')).toBe('2028-02-29')
})
