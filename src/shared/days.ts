// Calendar days are counted in UTC and never meet a time zone.
const dateOf = (day: string): Date => new Date(`${day}T12:00:00Z`)

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

/** The day so many days after (or, below 0, before) another one; both 'YYYY-MM-DD'. */
export function daysLater(day: string, days: number): string {
  const date = dateOf(day)
  date.setUTCDate(date.getUTCDate() + days)
  return dayOf(date)
}

/** The same day of the next month, or the last one of a month that is shorter. */
export function monthLater(day: string): string {
  const date = dateOf(day)
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + 2, 0)
  const last = date.getUTCDate()
  date.setUTCDate(Math.min(last, dateOf(day).getUTCDate()))
  return dayOf(date)
}
