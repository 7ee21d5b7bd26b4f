const dayLength = 86_400_000

/** The day so many days after (or before) an ISO date. Counted on the calendar, where no hour is ever missing. */
export function addDays(date: string, days: number): string {
  const there = new Date(Date.parse(date) + days * dayLength)
  return Number.isNaN(there.getTime()) ? date : there.toISOString().slice(0, 10)
}

/** How many days `to` lies after `from`, both ISO dates; negative before it. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayLength)

/** Whether the calendar has this day, written 'YYYY-MM-DD'. */
export const isDay = (date: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(date) && addDays(date, 0) === date && !Number.isNaN(Date.parse(date))
