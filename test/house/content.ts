import { readFileSync } from 'node:fs'
import { flatten, languages, type Language, type Locales } from './locales.ts'
import * as words from './words.ts'

/** A list as an object of its places. */
const withoutLists = (tree: unknown): unknown => {
  if (typeof tree !== 'object' || tree === null) return tree
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, withoutLists(value)]))
}

const read = (language: Language, name: string): unknown =>
  JSON.parse(readFileSync(`locales/content/${language}/${name}.json`, 'utf8'))

/** The four files of one content, every text by its whole key: `text-size.steps.0`. */
export function contentOf(name: string): Locales {
  const texts = languages.map((language) => [language, flatten(withoutLists(read(language, name)))])
  return Object.fromEntries(texts) as Locales
}

/** Sentences of more than twelve words: too long to be read at one go. */
function longSentences(locales: Locales): string[] {
  return languages.flatMap((language) =>
    Object.entries(locales[language]).flatMap(([key, text]) =>
      text
        .split(/(?<=[.?!:]) /)
        .filter((sentence) => sentence.trim().split(/\s/).length > 12)
        .map((sentence) => `${language} ${key}: ${sentence}`),
    ),
  )
}

/** What the words of every screen are held to, and short sentences besides. */
export const wrongTexts = (locales: Locales): string[] =>
  [
    words.bannedWords,
    words.untranslated,
    words.loseSpaces,
    words.wrongQuotes,
    words.ragged,
    longSentences,
  ].flatMap((rule) => rule(locales))

/** The numbers of a text, without what separates thousands. */
export const numbersIn = (text: string): string[] =>
  (text.replaceAll(/(?<=\d)[.,\s](?=\d{3}(?!\d))/g, '').match(/\d+/g) ?? []).sort()
