import { queryTokens } from '../shared/query.ts'
import type { Row } from './show.ts'

const textByRow = new WeakMap<Row, string>()

/** All index entries of a row in one text, each after a blank: joined once, searched with every key pressed. */
function textOf(row: Row): string {
  const known = textByRow.get(row)
  if (known !== undefined) return known
  const text = ` ${row.words.join(' ')}`
  textByRow.set(row, text)
  return text
}

/** Joins the texts of a list's rows before the first key is pressed. */
export function prepareMatching(rows: readonly Row[]): void {
  for (const row of rows) textOf(row)
}

/**
 * Whether a row that a list holds already is meant by the query: the same rule as `search`, without asking the
 * database. Undefined when the query says nothing: then all are meant.
 */
export function matcherOf(query: string): ((row: Row) => boolean) | undefined {
  const tokens = queryTokens(query)
  if (tokens.length === 0) return undefined
  const starts = tokens.map((alternatives) => alternatives.map((start) => ` ${start}`))
  return (row) => {
    const text = textOf(row)
    return starts.every((alternatives) => alternatives.some((start) => text.includes(start)))
  }
}
