import { createInstance, type i18n } from 'i18next'
import { parts } from 'virtual:words'
import { pickLanguage, type Language } from '../shared/language.ts'
import { readPreference } from '../ui/preferences.ts'
import type { Translate } from '../ui/text.ts'

/** What texts come together, see .ci/words.ts. */
export type Part = 'first' | 'ui' | 'welcome' | 'saved' | 'rest'

const instance: i18n = createInstance()
let spoken: Language = 'en'
/** The parts that some screen has asked for. A change of the language brings all of them. */
const needed = new Set<Part>(['first'])

/** The language that was chosen here, else the device's. */
export const firstLanguage = (): Language =>
  pickLanguage([readPreference('language') ?? '', ...navigator.languages])

async function add(language: Language, part: Part): Promise<void> {
  if (!instance.isInitialized) {
    // Values are put into text nodes by Preact, which escapes them itself.
    await instance.init({ lng: language, resources: {}, interpolation: { escapeValue: false } })
  }
  const load = parts[`${language}/${part}`]
  if (!load) throw new Error(`no words for ${language}`)
  instance.addResourceBundle(language, 'translation', (await load()).default, true)
}

/** All texts that some screen has asked for, in a language that need not be the page's. */
export async function inLanguage(language: Language): Promise<Translate> {
  await Promise.all([...needed].map((part) => add(language, part)))
  const speakIt = instance.getFixedT(language, 'translation')
  return (key, variables) => speakIt(key as string, { ...variables })
}

/** Loads a language's texts and makes it the one of the page. */
export async function speak(language: Language): Promise<Translate> {
  spoken = language
  const t = await inLanguage(language)
  document.documentElement.lang = language
  return t
}

/** Loads the texts of one part in the language of the page, before the first screen that needs them is shown. */
export async function learn(part: Part): Promise<void> {
  if (needed.has(part)) return
  let language: Language
  do {
    language = spoken
    await add(language, part)
    // Another one may have been chosen meanwhile, which did not know yet that this part is needed.
  } while (language !== spoken)
  needed.add(part)
}
