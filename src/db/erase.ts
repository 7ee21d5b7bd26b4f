import { readLeftovers } from './leftovers.ts'
import { asideOf, unsentOf } from './set-aside.ts'
import type { Tables } from './tables.ts'

async function labelsOf({ records }: Tables, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await records.bulkGet([...ids])
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.label]] : [])))
}

async function dropLeft(tables: Tables, ids: ReadonlySet<string>): Promise<void> {
  const all = await readLeftovers(tables)
  if (!all.some(({ changes }) => changes.some(({ record }) => ids.has(record)))) return
  const left = all.map((one) => ({ ...one, changes: one.changes.filter(({ record }) => !ids.has(record)) }))
  await tables.meta.put({
    key: 'leftovers',
    value: JSON.stringify(left.filter((one) => one.changes.length > 0)),
  })
}

/** The tables from which records are erased. */
const touched = (tables: Tables) => [
  tables.records,
  tables.versions,
  tables.outbox,
  tables.drafts,
  tables.photos,
  tables.thumbs,
  tables.occurrences,
  tables.stale,
  tables.unsentPhotos,
  tables.binned,
  tables.meta,
  tables.erased,
  tables.setAside,
]

/**
 * Takes records and photos out of everything that a screen reads, in one transaction: rows, versions, search words, bin, drafts, photos and
 * days in the calendar. Unsent text of theirs is kept aside if it is somebody else who erases. What was sealed and not yet acknowledged stays:
 * sealing it anew takes it out (`keepResealed`).
 */
export async function eraseRecords(
  tables: Tables,
  ids: readonly string[],
  { at, keepUnsent }: { readonly at: number; readonly keepUnsent: boolean },
): Promise<void> {
  const all = [...ids]
  const gone = new Set(ids)
  await tables.transaction('rw', touched(tables), async () => {
    const labels = await labelsOf(tables, all)
    const drafts = await tables.drafts.filter(({ record }) => gone.has(record)).toArray()
    if (keepUnsent) {
      const unsent = await unsentOf(tables, all).toArray()
      const typed = drafts.map((draft) => ({ ...draft, time: at }))
      await tables.setAside.bulkAdd(
        [...unsent, ...typed].flatMap((one) => asideOf(one, labels.get(one.record) ?? '', at)),
      )
    }
    await unsentOf(tables, all).delete()
    await tables.drafts.bulkDelete(drafts.map(({ id }) => id))
    const { records, versions, photos, thumbs, stale, unsentPhotos, binned } = tables
    for (const table of [records, versions, photos, thumbs, stale, unsentPhotos, binned])
      await table.bulkDelete(all)
    await tables.occurrences.where('record').anyOf(all).delete()
    await dropLeft(tables, gone)
    await tables.erased.bulkPut(all.map((id) => ({ id })))
  })
}
