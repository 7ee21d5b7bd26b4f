import { change } from './save.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'

/** How long a deleted record can be brought back. */
export const binDays = 30

/** Puts records into the bin: gone from every list, kept whole. */
export const remove = (notebook: Notebook, ids: readonly string[]): Promise<void> =>
  change(notebook, ids, { deletedAt: notebook.now() })

/** Brings records back from the bin as they were. */
export const restore = (notebook: Notebook, ids: readonly string[]): Promise<void> =>
  change(notebook, ids, { deletedAt: null })

/** What lies in the bin, the latest first. */
export async function listBin({ tables, now }: Notebook): Promise<Row[]> {
  const rows = await tables.records
    .where('[list+sort]')
    .between(['bin', ''], ['bin', '\uffff'], true, true)
    .toArray()
  const oldest = now() - binDays * 24 * 60 * 60 * 1000
  return rows.filter((row) => row.deletedAt >= oldest).sort((a, b) => b.deletedAt - a.deletedAt)
}
