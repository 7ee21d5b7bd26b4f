import type { Cursor } from '../../shared/exchange/endpoints.ts'
import { sameKind } from '../join.ts'
import { setFields, type Change } from '../merge.ts'
import type { AsideRow, FrozenRow, LogRow, SeenRow, Tables, VersionsRow } from '../tables.ts'
import { putMerged } from './put-merged.ts'
import { cursorKey } from './receive.ts'

/** A page of the log, verified and opened. */
export type Page = {
  /** In the order of the log. */
  readonly changes: readonly Change[]
  /** How far the chains of the devices in it have come. */
  readonly chains: readonly SeenRow[]
  readonly log: readonly LogRow[]
  readonly aside: readonly AsideRow[]
  readonly frozen: readonly FrozenRow[]
  /** Frozen runs that verify by now. */
  readonly thawed: readonly number[]
  /** Where in the log this device is then; missing in all pieces of a page but its last. */
  readonly cursor?: Cursor
}

/** From so many on it costs less to ask once which of them are here at all: on a device that joins, none. */
const many = 250

async function thoseHere({ versions }: Tables, ids: readonly string[]): Promise<string[]> {
  if ((await versions.count()) === 0) return []
  const here = new Set(await versions.toCollection().primaryKeys())
  return ids.filter((id) => here.has(id))
}

async function versionsOf(tables: Tables, changes: readonly Change[]): Promise<Map<string, VersionsRow>> {
  const all = [...new Set(changes.map(({ record }) => record))]
  const ids = all.length < many ? all : await thoseHere(tables, all)
  const rows = await tables.versions.bulkGet(ids)
  return new Map(rows.flatMap((row) => (row ? [[row.record, row]] : [])))
}

/** Merges changes over what lies here; returns the rows that are other than before. Changes that were seen are skipped. */
function merge(
  rows: Map<string, VersionsRow>,
  changes: readonly Change[],
  seen: { [device: string]: number },
  heardAt: (change: Change) => number,
): VersionsRow[] {
  const touched = new Set<string>()
  for (const change of changes) {
    const { record, kind, device, seq } = change
    if (seq <= (seen[device] ?? 0)) continue
    const before = rows.get(record)
    const registers = setFields(before?.registers ?? {}, change, seen)
    const open = before?.open ?? 0
    rows.set(record, {
      record,
      kind: sameKind(before?.kind, kind),
      registers,
      open,
      heardAt: heardAt(change),
    })
    seen[device] = seq
    touched.add(record)
  }
  return [...touched].flatMap((id) => rows.get(id) ?? [])
}

/**
 * Merges a page, or a piece of one, and moves the cursor, in one transaction: by the same rule as what is written here. `heardAt` says when a
 * change counts as arrived. A page again changes nothing.
 */
export async function hear(tables: Tables, page: Page, heardAt: (change: Change) => number): Promise<void> {
  const { versions, records, seen, stale, log, aside, frozen, meta } = tables
  const stores = [versions, records, seen, stale, log, aside, frozen, meta]
  await tables.transaction('rw', stores, async () => {
    const chains = await seen.toArray()
    const numbers: { [device: string]: number } = Object.create(null) as { [device: string]: number }
    for (const { device, seq } of chains) numbers[device] = seq
    const changed = merge(await versionsOf(tables, page.changes), page.changes, numbers, heardAt)
    await putMerged(tables, changed)
    const further = page.chains.filter(
      ({ device, seq }) => seq >= (chains.find((one) => one.device === device)?.seq ?? 0),
    )
    await seen.bulkPut(further)
    await log.bulkPut([...page.log])
    await aside.bulkPut([...page.aside])
    await frozen.bulkDelete([...page.thawed])
    await frozen.bulkAdd([...page.frozen])
    if (page.cursor) await meta.put({ key: cursorKey, value: JSON.stringify(page.cursor) })
  })
}
