declare module 'virtual:words' {
  type Words = { readonly [key: string]: string | Words }

  /** Loads the texts of one part, by '<language>/<part>'; the parts are named in .ci/words.ts. */
  export const parts: { readonly [part: string]: () => Promise<{ readonly default: Words }> }
}
