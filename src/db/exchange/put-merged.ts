import { toRow } from '../show.ts'
import { markStale } from '../stale.ts'
import type { Tables, VersionsRow } from '../tables.ts'

async function show({ records }: Tables, rows: readonly VersionsRow[]): Promise<void> {
  await records.bulkPut(rows.map((row) => toRow(row.record, row.kind, row.registers, row.heardAt)))
}

/**
 * Writes records as they are after a merge, inside a transaction. What lists read is made here while the database still writes
 * the versions.
 */
export async function putMerged(tables: Tables, rows: readonly VersionsRow[]): Promise<void> {
  await Promise.all([tables.versions.bulkPut([...rows]), show(tables, rows)])
  await markStale(tables, rows)
}
