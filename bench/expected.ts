import { person } from '../src/records/kinds/person.ts'
import { queryTokens } from '../src/shared/query.ts'
import { makeEntries, type Amount } from './entries.ts'
import { chanceFrom } from './random.ts'

/**
 * How many people a query finds, by looking through all of them: what the screen must say, and so the sign
 * that it shows this query's result and not the one before.
 */
export function expectFrom(seed: number, amount: Amount): (query: string) => number {
  const people = makeEntries(chanceFrom(seed), amount)
    .filter((entry) => entry.kind === 'person')
    .map((entry) => person.words(entry.set))
  return (query) => {
    const tokens = queryTokens(query)
    return people.filter((words) =>
      tokens.every((starts) => starts.some((start) => words.some((word) => word.startsWith(start)))),
    ).length
  }
}
