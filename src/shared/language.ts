/** The languages of the interface, as codes that `Intl` knows. */
export const languages = ['de', 'en', 'pl', 'hu'] as const

export type Language = (typeof languages)[number]

/** Each language's name in itself, as a chooser shows it. */
export const languageNames: Record<Language, string> = {
  de: 'Deutsch',
  en: 'English',
  pl: 'Polski',
  hu: 'Magyar',
}

/**
 * The first of the wanted languages that the interface has, English if it has none of them.
 * @param preferred language tags in the reader's order, as `navigator.languages` gives them ("de-AT", "pl").
 */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const code = tag.toLowerCase().split(/[-_]/)[0]
    const known = languages.find((language) => language === code)
    if (known) return known
  }
  return 'en'
}
