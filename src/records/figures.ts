import type { Fields, Value } from '../shared/value.ts'
import { elementsOf } from './fields.ts'

/** Under 14, 14 to 26, 27 to 64, 65 and older: as grant givers ask for them. */
export const ageBands = ['children', 'youth', 'adults', 'seniors'] as const
export type AgeBand = (typeof ageBands)[number]

/** What is counted after an event or a visit; undefined and missing where nobody counted. */
export type Figures = {
  readonly people: number | undefined
  /** Of volunteers, all together. */
  readonly hours: number | undefined
  /** By ISO 3166 code of the country. */
  readonly countries: readonly { readonly id: string; readonly value: number }[]
  readonly ages: readonly { readonly id: string; readonly value: number }[]
}

/** The name of one figure's field: of an occasion ('once', or a day of a series). */
export const figureField = (occasion: string, what: string): string => `figures/${occasion}/${what}`

const count = (value: Value | undefined): number | undefined =>
  typeof value === 'number' && value >= 0 ? value : undefined

/** The figures of one occasion of an event or visit. */
export function figuresOf(fields: Fields, occasion: string): Figures {
  return {
    people: count(fields[figureField(occasion, 'people')]),
    hours: count(fields[figureField(occasion, 'hours')]),
    countries: elementsOf(fields, figureField(occasion, 'country'), count),
    ages: elementsOf(fields, figureField(occasion, 'age'), count),
  }
}
