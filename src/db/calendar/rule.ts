import { isDay } from '../../shared/day-count.ts'

// Only what ical.js works out in bounded time: days that never come ("every day, on 30 February") keep it running
// for ever, and a notebook's other events would wait behind it.
const common = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST']
const partsByFrequency: { readonly [frequency: string]: readonly string[] } = {
  DAILY: common,
  WEEKLY: [...common, 'BYDAY'],
  MONTHLY: [...common, 'BYDAY', 'BYMONTHDAY', 'BYSETPOS'],
  YEARLY: [...common, 'BYDAY', 'BYMONTHDAY', 'BYMONTH'],
}

function isKnown(rule: string): boolean {
  const parts = rule.split(';').map((part) => part.split('='))
  const frequency = parts.find(([name]) => name === 'FREQ')?.[1] ?? ''
  return parts.every(([name]) => partsByFrequency[frequency]?.includes(name ?? ''))
}

const everyYear = /^FREQ=YEARLY(?:;UNTIL=(\d{4})(\d\d)(\d\d)\S*)?$/

/**
 * Who was born on 29 February has the birthday on the 28th in other years: it stays in its month, and nobody is
 * congratulated a day late. iCalendar would leave such years out.
 */
function* yearly(first: string, rule: string, from: string): Generator<string> {
  const [, ...until] = everyYear.exec(rule) ?? []
  const last = until[0] === undefined ? '9999-12-31' : until.join('-')
  const begin = first > from ? first : from
  for (let year = Number(begin.slice(0, 4)); year < 10_000; year += 1) {
    const same = `${year}${first.slice(4)}`
    const date = isDay(same) ? same : `${year}-02-28`
    if (date > last) return
    if (date >= begin) yield date
  }
}

/** Gives the days of any other rule from its first day on, without end where the rule has none. */
export type ByRule = (first: string, rule: string) => Iterable<string>

/** More steps than these nobody has ever planned; a rule that needs them is cut off. */
const mostSteps = 40_000

/**
 * The days of a rule up to `to`, the last `most` of them, in their order; undefined where the rule cannot be read or
 * has no day at all.
 * @param first 'YYYY-MM-DD'
 * @param rule an RRULE of RFC 5545, without its name
 * @param options `from`: days of a yearly rule before this one are left out.
 * @param byRule knows all rules; without it only those of every year are read.
 */
export function daysOf(
  first: string,
  rule: string,
  { from, to, most }: { from: string; to: string; most: number },
  byRule?: ByRule,
): readonly string[] | undefined {
  const every = everyYear.test(rule) ? yearly(first, rule, from) : isKnown(rule) && byRule?.(first, rule)
  if (!every) return undefined
  const days: string[] = []
  try {
    let steps = 0
    for (const day of every) {
      if (day > to || (steps += 1) > mostSteps) break
      days.push(day)
    }
  } catch {
    // What ical.js cannot read has no series; the event itself stands in the calendar all the same.
    return undefined
  }
  return days.length === 0 ? undefined : days.slice(-most)
}
