import type { Collection } from 'dexie'
import { renameVersions, type Rename } from '../rename.ts'
import { toRow } from '../show.ts'
import { readStamp } from '../stamp.ts'
import type { OutboxRow, SealedRow, Tables, VersionsRow } from '../tables.ts'
import { numbersOf, renamer, type Planned } from './plan.ts'

type Key = [string, number]
const keyOf = ({ record, open }: OutboxRow): Key => [record, open]

/** The open changes from the first to the last planned one: one question to the database instead of hundreds. */
const between = ({ outbox }: Tables, planned: readonly Planned[]): Collection<OutboxRow, Key> => {
  const keys = planned.map(({ row }) => keyOf(row))
  return outbox.where('[record+open]').between(keys[0], keys.at(-1), true, true)
}

const areUnchanged = (now: readonly OutboxRow[], planned: readonly Planned[]): boolean => {
  const texts = new Map(now.map((row) => [keyOf(row).join(), JSON.stringify(row)]))
  return planned.every(({ row }) => texts.get(keyOf(row).join()) === JSON.stringify(row))
}

/** Whether a record got one more open change while its others were being sealed. */
const hasMore = (rows: readonly (VersionsRow | undefined)[], planned: readonly Planned[]): boolean => {
  const counts = new Map<string, number>()
  for (const { row } of planned) counts.set(row.record, (counts.get(row.record) ?? 0) + 1)
  return rows.some((row) => row === undefined || row.open !== counts.get(row.record))
}

/** Whether a tab that didn't know yet that this device is another one now wrote in it: then its row names the old one. */
const wasNamedOtherwise = ({ registers }: VersionsRow, me: string): boolean =>
  Object.values(registers)
    .flatMap(({ live }) => Object.keys(live))
    .map(readStamp)
    .some(({ device, seq }) => seq <= 0 && device !== me)

/**
 * Puts sealed runs in the place of the open changes they were made of, in one transaction: from now on only these bytes are
 * sent. False, and nothing happened, if somebody amended one of them meanwhile. Drafts stay as they are: their unsent names
 * may be of earlier changes than these, and `save` goes by the values that they showed.
 */
export async function keepSealed(
  tables: Tables,
  me: string,
  planned: readonly Planned[],
  runs: readonly SealedRow[],
): Promise<boolean> {
  const { outbox, versions, records, seen, sealed, waiting } = tables
  return tables.transaction('rw', [outbox, versions, records, seen, sealed, waiting], async () => {
    const ids = [...new Set(planned.map(({ row }) => row.record))]
    const kept = await versions.bulkGet(ids)
    const chain = await seen.get(me)
    const [first, last] = [runs[0], runs.at(-1)]
    if (!first || !last || (chain?.seq ?? 0) !== first.firstSeq - 1) return false
    const open = await between(tables, planned).toArray()
    if (hasMore(kept, planned) || !areUnchanged(open, planned)) return false
    const rows: OutboxRow[] = planned.map(({ row }) => row)
    const numbers = numbersOf(rows, first.firstSeq)
    const renameIn = (record: string): Rename => renamer(me, numbers.get(record) ?? new Map())
    const renamed = kept.flatMap((row) =>
      row ? [{ ...row, open: 0, registers: renameVersions(row.registers, renameIn(row.record)) }] : [],
    )
    await versions.bulkPut(renamed)
    const others = kept.flatMap((row) => (row && wasNamedOtherwise(row, me) ? [row.record] : []))
    const strange = renamed.filter(({ record }) => others.includes(record))
    await records.bulkPut(strange.map((row) => toRow(row.record, row.kind, row.registers, row.heardAt)))
    // Whatever else was written in between meanwhile stays.
    if (open.length === rows.length) await between(tables, planned).delete()
    else await outbox.bulkDelete(rows.map(keyOf))
    await waiting.bulkPut(
      planned.map(({ row, seq, time, over }) => {
        const { record, kind, set } = row
        return { seq, record, kind, time, set, over }
      }),
    )
    await sealed.bulkPut([...runs])
    await seen.put({ device: me, seq: last.lastSeq, hash: last.hash, rosterIndex: last.rosterIndex })
    return true
  })
}
