import { hasOccasions, kindOf } from '../../records/kinds.ts'
import type { Row } from '../show.ts'
import type { Tables } from '../tables.ts'
import { expand } from './expand.ts'
import type { ByRule } from './rule.ts'

/** Records worked out at once: few enough that no save waits long for the tables. */
const batch = 50

/** Goes up whenever the same record gives other days than before: then all are worked out anew. */
const revision = 1
const refreshedKey = 'calendar'

/** The tables, the time, and who knows the rules; without `byRule` what repeats stands there once. */
export type Calendar = {
  readonly tables: Tables
  readonly now: () => number
  readonly byRule?: ByRule
}

const isDated = (row: Row): boolean => hasOccasions(row.kind) && row.list !== 'bin'

async function workOutBatch({ tables, now, byRule }: Calendar): Promise<number> {
  // What is worked out and what it is worked out from never drift apart: all of it is one transaction.
  return tables.transaction('rw', tables.records, tables.occurrences, tables.stale, async () => {
    const ids = await tables.stale.limit(batch).primaryKeys()
    if (ids.length === 0) return 0
    const rows = (await tables.records.bulkGet(ids)).flatMap((row) => (row && isDated(row) ? row : []))
    const occurrences = rows.flatMap((row) =>
      (kindOf(row.kind)?.occasions?.(row.fields) ?? []).flatMap((occasion) =>
        expand(row.id, occasion, now(), byRule),
      ),
    )
    await tables.occurrences.where('record').anyOf(ids).delete()
    await tables.occurrences.bulkPut(occurrences)
    await tables.stale.bulkDelete(ids)
    return ids.length
  })
}

/** Works out the days of all records that were changed since; deleted ones lose theirs. */
export async function workOut(calendar: Calendar): Promise<void> {
  while ((await workOutBatch(calendar)) > 0);
}

/** Once a day, all that repeats is to be worked out anew: the days that are two years ahead move on. */
export async function refresh({ tables, now }: Calendar): Promise<void> {
  const value = `${revision} ${new Date(now()).toISOString().slice(0, 10)}`
  const before = (await tables.meta.get(refreshedKey))?.value ?? ''
  if (before === value) return
  const all = !before.startsWith(`${revision} `)
  await tables.transaction('rw', tables.records, tables.stale, tables.meta, async () => {
    const rows = await tables.records
      .filter(
        (row) =>
          isDated(row) &&
          (kindOf(row.kind)?.occasions?.(row.fields) ?? []).some((one) => all || one.rule !== ''),
      )
      .primaryKeys()
    await tables.stale.bulkPut(rows.map((id) => ({ id })))
    await tables.meta.put({ key: refreshedKey, value })
  })
}
