import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'

/** Kinds that nobody looks for by themselves: they are part of something with a name. */
const parts = new Set(['photo', 'hosting', 'notebook', 'settings'])

/** How many records stand, apart from the parts of others; and how many photos. */
export async function countAll({ tables }: Notebook): Promise<{ entries: number; photos: number }> {
  const countIn = (list: string): Promise<number> =>
    tables.records.where('[list+sort]').between([list, ''], [list, '\uffff'], true, true).count()
  const [all, binned, photos, ...others] = await Promise.all([
    tables.records.count(),
    countIn('bin'),
    countIn('photo'),
    ...[...parts].filter((kind) => kind !== 'photo').map(countIn),
  ])
  const hidden = others.reduce((sum, count) => sum + count, binned + photos)
  return { entries: all - hidden, photos }
}

/** The records that were changed last, the latest first; only those that stand and have a name. */
export const latestChanges = ({ tables }: Notebook, most: number): Promise<Row[]> =>
  tables.records
    .orderBy('changedAt')
    .reverse()
    .filter((row) => row.list !== 'bin' && row.label !== '' && !parts.has(row.kind))
    .limit(most)
    .toArray()
