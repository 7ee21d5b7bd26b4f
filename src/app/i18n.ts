import { createInstance, type i18n } from 'i18next'
import { pickLanguage, type Language } from '../shared/language.ts'
import type { Translate } from '../ui/text.ts'
import { readPreference } from '../ui/preferences.ts'

type Words = { readonly [key: string]: string | Words }

const loaders = import.meta.glob<Words>('/locales/*.json', { import: 'default' })

async function wordsOf(language: Language): Promise<Words> {
  const load = loaders[`/locales/${language}.json`]
  if (!load) throw new Error(`no words for ${language}`)
  return load()
}

const instance: i18n = createInstance()

/** The language that was chosen here, else the device's. */
export const firstLanguage = (): Language =>
  pickLanguage([readPreference('language') ?? '', ...navigator.languages])

/** Loads a language's words and makes it the one of the page. */
export async function speak(language: Language): Promise<Translate> {
  const words = await wordsOf(language)
  if (!instance.isInitialized) {
    // Values are put into text nodes by Preact, which escapes them itself.
    await instance.init({ lng: language, resources: {}, interpolation: { escapeValue: false } })
  }
  instance.addResourceBundle(language, 'translation', words)
  document.documentElement.lang = language
  const speakIt = instance.getFixedT(language, 'translation')
  return (key, variables) => speakIt(key as string, { ...variables })
}
