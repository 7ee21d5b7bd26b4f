import type { Language } from './language.ts'

/** Degrees, north and east positive. */
export type Point = { readonly lat: number; readonly lon: number }

/**
 * A town or village to choose. `id` is its GeoNames id as text, '' for one that stands in no list; `name` the local one;
 * `names` only where a language has another; `country` ISO 3166-1 ('PL'); `land` ISO 3166-2 ('DE-BE', 'GB-SCT'), '' elsewhere;
 * `population` 0 and `point` undefined where nobody knows.
 */
export type Place = {
  readonly id: string
  readonly name: string
  readonly names: { readonly [language in Language]?: string }
  readonly country: string
  readonly land: string
  readonly point: Point | undefined
  readonly population: number
}

/** Finds places for a form, which knows no list itself. Both reject when a country's list can't be had now. */
export type PlaceFinder = {
  /** The places of a country in whose names words begin as typed, larger ones first, at most `most`. */
  readonly find: (country: string, query: string, most: number) => Promise<readonly Place[]>
  /** A larger place nearby, to tell same-named ones apart; undefined where there is none. */
  readonly near: (place: Place) => Promise<Place | undefined>
  /** The countries that have a list (ISO 3166-1). */
  readonly countries: () => Promise<readonly string[]>
}

/** A place's name in a language: its own where there is no other. */
export const placeNameIn = ({ name, names }: Pick<Place, 'name' | 'names'>, language: Language): string =>
  names[language] ?? name
