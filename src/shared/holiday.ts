import type { Language } from './language.ts'

/** A public holiday: on which day ('YYYY-MM-DD'), in which country (ISO 3166-1), and its names, where a language has one. */
export type Holiday = {
  readonly day: string
  readonly country: string
  readonly names: { readonly own: string } & { readonly [language in Language]?: string }
}
