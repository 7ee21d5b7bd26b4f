import type { Fields, Value } from '../shared/value.ts'
import { elementsOf } from './fields.ts'

/** What is counted after an event or a visit; undefined and missing where nobody counted. */
export type Figures = {
  readonly people: number | undefined
  /** Of volunteers, all together. */
  readonly hours: number | undefined
  /** By ISO 3166 code of the country. */
  readonly countries: readonly { readonly id: string; readonly value: number }[]
  /** By 'children' (under 14), 'youth' (14 to 26), 'adults' (27 to 64) and 'seniors': as grant givers ask for them. */
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
