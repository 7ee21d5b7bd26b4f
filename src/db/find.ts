import type { Row } from './show.ts'
import type { DraftRow, Notebook } from './tables.ts'

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

/** The `most` standing records of a kind that were changed last, the latest first. */
export const latestOf = ({ tables }: Notebook, kind: string, most: number): Promise<Row[]> =>
  tables.records
    .where('[list+changedAt]')
    .between([kind, 0], [kind, Infinity], true, true)
    .reverse()
    .limit(most)
    .toArray()

/** Records of a kind that were begun and still wait for their check page. */
export const heldDrafts = ({ tables }: Notebook, kind: string): Promise<DraftRow[]> =>
  tables.drafts.filter((draft) => draft.isHeld === true && draft.kind === kind).toArray()

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

/** Whether the notebook is exchanged with others: then the engine has put the exchange's address there. */
export const isExchanged = async ({ tables }: Notebook): Promise<boolean> =>
  (await tables.meta.get('exchange')) !== undefined

/** The time of the last change, in milliseconds since 1970; 0 in an empty notebook. */
export async function lastChangeAt({ tables }: Notebook): Promise<number> {
  return (await tables.records.orderBy('changedAt').last())?.changedAt ?? 0
}
