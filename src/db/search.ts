import { queryTokens } from '../shared/query.ts'
import { rowsOf } from './find.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'

const end = '\uffff'

async function idsOfToken({ tables }: Notebook, starts: readonly string[]): Promise<Set<string>> {
  const found = await Promise.all(
    starts.map((start) => tables.records.where('words').startsWith(start).primaryKeys()),
  )
  return new Set(found.flat())
}

/**
 * The ids of all records, of any kind, in which every token of the query begins a word (or stands in a number).
 * Undefined when the query says nothing: then all are meant.
 */
export async function search(notebook: Notebook, query: string): Promise<Set<string> | undefined> {
  const tokens = queryTokens(query)
  const [first, ...rest] = await Promise.all(tokens.map((starts) => idsOfToken(notebook, starts)))
  return first && rest.reduce((both, next) => new Set([...both].filter((id) => next.has(id))), first)
}

/** The first ones by `sort` that have a name: those without come before all others. */
const firstNamed = ({ tables }: Notebook, kind: string, most: number): Promise<Row[]> =>
  tables.records
    .where('[list+sort]')
    .between([kind, ''], [kind, end], true, true)
    .filter((row) => row.label !== '')
    .limit(most)
    .toArray()

/** The first `most` standing records of these kinds that match the query, or simply the first ones, by name. */
export async function findByName(
  notebook: Notebook,
  kinds: readonly string[],
  query: string,
  most = 6,
): Promise<Row[]> {
  const found = await search(notebook, query)
  const rows = found
    ? await rowsOf(notebook, [...found])
    : (await Promise.all(kinds.map((kind) => firstNamed(notebook, kind, most)))).flat()
  return rows
    .filter((row) => kinds.includes(row.kind) && row.label)
    .sort((a, b) => (a.sort < b.sort ? -1 : 1))
    .slice(0, most)
}
