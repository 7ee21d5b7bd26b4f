import { kindNames, kindOf } from '../records/kinds.ts'
import { queryTokens } from '../shared/query.ts'
import { listOf, rowsOf } from './find.ts'
import { matcherOf } from './match.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'

const end = '\uffff'

async function idsOfToken({ tables }: Notebook, starts: readonly string[]): Promise<Set<string>> {
  const found = await Promise.all(
    starts.map((start) => tables.records.where('lookup').startsWith(start).primaryKeys()),
  )
  return new Set(found.flat())
}

async function idsInIndex(notebook: Notebook, query: string): Promise<string[]> {
  const tokens = queryTokens(query)
  const [first, ...rest] = await Promise.all(tokens.map((starts) => idsOfToken(notebook, starts)))
  return [...(first ?? [])].filter((id) => rest.every((ids) => ids.has(id)))
}

/**
 * The ids of all records of these kinds in which every token of the query begins a word (or stands in a number): by the
 * index, of kinds that have none by reading them all. Undefined when the query says nothing: then all are meant.
 */
export async function search(
  notebook: Notebook,
  query: string,
  kinds: readonly string[] = kindNames,
): Promise<Set<string> | undefined> {
  const isMeant = matcherOf(query)
  if (!isMeant) return undefined
  const unindexed = kinds.filter((kind) => !kindOf(kind)?.isLookedUp)
  const read = await Promise.all(unindexed.map((kind) => listOf(notebook, kind)))
  const found = read.flat().filter(isMeant)
  return new Set([...(await idsInIndex(notebook, query)), ...found.map(({ id }) => id)])
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
  const found = await search(notebook, query, kinds)
  const rows = found
    ? await rowsOf(notebook, [...found])
    : (await Promise.all(kinds.map((kind) => firstNamed(notebook, kind, most)))).flat()
  return rows
    .filter((row) => kinds.includes(row.kind) && row.label)
    .sort((a, b) => (a.sort < b.sort ? -1 : 1))
    .slice(0, most)
}
