import { hasOccasions, kindOf } from '../../records/kinds.ts'
import type { Row } from '../show.ts'
import { batch, markStale } from '../stale.ts'
import type { StaleRow, Tables } from '../tables.ts'
import { expand } from './expand.ts'
import type { ByRule } from './rule.ts'

/** Goes up whenever the same record gives other days than before: then all are worked out anew. */
const revision = 2
const refreshedKey = 'calendar'

/** The tables, the time, and who knows the rules; without `byRule` what repeats stands there once. */
export type Calendar = {
  readonly tables: Tables
  readonly now: () => number
  readonly byRule?: ByRule
}

const isDated = (row: Row): boolean => hasOccasions(row.kind) && row.list !== 'bin'

/** The marks to look at next: one that many records share, or several of single ones. */
async function nextMarks({ stale }: Tables): Promise<StaleRow[]> {
  const marks = await stale.limit(batch).toArray()
  const shared = marks.find(({ records }) => records)
  return shared ? [shared] : marks
}

async function workOutBatch({ tables, now, byRule }: Calendar): Promise<number> {
  // What is worked out and what it is worked out from never drift apart: all of it is one transaction.
  return tables.transaction('rw', tables.records, tables.occurrences, tables.stale, async () => {
    const marks = await nextMarks(tables)
    if (marks.length === 0) return 0
    const ids = marks.flatMap(({ id, records }) => records ?? [id])
    const rows = (await tables.records.bulkGet(ids)).flatMap((row) => (row && isDated(row) ? row : []))
    const occurrences = rows.flatMap((row) =>
      (kindOf(row.kind)?.occasions?.(row.fields) ?? []).flatMap((occasion) =>
        expand(row.id, occasion, now(), byRule),
      ),
    )
    await tables.occurrences.where('record').anyOf(ids).delete()
    await tables.occurrences.bulkPut(occurrences)
    await tables.stale.bulkDelete(marks.map(({ id }) => id))
    return marks.length
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
      .toArray()
    await markStale(
      tables,
      rows.map(({ id, kind }) => ({ record: id, kind })),
    )
    await tables.meta.put({ key: refreshedKey, value })
  })
}
