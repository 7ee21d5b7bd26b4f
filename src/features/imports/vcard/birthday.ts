/** Years before stand for an unknown one, such as Apple's 1604: nobody in an address book is that old. */
const firstYear = 1850

const orders: readonly (readonly [pattern: RegExp, order: 'ymd' | 'dmy'])[] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})(?:\D.*)?$/, 'ymd'],
  [/^(\d{4})(\d{2})(\d{2})(?:\D.*)?$/, 'ymd'],
  [/^(--)-?(\d{2})-?(\d{2})(?:\D.*)?$/, 'ymd'],
  // Not in any standard, but written by hand and by small tools: Hungarian, then German and Polish.
  [/^(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?$/, 'ymd'],
  [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/, 'dmy'],
]

/**
 * A day of a card (RFC 6350 4.3.1 and 4.3.4, and what the older versions wrote) as 'YYYY-MM-DD', as
 * '--MM-DD' where the year isn't known or is the one given as `omitted`, or ''. A day after `now` stands for
 * "none" in Outlook (4501-01-01), so it is none here.
 */
export function readDay(text: string, omitted: string | undefined, now: Date): string {
  for (const [pattern, order] of orders) {
    const match = pattern.exec(text)
    if (!match) continue
    const [, first = '', month = '', last = ''] = match
    const [year, day] = order === 'ymd' ? [first, last] : [last, first]
    return checkedDay(year === omitted ? '--' : year, month.padStart(2, '0'), day.padStart(2, '0'), now)
  }
  return ''
}

function checkedDay(year: string, month: string, day: string, now: Date): string {
  const known = year !== '--' && Number(year) >= firstYear
  // A leap year, for a birthday on 29 February of an unknown year.
  const date = new Date(Date.UTC(known ? Number(year) : 2000, Number(month) - 1, Number(day)))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return ''
  if (known && date > now) return ''
  return known ? `${year}-${month}-${day}` : `--${month}-${day}`
}
