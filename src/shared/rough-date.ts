import { isDay } from './day-count.ts'

// A date as exact as somebody knows it: '1987-05-03', '1987-05', '1987', '198' for the eighties, '' for not at all.
// As texts they sort as a chronicle does: what is rough stands before what is known more exactly.

export const precisions = ['day', 'month', 'year', 'decade', 'unknown'] as const
export type Precision = (typeof precisions)[number]

/** How exactly a rough date is known. What is no rough date at all counts as unknown. */
export function precisionOf(date: string): Precision {
  if (isDay(date)) return 'day'
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(date)) return 'month'
  if (/^\d{4}$/.test(date)) return 'year'
  return /^\d{3}$/.test(date) ? 'decade' : 'unknown'
}

/** The first and the last day that a date can mean, 'YYYY-MM-DD'; undefined where it is known to no year. */
export function daysWithin(date: string): { readonly first: string; readonly last: string } | undefined {
  const precision = precisionOf(date)
  if (precision === 'day') return { first: date, last: date }
  if (precision === 'year') return { first: `${date}-01-01`, last: `${date}-12-31` }
  if (precision !== 'month') return undefined
  const last = ['31', '30', '29', '28'].find((day) => isDay(`${date}-${day}`)) ?? '28'
  return { first: `${date}-01`, last: `${date}-${last}` }
}
