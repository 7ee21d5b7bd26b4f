declare module 'virtual:places' {
  /** The countries that have a list, sorted. */
  export const countries: readonly string[]
  /** By GeoNames id what a place is called in de, en, pl, hu; '' where that is its own name. */
  export const names: { readonly [id: string]: readonly string[] }
}
