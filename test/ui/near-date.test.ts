import { expect, it } from 'vitest'
import { nearDate, nearLongDate } from '../../src/ui/near-date.ts'

const visible = (text: string): string => text.replaceAll('\u00A0', '~')
const today = '2026-11-25'

it.each([
  ['de', 'Freitag, 27.~November', '27.~November'],
  ['en', 'Friday 27~November', '27~November'],
  ['pl', 'piątek, 27~listopada', '27~listopada'],
  ['hu', 'november~27., péntek', 'november~27.'],
] as const)('a day near today needs no year in %s', (language, long, short) => {
  expect(visible(nearLongDate('2026-11-27', today, language))).toBe(long)
  expect(visible(nearDate('2026-11-27', today, language))).toBe(short)
})

it('over the turn of the year the month says enough; half a year away the year is told', () => {
  expect(visible(nearLongDate('2027-01-15', today, 'de'))).toBe('Freitag, 15.~Januar')
  expect(visible(nearLongDate('2027-11-25', today, 'de'))).toBe('Donnerstag, 25.~November 2027')
  expect(visible(nearDate('2025-11-25', today, 'de'))).toBe('25.~November 2025')
})

it('what is no day stays as it was written', () => {
  expect(nearLongDate('bald', today, 'de')).toBe('bald')
  expect(nearDate('', today, 'de')).toBe('')
})
