import { toRow } from '../show.ts'
import { markStale } from '../stale.ts'
import type { Tables, VersionsRow } from '../tables.ts'

/** Writes records as they are after a merge, inside a transaction. */
export async function putMerged(tables: Tables, rows: readonly VersionsRow[]): Promise<void> {
  await tables.versions.bulkPut([...rows])
  await tables.records.bulkPut(rows.map((row) => toRow(row.record, row.kind, row.registers, row.heardAt)))
  await markStale(tables, rows)
}
