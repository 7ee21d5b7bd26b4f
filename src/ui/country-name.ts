import type { Language } from '../shared/language.ts'

/** A country's name in the reader's language, by its ISO 3166-1 code; what is no code is shown as it is. */
export function countryName(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}
