import { addDays } from '../../shared/day-count.ts'

export const repeats = [
  'once',
  'weekly',
  'fortnightly',
  'weekday',
  'lastWeekday',
  'monthDay',
  'yearly',
] as const
/** How an event comes again; 'other' by a rule that this form cannot make. */
export type Repeat = (typeof repeats)[number] | 'other'

const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

const codeOf = (date: string): string => codes[new Date(date).getUTCDay()] ?? 'SU'

/** The how many-th of its weekday a day is in its month: 1 to 5. */
export const weekOf = (date: string): number => Math.ceil(Number(date.slice(8)) / 7)

/** Whether a day is the last of its weekday in its month. */
const isLast = (date: string): boolean => addDays(date, 7).slice(0, 7) !== date.slice(0, 7)

/** The ways in which an event that begins on this day can come again. */
export function repeatsFor(date: string): Repeat[] {
  return repeats.filter((one) => {
    // A fifth Thursday is in few months only: who has one means the last.
    if (one === 'weekday') return weekOf(date) < 5
    return one !== 'lastWeekday' || isLast(date)
  })
}

const bodyOf = (repeat: Repeat, date: string): string | undefined =>
  ({
    once: '',
    weekly: 'FREQ=WEEKLY',
    fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
    weekday: `FREQ=MONTHLY;BYDAY=${weekOf(date)}${codeOf(date)}`,
    lastWeekday: `FREQ=MONTHLY;BYDAY=-1${codeOf(date)}`,
    monthDay: `FREQ=MONTHLY;BYMONTHDAY=${Number(date.slice(8))}`,
    yearly: 'FREQ=YEARLY',
    other: undefined,
  })[repeat]

/**
 * The RRULE of RFC 5545 for a choice of the form; '' for once.
 * @param until the last day on which it may come, '' for no end
 */
export function ruleOf(repeat: Repeat, date: string, until: string): string {
  const body = bodyOf(repeat, date) ?? ''
  return body && until ? `${body};UNTIL=${until.replaceAll('-', '')}` : body
}

const untilPart = /;UNTIL=(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?$/

/** What the form chose for a rule: how it comes again, and its last day or ''. */
export function readRule(rule: string): { repeat: Repeat; until: string } {
  const [, year, month, day] = untilPart.exec(rule) ?? []
  const until = year === undefined ? '' : `${year}-${month}-${day}`
  const body = rule.replace(untilPart, '')
  const monthly = /^FREQ=MONTHLY;(?:BYDAY=(-1|[1-4])(?:SU|MO|TU|WE|TH|FR|SA)|BYMONTHDAY=\d+)$/.exec(body)
  if (monthly) {
    const repeat = monthly[1] === undefined ? 'monthDay' : monthly[1] === '-1' ? 'lastWeekday' : 'weekday'
    return { repeat, until }
  }
  const repeat = (['once', 'weekly', 'fortnightly', 'yearly'] as const).find(
    (one) => bodyOf(one, '') === body,
  )
  return { repeat: repeat ?? 'other', until }
}

/** The choice that is meant when the first day changes: the fifth Thursday is the last one, and the other way round. */
export function fittingRepeat(repeat: Repeat, date: string): Repeat {
  if (repeat === 'other' || repeatsFor(date).includes(repeat)) return repeat
  return repeat === 'weekday' ? 'lastWeekday' : 'weekday'
}
