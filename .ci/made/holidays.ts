// Works out locales/content/holidays.txt: node .ci/made/holidays.ts, once a year and when the package is newer.
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import Holidays from 'date-holidays'
import { ruleOf } from '../../src/db/holidays/rule.ts'
import { firstYear, lastYear, writeTable, type Names, type Table } from '../../src/db/holidays/table.ts'
import { languages } from '../../src/shared/language.ts'

const countries =
  'DE PL HU GB FR TR US IL AL MK AT CZ SK IT RO UA NL BE CH LU DK SE NO FI IS IE ES PT GR BG HR SI RS BA XK LT LV EE MD GE AM CY MT NI'.split(
    ' ',
  )
/** Where holidays differ by a part of the country that a place names. */
const withParts = ['DE', 'GB']

type Day = { readonly names: Names; readonly rule: string }

const daysFrom = (date: string, hours: number): number[] => {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000
  // Feasts of several days begin on the evening before: whole days are counted.
  return Array.from({ length: Math.max(1, Math.floor(hours / 24)) }, (_, at) => first + at)
}

/** Letters that all readers can read. */
const isLatin = (text: string): boolean => /^[\p{Script=Latin}\P{L}]+$/u.test(text)

/** The public holidays of a country or a part of it: each with its days from 2025 to 2040, as short as it can be said. */
function workOut(country: string, part?: string): Day[] {
  const make = (): Holidays => (part ? new Holidays(country, part) : new Holidays(country))
  // One for each language: it remembers the last it was asked for.
  const source = make()
  const sources = languages.map((language) => ({ language, source: make() }))
  const byRule = new Map<string, { names: Names; days: Map<number, number[]> }>()
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at)
  for (const year of years) {
    const own = source.getHolidays(year)
    const translated = sources.map((one) => one.source.getHolidays(year, one.language))
    own.forEach((holiday, at) => {
      if (holiday.type !== 'public') return
      const bare = (name: string): string => (holiday.substitute ? name.replace(/ \([^()]*\)$/, '') : name)
      const inLanguage = translated.map((all) => bare(all[at]?.name ?? ''))
      const english = inLanguage[languages.indexOf('en')] ?? ''
      const name = bare(holiday.name)
      // What has no translation comes back in its own language, or in English.
      const others = inLanguage.map((one, index) =>
        one === name || (languages[index] !== 'en' && one === english) ? '' : one,
      )
      const names = isLatin(name)
        ? [name, ...others]
        : [english, ...others.map((one) => (one === english ? '' : one))]
      const key = `${name} ${holiday.substitute ? 'instead' : ''}`
      const known = byRule.get(key) ?? { names, days: new Map(years.map((one) => [one, []])) }
      const hours = (holiday.end.getTime() - holiday.start.getTime()) / 3_600_000
      known.days.get(year)?.push(...daysFrom(holiday.date, hours))
      byRule.set(key, known)
    })
  }
  return [...byRule.values()].map(({ names, days }) => ({ names, rule: ruleOf(days) }))
}

/** Works out the table; takes a quarter of a minute. */
export function makeTable(wanted: readonly string[] = countries): Table {
  const numbers = new Map<string, number>()
  const numberOf = (names: Names): number => {
    const key = JSON.stringify(names)
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  }
  const linesOf = (days: readonly Day[]): [number, string][] =>
    days.map(({ names, rule }) => [numberOf(names), rule])
  const days = new Map<string, [number, string][]>()
  for (const country of wanted) {
    const whole = linesOf(workOut(country))
    days.set(country, whole)
    if (!withParts.includes(country)) continue
    const common = new Set(whole.map((line) => line.join()))
    for (const part of Object.keys(new Holidays().getStates(country)).filter((one) => one !== 'ALD'))
      days.set(
        `${country}-${part}`,
        linesOf(workOut(country, part)).filter((line) => !common.has(line.join())),
      )
  }
  return { names: [...numbers.keys()].map((key) => JSON.parse(key) as Names), days }
}

const about = [
  `Public holidays ${firstYear}-${lastYear}, worked out with date-holidays by commenthol and contributors`,
  'https://github.com/commenthol/date-holidays, data under CC BY-SA 3.0: so is this file.',
  'Name in its country | German | English | Polish | Hungarian; then country or part of it | name rule | ...',
]

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync('locales/content/holidays.txt', writeTable(about, makeTable()))
