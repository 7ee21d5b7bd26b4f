import type { Device as Keys } from '../../crypto/device.ts'
import type { Mark } from '../../shared/exchange/endpoints.ts'
import { renameOver, renameVersions, type Rename } from '../rename.ts'
import { toRow } from '../show.ts'
import { readStamp, stampOf, type Stamp } from '../stamp.ts'
import type { DraftRow, LogRow, OutboxRow, SeenRow, Tables, WaitingRow } from '../tables.ts'

/** The changes of one record that no receipt covers, in their order: sealed ones by number, then open ones. */
type Unreceipted = { readonly sealed: WaitingRow[]; readonly open: OutboxRow[] }

function byRecord(waiting: readonly WaitingRow[], outbox: readonly OutboxRow[]): Map<string, Unreceipted> {
  const records = new Map<string, Unreceipted>()
  const of = (record: string): Unreceipted => {
    const known = records.get(record) ?? { sealed: [], open: [] }
    records.set(record, known)
    return known
  }
  for (const row of waiting) of(row.record).sealed.push(row)
  for (const row of outbox) of(row.record).open.push(row)
  return records
}

/** New names for a record's unreceipted versions: all of them open, those that were sealed first. */
function renamed(old: string, me: string, { sealed }: Unreceipted): (stamp: Stamp) => Stamp | undefined {
  const places = new Map(sealed.map(({ seq }, index) => [seq, index]))
  return (stamp) => {
    const { device, seq } = readStamp(stamp)
    if (seq <= 0) return stampOf(me, seq - sealed.length)
    const place = device === old ? places.get(seq) : undefined
    return place === undefined ? undefined : stampOf(me, 0 - place)
  }
}

/** What was typed over one of them names it so: the old name will be another one's, whom nobody has seen here. */
const renameDraft = (draft: DraftRow, rename: Rename): DraftRow => ({
  ...draft,
  over: renameOver(draft.over, rename),
})

function openAgain(
  record: string,
  changes: Unreceipted,
  rename: (stamp: Stamp) => Stamp | undefined,
): OutboxRow[] {
  return [...changes.sealed, ...changes.open].map(({ kind, time, set, over }, open) => ({
    record,
    open,
    kind,
    time,
    set,
    over: renameOver(over, rename),
  }))
}

/** Runs whose receipts count for nothing any more, and what they said. */
export type Undone = { readonly runs: readonly LogRow[]; readonly changes: readonly WaitingRow[] }

/**
 * This device goes on as a new one: it is a copy, or what it had been given receipts for was cut off. In one transaction it gets
 * its new keys, and whatever has no receipt, or one that is `undone`, becomes open again under the new name; the old name's chain
 * is the other one's from its last receipt on.
 */
export async function becomeNew(
  tables: Tables,
  before: Keys,
  now: Keys,
  receipt: SeenRow & Mark,
  undone: Undone = { runs: [], changes: [] },
): Promise<void> {
  const { outbox, versions, records: shown, drafts, seen, sealed, waiting, own, meta, log } = tables
  const stores = [outbox, versions, shown, drafts, seen, sealed, waiting, own, meta, log]
  await tables.transaction('rw', stores, async () => {
    await log.bulkDelete(undone.runs.map(({ device, lastSeq }): [string, number] => [device, lastSeq]))
    await waiting.bulkPut([...undone.changes])
    const records = byRecord(await waiting.orderBy('seq').toArray(), await outbox.toArray())
    for (const [record, changes] of records) {
      const rename = renamed(before.id, now.id, changes)
      const row = await versions.get(record)
      const rows = openAgain(record, changes, rename)
      if (row) {
        const registers = renameVersions(row.registers, rename)
        await versions.put({ ...row, open: rows.length, registers })
        // It names who changed it last.
        await shown.put(toRow(record, row.kind, registers, row.heardAt))
      }
      await outbox.bulkPut(rows)
      const typed = await drafts.filter((draft) => draft.record === record).toArray()
      await drafts.bulkPut(typed.map((draft) => renameDraft(draft, rename)))
    }
    await sealed.clear()
    await waiting.clear()
    await seen.put(receipt)
    await own.bulkPut([
      { key: 'now', device: now },
      { key: 'before', device: before },
    ])
    await meta.put({ key: 'me', value: now.id })
  })
}
