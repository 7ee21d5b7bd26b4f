/** The same day of the next month, or the last one of a month that is shorter; both 'YYYY-MM-DD'. */
export function monthLater(day: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  const wanted = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + 2, 0)
  date.setUTCDate(Math.min(date.getUTCDate(), wanted))
  return date.toISOString().slice(0, 10)
}
