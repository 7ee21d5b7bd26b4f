import type { Fields } from '../shared/value.ts'
import { datesOf, type PartnershipDate } from './kinds/partnership.ts'

const dated = (fields: Fields): PartnershipDate[] =>
  datesOf(fields)
    .map(({ value }) => value)
    .filter(({ date }) => date !== '')

/** Since when a partnership counts: the earliest date that any side counts from, as exact as it is known; '' for none. */
export const sinceOf = (fields: Fields): string =>
  dated(fields).find(({ counts }) => counts !== 'nobody')?.date ?? ''

/** '1978' says no other thing than '1978-05-03': one of them is only known better. */
const differ = (one: string, other: string): boolean => !one.startsWith(other) && !other.startsWith(one)

/** Whether several sources give different dates for the same thing. Nobody judges which one is right. */
export function isContradictory(fields: Fields): boolean {
  const single = dated(fields).filter(({ type }) => type !== 'renewed' && type !== 'other')
  return single.some((one, at) =>
    single.slice(0, at).some((other) => other.type === one.type && differ(one.date, other.date)),
  )
}
