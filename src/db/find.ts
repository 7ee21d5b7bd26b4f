import { queryTokens } from '../shared/fold.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'

const end = '\uffff'

/** All standing records of a kind, in the rough order of `sort`. */
export const listOf = ({ tables }: Notebook, kind: string): Promise<Row[]> =>
  tables.records.where('[list+sort]').between([kind, ''], [kind, end], true, true).toArray()

/** The newest `most` records of a kind by `sort`, for kinds that sort by date. */
export const newestOf = ({ tables }: Notebook, kind: string, most: number): Promise<Row[]> =>
  tables.records
    .where('[list+sort]')
    .between([kind, ''], [kind, end], true, true)
    .reverse()
    .limit(most)
    .toArray()

/** The first ones by `sort` that have a name: those without come before all others. */
const firstNamed = ({ tables }: Notebook, kind: string, most: number): Promise<Row[]> =>
  tables.records
    .where('[list+sort]')
    .between([kind, ''], [kind, end], true, true)
    .filter((row) => row.label !== '')
    .limit(most)
    .toArray()

/** How many records of a kind stand. */
export const countOf = ({ tables }: Notebook, kind: string): Promise<number> =>
  tables.records.where('[list+sort]').between([kind, ''], [kind, end], true, true).count()

/** The record with this id, deleted or not. */
export const rowOf = ({ tables }: Notebook, id: string): Promise<Row | undefined> => tables.records.get(id)

/** The records with these ids, without those that are unknown or deleted. */
export async function rowsOf({ tables }: Notebook, ids: readonly string[]): Promise<Row[]> {
  return (await tables.records.bulkGet([...ids])).flatMap((row) => (row && row.list !== 'bin' ? row : []))
}

/** Standing records that tell something about this one. */
export const listAbout = ({ tables }: Notebook, id: string): Promise<Row[]> =>
  tables.records.where('about').equals(id).toArray()

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

/** The time of the last change, in milliseconds since 1970; 0 in an empty notebook. */
export async function lastChangeAt({ tables }: Notebook): Promise<number> {
  return (await tables.records.orderBy('changedAt').last())?.changedAt ?? 0
}

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
