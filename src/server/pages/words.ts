import { readFileSync } from 'node:fs'
import { languages, type Language } from '../../shared/language.ts'
import type { RegisterWords } from '../register/words.ts'

/** What the public pages say in one language. */
export type Words = {
  readonly imprint: string
  readonly privacy: string
  readonly toApp: string
  readonly languages: string
  readonly pages: string
  /** With {{name}}. */
  readonly operator: string
  readonly noImprint: string
  readonly noPrivacy: string
  /** What the exchange sees and doesn't see: true of every operator. */
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[]
  readonly register: RegisterWords
}

const read = (language: Language): Words => {
  const file = new URL(`../../../locales/content/server/${language}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Words
}

/** Read once, at the start: a missing file is noticed then. */
export const words: ReadonlyMap<Language, Words> = new Map(
  languages.map((language) => [language, read(language)]),
)

/** All words of one language. */
export function wordsIn(language: Language): Words {
  const said = words.get(language)
  if (!said) throw new Error(`no words in ${language}`)
  return said
}
