import type { Table } from 'dexie'
import { queryTokens } from '../../shared/query.ts'
import { themes, type EntryType, type Theme } from '../../shared/register/words.ts'
import type { EntryRow, Register, TownRow } from './tables.ts'

/** What is looked for in the register; '' and false for whatever it may be. */
export type Wanted = {
  readonly query: string
  /** ISO 3166. */
  readonly country: string
  readonly type: EntryType | ''
  readonly theme: Theme | ''
  readonly seeking: boolean
}

/** More than anybody reads: whoever finds more is told to say more. */
export const mostFound = 60

/** Keys of rows in which a word begins so; read from the index alone. */
async function keysOfToken<Key extends string | number>(
  table: Table<{ readonly words: readonly string[] }, Key>,
  starts: readonly string[],
): Promise<Set<Key>> {
  const found = await Promise.all(starts.map((start) => table.where('words').startsWith(start).primaryKeys()))
  return new Set(found.flat())
}

/** Keys of the rows in which every token begins a word; undefined where the query says nothing. */
async function keysOf<Key extends string | number>(
  table: Table<{ readonly words: readonly string[] }, Key>,
  query: string,
): Promise<Key[] | undefined> {
  const tokens = queryTokens(query)
  if (tokens.length === 0) return undefined
  const [first, ...rest] = await Promise.all(tokens.map((starts) => keysOfToken(table, starts)))
  return [...(first ?? [])].filter((key) => rest.every((keys) => keys.has(key)))
}

const fits =
  ({ country, type, theme, seeking }: Wanted) =>
  ({ content, countries, type: own }: EntryRow): boolean =>
    content !== null &&
    (country === '' || countries.includes(country)) &&
    (type === '' || own === type) &&
    (theme === '' || content.themes.includes(theme)) &&
    (!seeking || content.seeksPartners)

/** The published entries that are meant, the newest first; `mostFound` at most. */
export async function findEntries({ entries }: Register, wanted: Wanted): Promise<EntryRow[]> {
  const keys = await keysOf(entries, wanted.query)
  if (!keys) return entries.orderBy('at').reverse().filter(fits(wanted)).limit(mostFound).toArray()
  const rows = (await entries.bulkGet(keys)).flatMap((row) => row ?? [])
  return rows
    .filter(fits(wanted))
    .sort((a, b) => b.at - a.at)
    .slice(0, mostFound)
}

/** Rows that are read at once: a few more than are shown, and never all of those that begin with a letter. */
const step = 100

/** The first towns of these that are in a country ('' for any), in the order of the keys. */
async function firstTowns({ towns }: Register, keys: readonly number[], country: string): Promise<TownRow[]> {
  const found: TownRow[] = []
  const most = country === '' ? mostFound : step
  for (let at = 0; at < keys.length && found.length < mostFound; at += most) {
    const rows = await towns.bulkGet(keys.slice(at, at + most))
    found.push(...rows.flatMap((row) => (row && (country === '' || row.country === country) ? row : [])))
  }
  return found.slice(0, mostFound)
}

/** The towns of the base that are meant, `mostFound` at most; none where nothing says which town. */
export async function findTowns(register: Register, wanted: Wanted): Promise<TownRow[]> {
  const { towns } = register
  const { query, country } = wanted
  const isOfEntries =
    wanted.seeking || wanted.theme !== '' || (wanted.type !== '' && wanted.type !== 'partnership')
  if (isOfEntries) return []
  const keys = await keysOf(towns, query)
  if (!keys) {
    if (country === '') return []
    const ofCountry = towns
      .where('[country+population]')
      .between([country, 0], [country, Infinity], true, true)
    return ofCountry.reverse().limit(mostFound).toArray()
  }
  // A town whose name is one of the words stands before those that only begin so; then the larger one.
  const whole = new Set(await towns.where('words').anyOf(queryTokens(query).flat()).primaryKeys())
  keys.sort((one, other) => Number(whole.has(other)) - Number(whole.has(one)) || one - other)
  return firstTowns(register, keys, country)
}

/** What both sides say of themselves in the register. */
export type InCommon = {
  /** The themes that the publisher has ticked, in the order of the list. */
  readonly themes: readonly Theme[]
  /** What others publish who look for partners or have one of these; the newest first, `mostFound` at most. */
  readonly rows: readonly EntryRow[]
  /** The countries of all of them, whatever is wanted. */
  readonly countries: readonly string[]
}

/** What is published by others than `publisher` that has to do with it, as far as it is wanted. */
export async function entriesInCommon(
  { entries }: Register,
  publisher: string,
  wanted: Wanted,
): Promise<InCommon> {
  const own = await entries.where('publisher').equals(publisher).toArray()
  const ticked = new Set(own.flatMap(({ content }) => content?.themes ?? []))
  const isCommon = ({ publisher: one, content }: EntryRow): boolean =>
    content !== null &&
    one !== publisher &&
    (content.seeksPartners || content.themes.some((theme) => ticked.has(theme)))
  const countries = new Set<string>()
  const all = entries.orderBy('at').reverse().filter(isCommon)
  await all.each((row) => row.countries.forEach((country) => countries.add(country)))
  return {
    themes: themes.filter((theme) => ticked.has(theme)),
    rows: await all.filter(fits(wanted)).limit(mostFound).toArray(),
    countries: [...countries],
  }
}

/** The countries of the towns of the base: by jumping from one to the next in the index, not by reading all of it. */
async function countriesOfTowns({ towns }: Register): Promise<string[]> {
  const found: string[] = []
  for (;;) {
    const above = [found.at(-1) ?? '', Infinity]
    const next = await towns.where('[country+population]').above(above).first()
    if (!next) return found
    found.push(next.country)
  }
}

/** The countries of the entries and of the base, each once, in no order. */
export async function countriesIn(register: Register): Promise<string[]> {
  const published = await register.entries.orderBy('countries').uniqueKeys()
  return [...new Set([...published.map(String), ...(await countriesOfTowns(register))])]
}

/** Events open to all that aren't over on a day ('YYYY-MM-DD'), the next one first. */
export async function publicEvents({ entries }: Register, day: string): Promise<EntryRow[]> {
  const rows = await entries.where('type').equals('event').toArray()
  const dateOf = ({ content }: EntryRow): string => (content && 'date' in content ? content.date : '')
  const lastOf = ({ content }: EntryRow): string =>
    content && 'until' in content ? content.until || content.date : ''
  return rows
    .filter((row) => lastOf(row) >= day)
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1))
    .slice(0, mostFound)
}
