import { foldWords } from '../../shared/fold.ts'
import { queryTokens } from '../../shared/query.ts'
import { shownText } from '../../shared/register/text.ts'
import type { EntryLine, EntryRow, TownRow } from './rows.ts'

/**
 * The words of one row in one text, a blank on both sides of each. What is chosen from a list stands there as well, behind a sign
 * that is in no word, so that all that is looked for is looked for alike.
 */
const signs = { country: '@', type: '=', theme: '#', seeking: '+' } as const

/** What a row must have besides words, as it stands in its line. */
type Chosen = { readonly [of in keyof typeof signs]?: string }

const markOf = (of: keyof typeof signs, value: string): string => `${signs[of]}${value}`
const lineOf = (words: readonly string[]): string => ` ${words.join(' ')} `

/** Of an entry's line what is chosen from lists. */
const marksOfEntry = ({ content, countries, type }: EntryRow): string[] =>
  content === null
    ? []
    : [
        ...countries.map((country) => markOf('country', country)),
        markOf('type', type),
        ...content.themes.map((theme) => markOf('theme', theme)),
        ...(content.seeksPartners ? [markOf('seeking', '')] : []),
      ]

/** The line of an entry that is to be found by these words. */
export const entryLine = (row: EntryRow, words: readonly string[]): EntryLine => ({
  entry: row.entry,
  at: row.at,
  text: lineOf([...words, ...marksOfEntry(row)]),
})

/** The lines of all towns, in one text: the n-th is that of the town with the id n. */
export const townLines = (towns: readonly Pick<TownRow, 'name' | 'country'>[]): string =>
  towns
    .map(({ name, country }) => lineOf([...foldWords(shownText(name)), markOf('country', country)]))
    .join('\n')

/** Everything by which the register is searched, in the order in which it is shown: the newest entry first, the largest town. */
export type Lines = { readonly entries: readonly EntryLine[]; readonly towns: readonly string[] }

type Rule = { readonly fits: (line: string) => boolean; readonly isWhole: (line: string) => boolean }

/** What a line must have: each token begins a word of it, and what was chosen stands there. */
export function ruleOf(query: string, chosen: Chosen): Rule {
  const tokens = queryTokens(query)
  const starts = tokens.map((alternatives) => alternatives.map((start) => ` ${start}`))
  const marks = Object.entries(chosen).map(([of, value]) => ` ${markOf(of as keyof typeof signs, value)} `)
  const wholes = tokens.flat().map((word) => ` ${word} `)
  return {
    fits: (line) =>
      starts.every((alternatives) => alternatives.some((start) => line.includes(start))) &&
      marks.every((mark) => line.includes(mark)),
    isWhole: (line) => wholes.some((word) => line.includes(word)),
  }
}

/** Whether a query says anything. */
export const hasWords = (query: string): boolean => queryTokens(query).length > 0

/** The countries that stand in these lines, each once, in no order. */
export function countriesOf({ entries, towns }: Lines): string[] {
  const found = new Set<string>()
  for (const line of [...towns, ...entries.map(({ text }) => text)])
    for (const [, country] of line.matchAll(/ @([A-Z]{2})(?= )/g)) if (country) found.add(country)
  return [...found]
}
