/** Days as they stand in a calendar, counted from 1970 on in UTC: no zone has a word in them. */
const dayOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000

/** Easter Sunday of the western churches (the anonymous Gregorian reckoning). */
export function easter(year: number): number {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1)
}

/** Easter Sunday of the eastern churches (Meeus' Julian reckoning), by our calendar: right from 1900 to 2099. */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const sum = d + e + 114
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1) + 13
}

const four = (text: string): [number, number] => [Number(text.slice(0, 2)), Number(text.slice(2))]

const weekdayAt = (day: number): number => (day + 4) % 7

function weekdayOf(year: number, rule: string): number[] {
  const [month, weekday, count] = [Number(rule.slice(1, 3)), Number(rule[3]), Number(rule[4])]
  const [first, next] = [dayOf(year, month, 1), dayOf(year, month + 1, 1)]
  const firstOfThem = first + ((weekday - weekdayAt(first) + 7) % 7)
  const last = firstOfThem + 7 * Math.floor((next - 1 - firstOfThem) / 7)
  return [count === 0 ? last : firstOfThem + 7 * (count - 1)]
}

/**
 * The days of a year, counted as above, on which a holiday is.
 * @param rule '0501' every year; 'E39' or 'O-2' so many days from western or orthodox Easter; 'W0514' the fourth Monday
 * of May, 'W0510' its last one; else by year ('27:0309,0310 28:...').
 */
export function daysByRule(rule: string, year: number): number[] {
  if (rule.startsWith('E')) return [easter(year) + Number(rule.slice(1))]
  if (rule.startsWith('O')) return [orthodoxEaster(year) + Number(rule.slice(1))]
  if (rule.startsWith('W')) return weekdayOf(year, rule)
  if (/^\d{4}$/.test(rule)) return [dayOf(year, ...four(rule))]
  const [, days = ''] =
    rule
      .split(' ')
      .map((one) => one.split(':'))
      .find(([one]) => one === String(year % 100)) ?? []
  return days
    .split(',')
    .filter(Boolean)
    .map((day) => dayOf(year, ...four(day)))
}

/** The shortest rule that gives just these days in just these years. */
export function ruleOf(days: ReadonlyMap<number, readonly number[]>): string {
  const [first] = days
  const [year = 0, [day = 0] = []] = first ?? []
  const monthAndDay = (one: number): string =>
    new Date(one * 86_400_000).toISOString().slice(5, 10).replace('-', '')
  const weekly = [Math.ceil(new Date(day * 86_400_000).getUTCDate() / 7), 0].map(
    (count) => `W${monthAndDay(day).slice(0, 2)}${weekdayAt(day)}${count}`,
  )
  const short = [monthAndDay(day), `E${day - easter(year)}`, `O${day - orthodoxEaster(year)}`, ...weekly]
  const isSame = (rule: string): boolean =>
    [...days].every(([one, found]) => daysByRule(rule, one).join() === found.join())
  const written = (): string =>
    [...days]
      .filter(([, found]) => found.length > 0)
      .map(([one, found]) => `${one % 100}:${found.map(monthAndDay).join(',')}`)
      .join(' ')
  return short.find(isSame) ?? written()
}
