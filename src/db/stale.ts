import { hasOccasions } from '../records/kinds.ts'
import { newId } from '../shared/ids.ts'
import type { Tables, VersionsRow } from './tables.ts'

/** Records worked out at once: few enough that no save waits long for the tables. */
export const batch = 50

/**
 * Marks records whose days in the calendar are to be worked out anew, inside a transaction. Many of them share rows, because
 * each row that is written costs a browser as much as a small record.
 */
export async function markStale(
  { stale }: Tables,
  rows: readonly Pick<VersionsRow, 'record' | 'kind'>[],
): Promise<void> {
  const ids = rows.flatMap(({ kind, record }) => (hasOccasions(kind) ? record : []))
  if (ids.length === 0) return
  if (ids.length <= batch) return void (await stale.bulkPut(ids.map((id) => ({ id }))))
  const shared = []
  for (let at = 0; at < ids.length; at += batch)
    shared.push({ id: newId(), records: ids.slice(at, at + batch) })
  await stale.bulkPut(shared)
}
