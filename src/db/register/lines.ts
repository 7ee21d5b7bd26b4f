import { foldWords } from '../../shared/fold.ts'
import type { Content } from '../../shared/register/content.ts'
import { queryTokens } from '../../shared/query.ts'
import { shownText } from '../../shared/register/text.ts'
import type { Brief, EntryLine, EntryRow, TownBrief, TownRow } from './rows.ts'
import { textOf, type Needs, type Text } from './text.ts'

/**
 * The words of one row in one text, a blank on both sides of each. What is chosen from a list stands there as well, behind a sign
 * that is in no word, so that all that is looked for is looked for alike.
 */
const signs = { country: '@', type: '=', theme: '#', seeking: '+' } as const

/** What a row must have besides words, as it stands in its line. */
type Chosen = { readonly [of in keyof typeof signs]?: string }

const markOf = (of: keyof typeof signs, value: string): string => `${signs[of]}${value}`
const lineOf = (words: readonly string[]): string => ` ${words.join(' ')} `

/** The title as it may be shown; a partnership may go by its towns alone. */
const titleOf = ({ title, towns }: Content): string =>
  shownText(title).trim() || towns.map(({ name }) => shownText(name)).join(' – ')

/** What a list shows of an entry; undefined for one that isn't there any more. */
export function briefOf({ entry, at, type, countries, content }: EntryRow): Brief | undefined {
  if (!content) return undefined
  const { association, seeksPartners } = content
  const title = titleOf(content)
  const head = { entry, at, type, title, association: shownText(association), countries, seeksPartners }
  if (!('zone' in content)) return { ...head, when: null }
  const { date, until, time, zone } = content
  return { ...head, when: { date, until, time, zone } }
}

/** The line of an entry that is to be found by these words; none for one that isn't there any more. */
export function entryLines(row: EntryRow, words: readonly string[]): EntryLine[] {
  const brief = briefOf(row)
  const marks = [
    ...row.countries.map((country) => markOf('country', country)),
    markOf('type', row.type),
    ...(row.content?.themes.map((theme) => markOf('theme', theme)) ?? []),
    ...(row.content?.seeksPartners ? [markOf('seeking', '')] : []),
  ]
  return brief ? [{ ...brief, text: lineOf([...words, ...marks]) }] : []
}

type Lined = Pick<TownRow, 'name' | 'country' | 'lat' | 'lon' | 'links'>

/** The lines of all towns, in one text: the n-th is that of the town with the id n. Behind its words stands what a list shows. */
export const townLines = (towns: readonly Lined[]): string =>
  towns
    .map(({ name, country, lat, lon, links }) =>
      [
        lineOf([...foldWords(shownText(name)), markOf('country', country)]),
        shownText(name),
        country,
        lat,
        lon,
        links.length,
      ].join('\t'),
    )
    .join('\n')

/** What a list shows of the town with this line. */
export function townOf(line: string, id: number): TownBrief {
  const [, name = '', country = '', lat, lon, partners] = line.split('\t')
  return { id, name, country, lat: Number(lat), lon: Number(lon), partners: Number(partners) }
}

/**
 * Everything by which the register is searched, and what a list shows of what is found, in the order of the list: the newest entry first,
 * the largest town. Small enough to be held as long as somebody searches, so that no key press waits for the database.
 */
export type Lines = {
  readonly entries: { readonly text: Text; readonly briefs: readonly Brief[] }
  readonly towns: Text
}

/** Held alike: what is found by the n-th line of the text is the n-th of the briefs. */
export const linesOf = (entries: readonly EntryLine[], towns: string): Lines => ({
  entries: {
    text: textOf(entries.map(({ text }) => text).join('\n')),
    // Their words are held once.
    briefs: entries.map((entry) => ({ ...entry, text: '' })),
  },
  towns: textOf(towns),
})

/** What a line must have: each token begins a word of it, and what was chosen stands there. */
export const needsOf = (query: string, chosen: Chosen): Needs => [
  ...queryTokens(query).map((alternatives) => alternatives.map((start) => ` ${start}`)),
  ...Object.entries(chosen).map(([of, value]) => [` ${markOf(of as keyof typeof signs, value)} `]),
]

/** One of these a line must have in which a word is what was typed, not only its beginning. */
export const wholesOf = (query: string): string[] =>
  queryTokens(query)
    .flat()
    .map((word) => ` ${word} `)

/** Whether a query says anything. */
export const hasWords = (query: string): boolean => queryTokens(query).length > 0

/** The countries that stand in these lines, each once, in no order. */
export function countriesOf({ entries, towns }: Lines): string[] {
  const found = new Set<string>()
  for (const { whole } of [towns, entries.text])
    for (const [, country] of whole.matchAll(/ @([A-Z]{2})(?= )/g)) if (country) found.add(country)
  return [...found]
}
