import type { Holiday } from '../../shared/holiday.ts'
import { languages } from '../../shared/language.ts'
import { daysByRule } from './rule.ts'
import { firstYear, lastYear, readTable, type Names, type Table } from './table.ts'

/** Where somebody lives: a country (ISO 3166-1) and, in Germany and Great Britain, the part of it (ISO 3166-2). */
export type Region = { readonly country: string; readonly land: string }

const load = async (): Promise<Table> =>
  readTable((await import('../../../locales/content/holidays.txt?raw')).default)

const number = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const written = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

function named([own = '', ...others]: Names): Holiday['names'] {
  const known = languages.flatMap((language, at) => (others[at] ? [[language, others[at]] as const] : []))
  return { own, ...Object.fromEntries(known) }
}

/**
 * The public holidays from one day to another, both 'YYYY-MM-DD', in these regions, by days; each once a country. Nothing for
 * a country or a year that the table doesn't know: it goes from 2025 to 2040. Works without a network.
 */
export async function holidaysBetween(
  from: string,
  to: string,
  regions: readonly Region[],
): Promise<Holiday[]> {
  const [first, last] = [number(from), number(to)]
  // NaN where somebody typed no day: such a span has no holidays.
  if (!(first <= last) || regions.length === 0) return []
  const table = await load()
  const found = new Map<string, Holiday>()
  // A day instead of a New Year's may lie in the year before.
  const [least, most] = [
    Math.max(firstYear, Number(from.slice(0, 4))),
    Math.min(lastYear, Number(to.slice(0, 4)) + 1),
  ]
  const keys = new Set(regions.flatMap(({ country, land }) => (land ? [country, land] : [country])))
  for (const key of keys)
    for (const [name, rule] of table.days.get(key) ?? [])
      for (let year = least; year <= most; year += 1)
        for (const day of daysByRule(rule, year)) {
          if (day < first || day > last) continue
          const country = key.slice(0, 2)
          const names = named(table.names[name] ?? [])
          found.set(`${day} ${country} ${names.own}`, { day: written(day), country, names })
        }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
