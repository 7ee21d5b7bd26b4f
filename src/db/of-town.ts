import { textOf } from '../records/fields.ts'
import type { Fields } from '../shared/value.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'
import { isNamed, keysOfTown } from './town-keys.ts'

/** The kinds whose records name a town in their field `town`, and by it in the index. */
export const kindsWithTown = ['project', 'visit', 'event', 'document'] as const

/** So many records of a word are read by it; one that stands in more is no help, and the lists are read from their end. */
const mostOfWord = 1000

/** The longest word of each name: it stands in the fewest records. */
const tellingWords = (keys: ReadonlySet<string>): string[] => [
  ...new Set(
    [...keys].map((key) => key.split(' ').reduce((one, other) => (other.length > one.length ? other : one))),
  ),
]

async function byWord({ tables }: Notebook, word: string): Promise<Row[] | undefined> {
  const rows = await tables.records
    .where('lookup')
    .equals(word)
    .limit(mostOfWord + 1)
    .toArray()
  return rows.length > mostOfWord ? undefined : rows
}

const newest = (
  { tables }: Notebook,
  kind: string,
  isOf: (row: Row) => boolean,
  most: number,
): Promise<Row[]> =>
  tables.records
    .where('[list+sort]')
    .between([kind, ''], [kind, '\uffff'], true, true)
    .reverse()
    .filter(isOf)
    .limit(most)
    .toArray()

/**
 * The standing projects, visits, events and documents that name a town by one of its names, however it is spelt: of each
 * kind at most `most`, those that sort last first.
 */
export async function ofTown(notebook: Notebook, town: Fields, most = 200): Promise<Row[]> {
  const keys = keysOfTown(town)
  const isOf = (row: Row): boolean => isNamed(textOf(row.fields, 'town'), keys)
  const found = await Promise.all(tellingWords(keys).map((word) => byWord(notebook, word)))
  if (found.every((rows) => rows !== undefined)) {
    const rows = [...new Map(found.flat().map((row) => [row.id, row])).values()].filter(isOf)
    return kindsWithTown.flatMap((kind) =>
      rows
        .filter(({ list }) => list === kind)
        .sort((a, b) => (a.sort < b.sort ? 1 : -1))
        .slice(0, most),
    )
  }
  return (await Promise.all(kindsWithTown.map((kind) => newest(notebook, kind, isOf, most)))).flat()
}
