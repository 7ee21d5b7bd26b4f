import { isDay } from '../../shared/day-count.ts'

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const two = (number: number): string => String(number).padStart(2, '0')

/** 'YYYY-MM-DD' of a moment, on this device's calendar. */
const dayOf = (moment: Date): string =>
  `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`

/** So many days after a day; noon, so that no change of the clocks can move it into the day before. */
const after = (today: Date, days: number): Date =>
  new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, 12)

/** The moment of a day and time, '-12 17:20': twelve days ago. */
export function momentOf(today: Date, at: string): Date {
  const [days = '0', time = '12:00'] = at.split(' ')
  const [hours = '12', minutes = '0'] = time.split(':')
  const moment = after(today, Number(days))
  moment.setHours(Number(hours), Number(minutes), 0, 0)
  return moment
}

/** The weekday on or after today, so many weeks later. */
function next(today: Date, weekday: string, weeks: number, days: number): Date {
  const wait = (weekdays.indexOf(weekday) - today.getDay() + 7) % 7
  return after(today, wait + weeks * 7 + days)
}

/** The nth such weekday of a month, counted from the first one that lies on or after today. */
function nth(today: Date, which: number, weekday: string, months: number, days: number): Date {
  const inMonth = (month: number): Date => {
    const first = new Date(today.getFullYear(), today.getMonth() + month, 1, 12)
    return next(first, weekday, which - 1, 0)
  }
  const isOver = dayOf(inMonth(0)) < dayOf(today)
  return after(inMonth(months + (isOver ? 1 : 0)), days)
}

/**
 * A day as the content writes it: 'day -12', 'next SA 2' (the third Saturday from today), 'nth 4 TH 0' (the fourth
 * Thursday of the month, the next one), each with days behind it, 'yearly 3 1951' (three days from today, of that year),
 * 'years 30 45' (thirty years before the day that lies 45 days ahead), 'year 0 12-31' (of this year).
 */
export function dayFor(today: Date, rule: string): string {
  const [name = '', ...rest] = rule.split(' ')
  const number = (at: number): number => Number(rest[at] ?? 0)
  if (name === 'day') return dayOf(after(today, number(0)))
  if (name === 'year') return `${today.getFullYear() + number(0)}-${rest[1] ?? '01-01'}`
  if (name === 'next') return dayOf(next(today, rest[0] ?? '', number(1), number(2)))
  if (name === 'nth') return dayOf(nth(today, number(0), rest[1] ?? '', number(2), number(3)))
  if (name === 'yearly') return (rest[1] ?? '-') + dayOf(after(today, number(0))).slice(4)
  if (name === 'years') {
    const day = dayOf(after(today, number(1)))
    const before = `${Number(day.slice(0, 4)) - number(0)}${day.slice(4)}`
    return isDay(before) ? before : before.replace(/29$/, '28')
  }
  throw new Error(`the practice content has no such day: ${rule}`)
}
