import { themes, type EntryType, type Theme } from '../../shared/register/words.ts'
import { hasWords, linesOf, needsOf, townOf, wholesOf, type Lines } from './lines.ts'
import type { Brief, EntryRow, Register, TownBrief } from './tables.ts'
import { firstOf, lineAt, linesThatHave } from './text.ts'

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

/** Entries that are held to be searched, the newest of them: many times what all associations of a country publish. */
const mostHeld = 20_000

/** Reads by what the register is searched: small enough to be held as long as somebody searches. */
export async function readLines({ entryLines, townLines: kept }: Register): Promise<Lines> {
  const [entries, towns] = await Promise.all([
    entryLines.orderBy('at').reverse().limit(mostHeld).toArray(),
    kept.get('towns'),
  ])
  return linesOf(entries, towns?.text ?? '')
}

/** What was chosen, as the lines have it. */
const chosenIn = ({ country, type, theme, seeking }: Wanted): Parameters<typeof needsOf>[1] => ({
  ...(country ? { country } : {}),
  ...(type ? { type } : {}),
  ...(theme ? { theme } : {}),
  ...(seeking ? { seeking: '' } : {}),
})

/** The published entries that are meant, the newest first; `mostFound` at most. */
export function entriesMeant({ text, briefs }: Lines['entries'], wanted: Wanted): Brief[] {
  const found = linesThatHave(text, needsOf(wanted.query, chosenIn(wanted)))
  return firstOf(found, mostFound).flatMap((at) => briefs[at] ?? [])
}

/**
 * The towns of the base that are meant, `mostFound` at most; none where nothing says which town. One whose name is one of the words stands before
 * those that only begin so; then the larger one.
 */
export function townsMeant(towns: Lines['towns'], { query, country, ...ofEntries }: Wanted): TownBrief[] {
  const { type, theme, seeking } = ofEntries
  if (seeking || theme !== '' || (type !== '' && type !== 'partnership')) return []
  if (!country && !hasWords(query)) return []
  const needs = needsOf(query, country ? { country } : {})
  const wholes = firstOf(linesThatHave(towns, [...needs, wholesOf(query)]), mostFound)
  const found = new Set([...wholes, ...firstOf(linesThatHave(towns, needs), mostFound)])
  return [...found].slice(0, mostFound).map((id) => townOf(lineAt(towns, id), id))
}

/** The newest entries, `mostFound` at most: what is shown before anything is looked for. */
export const newestEntries = ({ entryLines }: Register): Promise<Brief[]> =>
  entryLines.orderBy('at').reverse().limit(mostFound).toArray()

/** What both sides say of themselves in the register. */
export type InCommon = {
  /** The themes that the publisher has ticked, in the order of the list. */
  readonly themes: readonly Theme[]
  /** What others publish who look for partners or have one of these; the newest first, `mostFound` at most. */
  readonly rows: readonly EntryRow[]
  /** The countries of all of them, whatever is wanted. */
  readonly countries: readonly string[]
}

const fits =
  ({ country, type, theme, seeking }: Wanted) =>
  ({ content, countries, type: own }: EntryRow): boolean =>
    content !== null &&
    (country === '' || countries.includes(country)) &&
    (type === '' || own === type) &&
    (theme === '' || content.themes.includes(theme)) &&
    (!seeking || content.seeksPartners)

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
