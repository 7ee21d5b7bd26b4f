declare module 'virtual:words' {
  type Words = { readonly [key: string]: string | Words }

  /** Loads the texts of one part, by '<language>/<part>': 'first', or the name of a feature or room. */
  export const parts: { readonly [part: string]: () => Promise<{ readonly default: Words }> }
}
