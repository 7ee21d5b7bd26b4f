import { isDay } from '../shared/day-count.ts'
import { precisionOf } from '../shared/rough-date.ts'
import type { Fields } from '../shared/value.ts'
import { datesOf, stateOf, type PartnershipDate } from './kinds/partnership.ts'

/** How many years are celebrated: the first five, the tens up to ninety without seventy, and all quarters of a century. */
export const isCelebrated = (years: number): boolean =>
  years === 5 ||
  (years > 0 && years % 25 === 0) ||
  (years < 100 && years !== 70 && years > 0 && years % 10 === 0)

/** The same date so many years later, as exact as it is known; a 29 February that isn't there is the day before. */
function yearsLater(date: string, years: number): string {
  const same = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`
  return date.length < 10 || isDay(same) ? same : `${same.slice(0, 4)}-02-28`
}

/** Days, 'YYYY-MM-DD', both of them included. */
export type Window = { readonly from: string; readonly to: string }

/** When an anniversary is: on a day, in a month or in a year, as exactly as its beginning is known. */
export type Due = { readonly on: string; readonly years: number }

/**
 * The anniversaries of a date that have a day between these two, the earliest first. What is known to its decade only
 * has none: nobody knows which year.
 * @param date as exact as it is known, '1987-05-03', '1987-05' or '1987'
 */
export function anniversariesOfDate(date: string, { from, to }: Window): Due[] {
  if (!['day', 'month', 'year'].includes(precisionOf(date))) return []
  const began = Number(date.slice(0, 4))
  const [first, last] = [Number(from.slice(0, 4)) - began, Number(to.slice(0, 4)) - began]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
    .filter(isCelebrated)
    .map((years) => ({ on: yearsLater(date, years), years }))
    .filter(({ on }) => on >= from.slice(0, on.length) && on <= to)
}

/** An anniversary of a partnership. */
export type Anniversary = Due & {
  /** By which its celebration is kept among the partnership's fields: the date's id and how many years. */
  readonly key: string
  /** What is celebrated: the date, as exact as somebody knows it, who counts it and where that is from. */
  readonly began: PartnershipDate
}

/** Months and years stand where they begin, and a day behind the month that it lies in. */
export const byDay = (one: Due, other: Due): number =>
  one.on === other.on ? one.years - other.years : one.on < other.on ? -1 : 1

/**
 * All anniversaries of a partnership that have a day between these two, in their order. Dates that contradict each other
 * have each its own; one that nobody counts has none, and nothing that has ended is celebrated.
 */
export function anniversariesOf(fields: Fields, window: Window): Anniversary[] {
  if (stateOf(fields) === 'ended') return []
  return datesOf(fields)
    .filter(({ value }) => value.counts !== 'nobody')
    .flatMap(({ id, value }) =>
      anniversariesOfDate(value.date, window).map((due) => ({
        ...due,
        key: `${id}:${due.years}`,
        began: value,
      })),
    )
    .sort(byDay)
}

/** The anniversary that is kept by that key, whenever it is; undefined where the partnership has no such date. */
export function anniversaryCalled(fields: Fields, key: string): Anniversary | undefined {
  const [, id = '', count = ''] = /^(.+):(\d{1,4})$/.exec(key) ?? []
  const began = datesOf(fields).find((date) => date.id === id)?.value
  const years = Number(count)
  if (!began || !isCelebrated(years) || !['day', 'month', 'year'].includes(precisionOf(began.date)))
    return undefined
  return { key, began, years, on: yearsLater(began.date, years) }
}
