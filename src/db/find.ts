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

/** How many records of a kind stand. */
export const countOf = ({ tables }: Notebook, kind: string): Promise<number> =>
  tables.records.where('[list+sort]').between([kind, ''], [kind, end], true, true).count()

/** How many standing records of a kind are about no other record. Reads keys only: there may be thousands. */
export async function countAboutNothing({ tables }: Notebook, kind: string): Promise<number> {
  const ofKind = await tables.records
    .where('[list+sort]')
    .between([kind, ''], [kind, end], true, true)
    .primaryKeys()
  const aboutSomething = new Set(await tables.records.orderBy('about').primaryKeys())
  return ofKind.filter((id) => !aboutSomething.has(id)).length
}

/** The record with this id, deleted or not. */
export const rowOf = ({ tables }: Notebook, id: string): Promise<Row | undefined> => tables.records.get(id)

/** The records with these ids, without those that are unknown or deleted. */
export async function rowsOf({ tables }: Notebook, ids: readonly string[]): Promise<Row[]> {
  return (await tables.records.bulkGet([...ids])).flatMap((row) => (row && row.list !== 'bin' ? row : []))
}

/** Standing records that tell something about this one. */
export const listAbout = ({ tables }: Notebook, id: string): Promise<Row[]> =>
  tables.records.where('about').equals(id).toArray()

/** The time of the last change, in milliseconds since 1970; 0 in an empty notebook. */
export async function lastChangeAt({ tables }: Notebook): Promise<number> {
  return (await tables.records.orderBy('changedAt').last())?.changedAt ?? 0
}
