import { kindsRevision } from '../records/revision.ts'
import { toRow } from './show.ts'
import { markStale } from './stale.ts'
import type { Tables } from './tables.ts'

/** Makes all rows anew from the versions, and has all days in the calendar worked out. */
export async function makeRowsAnew(tables: Tables): Promise<void> {
  await tables.transaction('rw', tables.versions, tables.records, tables.stale, tables.meta, async () => {
    const rows = await tables.versions.toArray()
    await tables.records.bulkPut(rows.map((row) => toRow(row.record, row.kind, row.registers, row.heardAt)))
    await markStale(tables, rows)
    await tables.meta.put({ key: 'kinds', value: kindsRevision })
  })
}
