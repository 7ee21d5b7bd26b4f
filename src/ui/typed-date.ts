import { fold } from '../shared/fold.ts'
import type { Language } from '../shared/language.ts'
import { daysFromToday, monthOf, saysNothing } from '../shared/date-words.ts'
import { readDay } from './dates.ts'

// "5-én", "2026-ban": what Hungarian hangs on a number.
const hungarianEnding = /(?<=\d)\.?-(?:j?[ea]n?|j?ei|i|b[ae]n?|t[oe]l|ig)(?![\p{L}-])/gu

type Reading = { numbers: string[]; month: { value: number; after: number } | undefined }

function readWords(text: string): Reading | undefined {
  const numbers: string[] = []
  let month: Reading['month']
  for (const word of fold(text)
    .replace(hungarianEnding, ' ')
    .match(/\d+|\p{L}+/gu) ?? []) {
    const value = month ? undefined : monthOf(word)
    if (/\d/.test(word)) numbers.push(word)
    else if (value) month = { value, after: numbers.length }
    else if (!saysNothing(word)) return undefined
  }
  return { numbers, month }
}

/** Digits typed in one go, "05062026", "20260605" or "050626", taken apart. */
function apart(text: string): string {
  if (/^\d{6}$/.test(text)) return text.replace(/(..)(..)/, '$1 $2 ')
  if (!/^\d{8}$/.test(text)) return text
  const yearFirst = /^(?:1[89]|2[01])..(?:0|1[0-2])/.test(text)
  return text.replace(yearFirst ? /(....)(..)/ : /(..)(..)/, '$1 $2 ')
}

type Guess = { year?: string | undefined; month: string | number; day: string }

/** What the numbers may mean, likeliest first. The day comes before the month, except in a Hungarian date. */
function guesses({ numbers, month }: Reading, language: Language): Guess[] {
  const [first = '', second = '', third = ''] = numbers
  const hungarian = language === 'hu'
  const yearFirst = (number: string) => number.length === 4 || (hungarian && number.length === 2)
  if (month) {
    const named = { month: month.value, day: first }
    if (numbers.length === 1) return [named]
    if (numbers.length !== 2 || month.after === 2) return []
    const [ahead, behind] = [
      { ...named, year: first, day: second },
      { ...named, year: second },
    ]
    if (second.length === 4 || month.after === 0 || !yearFirst(first)) return [behind]
    return [ahead, behind]
  }
  if (numbers.length === 2) {
    const dayFirst = { day: first, month: second }
    return hungarian ? [{ month: first, day: second }, dayFirst] : [dayFirst]
  }
  if (numbers.length !== 3) return []
  const behind = { day: first, month: second, year: third }
  const ahead = { year: first, month: second, day: third }
  return third.length !== 4 && yearFirst(first) ? [ahead, behind] : [behind]
}

const yearsAhead = 10

function write({ year, month, day }: Guess, today: string, past: boolean): string | undefined {
  if (!/^(?:\d\d|[1-9]\d{3})?$/.test(year ?? '') || !/^\d\d?$/.test(day) || String(month).length > 2)
    return undefined
  const rest = `${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  if (year === undefined) return readDay(`--${rest}`) && `--${rest}`
  if (year.length === 4) return readDay(`${year}-${rest}`) && `${year}-${rest}`
  const thisYear = Number(today.slice(0, 4))
  const near = thisYear - (thisYear % 100) + Number(year)
  const tooLate = past ? `${near}-${rest}` > today : near > thisYear + yearsAhead
  const date = `${tooLate ? near - 100 : near}-${rest}`
  return readDay(date) && date
}

/**
 * The calendar date that a person typed, in any of the usual spellings: "5.6.2026", "05/06/26", "2026-06-05",
 * "Freitag, 5. Juni 2026", "5 VI 2026", "gestern"; names of months in all four languages.
 * Hungarian alone reads "26. 06. 05." and "06. 05." with the day last; the month never comes before
 * the day and a year.
 * @param today 'YYYY-MM-DD'. A year of two digits lies at most ten years after it.
 * @param options `withoutYear`: "5.6." is allowed and gives '--06-05'. `past`: a birthday, so a year of two digits
 * never lies ahead.
 * @returns 'YYYY-MM-DD' or '--MM-DD'; nothing if it is no date, or a day that the calendar hasn't.
 */
export function parseDate(
  text: string,
  language: Language,
  today: string,
  options: { withoutYear?: boolean; past?: boolean } = {},
): string | undefined {
  const days = daysFromToday(text)
  if (days !== undefined) {
    const date = new Date(`${today}T00:00Z`)
    date.setUTCDate(date.getUTCDate() + days)
    return date.toISOString().slice(0, 10)
  }
  const written = text.trim()
  if (written.startsWith('--')) return options.withoutYear && readDay(written) ? written : undefined
  const reading = readWords(apart(written))
  if (!reading) return undefined
  return guesses(reading, language)
    .filter(({ year }) => options.withoutYear || year !== undefined)
    .map((guess) => write(guess, today, options.past ?? false))
    .find((date) => date !== undefined)
}
