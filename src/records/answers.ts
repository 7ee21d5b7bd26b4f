import { elementsOf } from './fields.ts'
import { answerChoices, type AnswerChoice } from './kinds/event.ts'
import type { Fields } from '../shared/value.ts'

/** Who answered what about one date, by person. */
export function answersOf(fields: Fields, original: string): ReadonlyMap<string, AnswerChoice> {
  const found = elementsOf(fields, `answers/${original}`, (value) =>
    answerChoices.find((choice) => choice === value),
  )
  return new Map(found.map(({ id, value }) => [id, value]))
}

/** How many people said that they come to one date. */
export const countComing = (fields: Fields, original: string): number =>
  [...answersOf(fields, original).values()].filter((answer) => answer === 'yes').length
