import type { Language } from '../../shared/language.ts'

/** Languages that twinning people speak most; more come in with contacts that are brought in. */
export const commonLanguages = [
  'de',
  'en',
  'pl',
  'hu',
  'fr',
  'tr',
  'it',
  'es',
  'cs',
  'uk',
  'ru',
  'ro',
] as const

/** The word for a language in the reader's language, as it stands in a list or on a button. */
export function languageWord(code: string, reader: Language): string {
  const word = new Intl.DisplayNames(reader, { type: 'language' }).of(code) ?? code
  return reader === 'pl' || reader === 'hu' ? word : word.charAt(0).toLocaleUpperCase(reader) + word.slice(1)
}
