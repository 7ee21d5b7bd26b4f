import { foldWords } from '../../shared/fold.ts'
import { queryTokens } from '../../shared/query.ts'
import { formats, type Format } from './formats.ts'
import type { FormatText, Handbook } from './handbook.ts'

/** What one has; what is not said is left open. */
export type Wishes = {
  readonly people?: 'few' | 'some' | 'many' | 'crowd'
  readonly travel?: 'without' | 'with'
  readonly ages?: 'young' | 'old' | 'mixed'
  readonly language?: 'common' | 'helper' | 'none'
  readonly money?: 'none' | 'little' | 'some'
}
export type Wish = keyof Wishes

/** In the order in which they are asked. */
export const wishNames: readonly Wish[] = ['people', 'travel', 'ages', 'language', 'money']

const sizes = { few: [1, 7], some: [8, 20], many: [21, 60], crowd: [61, Infinity] } as const

// Who has more can do all that needs less.
const languageRank = { none: 0, helper: 1, common: 2 } as const
const moneyRank = { none: 0, little: 1, some: 2 } as const

type Rule = (format: Format, wishes: Wishes) => boolean

/** A rule that holds where its question was left open. */
const rule =
  <W extends Wish>(name: W, holds: (format: Format, wish: NonNullable<Wishes[W]>) => boolean): Rule =>
  (format, wishes) => {
    const wish = wishes[name]
    return wish === undefined || holds(format, wish)
  }

const rules: readonly Rule[] = [
  rule('people', ({ people: [from, to] }, wish) => from <= sizes[wish][1] && to >= sizes[wish][0]),
  rule('travel', ({ where }, wish) => where.includes(wish === 'with' ? 'together' : 'apart')),
  rule('ages', ({ ages }, wish) => (wish === 'mixed' ? ages.length === 2 : ages.includes(wish))),
  rule('language', ({ language }, wish) => languageRank[language] <= languageRank[wish]),
  rule('money', ({ money }, wish) => moneyRank[money] <= moneyRank[wish]),
]

const folded = new WeakMap<FormatText, string>()

/** All words of a format, each after a blank. */
function wordsOf(text: FormatText): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const { title, purpose, who, needs, steps, care, proof } = text
  const words = ` ${foldWords([title, purpose, who, ...needs, ...steps, ...care, proof].join(' ')).join(' ')}`
  folded.set(text, words)
  return words
}

function says(text: FormatText, query: string): boolean {
  const words = wordsOf(text)
  return queryTokens(query).every((alternatives) => alternatives.some((start) => words.includes(` ${start}`)))
}

/** The formats that go with what one has and speak of what one looks for, in the handbook's order. */
export const findFormats = (handbook: Handbook, wishes: Wishes, query = ''): Format[] =>
  formats.filter((format) => rules.every((one) => one(format, wishes)) && says(handbook[format.id], query))

/** The wishes without one of them. */
export const without = (wishes: Wishes, name: Wish): Wishes =>
  Object.fromEntries(Object.entries(wishes).filter(([one]) => one !== name))

export type WayOut = { readonly name: Wish; readonly count: number }

/** Which answers to take back one at a time, where nothing is found: those after which most is found come first. */
export const waysOut = (handbook: Handbook, wishes: Wishes, query = ''): WayOut[] =>
  wishNames
    .filter((name) => wishes[name] !== undefined)
    .map((name) => ({ name, count: findFormats(handbook, without(wishes, name), query).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
