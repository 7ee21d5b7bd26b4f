import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type words from '../../locales/de.json'
import type { Language } from '../shared/language.ts'

type Plural = '_one' | '_few' | '_many' | '_other'
type Bare<K extends string> = K extends `${infer Base}${Plural}` ? Base : K
type Keys<T> = {
  [K in keyof T & string]: T[K] extends string ? Bare<K> : `${K}.${Keys<T[K]>}`
}[keyof T & string]

/** The name of a text, 'people.add'. It always stands whole in the source, never glued, so that a test can find it. */
export type TextKey = Keys<typeof words>

/** A whole sentence in the reader's language. `count` chooses the plural form. */
export type Translate = (key: TextKey, variables?: { readonly [name: string]: string | number }) => string

export type Text = {
  readonly t: Translate
  readonly language: Language
  readonly choose: (language: Language) => void
  /** The texts in another language, for what is written to somebody else. */
  readonly inLanguage: (language: Language) => Promise<Translate>
}

export const TextContext = createContext<Text | undefined>(undefined)

/** The texts of the screen in the reader's language. */
export function useText(): Text {
  const text = useContext(TextContext)
  if (!text) throw new Error('a screen was shown without its texts')
  return text
}
