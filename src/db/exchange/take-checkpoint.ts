import type { Cursor } from '../../shared/exchange/endpoints.ts'
import { joinRegisters, sameKind } from '../join.ts'
import type { RecordState, Registers, Seen } from '../merge.ts'
import type { CheckpointRow, ChunkRow, SeenRow, Tables, VersionsRow } from '../tables.ts'
import { putMerged } from './put-merged.ts'
import { cursorKey } from './receive.ts'

/** Records of a checkpoint, by id. */
export type Records = ReadonlyMap<string, RecordState>

/** A checkpoint as it lies here afterwards, and where the device goes on in the log. */
export type Taken = {
  readonly row: CheckpointRow
  readonly chunks: readonly ChunkRow[]
  /** How far the chain of each device is in it. */
  readonly reach: readonly SeenRow[]
  readonly cursor: Cursor
}

const numbersOf = (rows: readonly SeenRow[]): Seen =>
  Object.fromEntries(rows.map(({ device, seq }) => [device, seq]))

const newestOf = (registers: Registers): number =>
  Math.max(0, ...Object.values(registers).flatMap(({ live }) => Object.values(live).map(({ time }) => time)))

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** From so many on it costs less to read all that lies between the first and the last: where a device joins that is nothing. */
const many = 250

async function rowsOf({ versions }: Tables, ids: readonly string[]): Promise<Map<string, VersionsRow>> {
  const ordered = [...ids].sort()
  const found =
    ids.length < many
      ? await versions.bulkGet(ordered)
      : await versions.where('record').between(ordered[0], ordered.at(-1), true, true).toArray()
  return new Map(found.flatMap((row) => (row ? [[row.record, row]] : [])))
}

/** Joins records with what lies here, inside a transaction. `heardAt` says when what is new counts as arrived. */
async function join(
  tables: Tables,
  ids: readonly string[],
  theirs: Records,
  [mine, reach]: readonly [Seen, Seen],
  heardAt: (written: number) => number,
): Promise<void> {
  const rows = await rowsOf(tables, ids)
  const joined = ids.flatMap((record): VersionsRow[] => {
    const [row, state] = [rows.get(record), theirs.get(record)]
    const registers = joinRegisters(row?.registers ?? {}, state?.registers ?? {}, mine, reach)
    if (row && sameJson(row.registers, registers)) return []
    const kind = sameKind(row?.kind, state?.kind ?? row?.kind ?? '')
    return [{ record, kind, registers, open: row?.open ?? 0, heardAt: heardAt(newestOf(registers)) }]
  })
  await putMerged(tables, joined)
}

/**
 * Joins a piece of a checkpoint with what lies here, in one transaction. Nothing is seen by that yet: after a crash the same
 * pieces, or those of a later checkpoint, are joined again.
 */
export async function takeRecords(
  tables: Tables,
  piece: Records,
  reach: readonly SeenRow[],
  heardAt: (written: number) => number,
): Promise<void> {
  const { versions, records, stale, seen } = tables
  await tables.transaction('rw', [versions, records, stale, seen], async () => {
    const mine = numbersOf(await seen.toArray())
    await join(tables, [...piece.keys()], piece, [mine, numbersOf(reach)], heardAt)
  })
}

/** What lies here and is in none of the pieces is joined too; then the checkpoint is seen and kept, and the cursor moves behind it. */
export async function finishCheckpoint(
  tables: Tables,
  taken: Taken,
  ids: ReadonlySet<string>,
  heardAt: (written: number) => number,
): Promise<void> {
  const { versions, records, stale, seen, meta, aside, frozen } = tables
  const stores = [versions, records, stale, seen, meta, aside, frozen, tables.checkpoint, tables.chunks]
  await tables.transaction('rw', stores, async () => {
    const rows = await seen.toArray()
    const mine = numbersOf(rows)
    const reach = numbersOf(taken.reach)
    const others = (await versions.toCollection().primaryKeys()).filter((id) => !ids.has(id))
    await join(tables, others, new Map(), [mine, reach], heardAt)
    await seen.bulkPut(taken.reach.filter(({ device, seq }) => seq > (mine[device] ?? 0)))
    await aside.filter(({ device, seq }) => seq <= (reach[device] ?? 0)).delete()
    await keep(tables, taken)
    await meta.put({ key: cursorKey, value: JSON.stringify(taken.cursor) })
  })
}

async function keep({ checkpoint, chunks }: Tables, { row, chunks: rows }: Pick<Taken, 'row' | 'chunks'>) {
  await checkpoint.put(row)
  await chunks.clear()
  await chunks.bulkPut([...rows])
}

/** Keeps a checkpoint in the place of the one before, whose content lies here already. */
export const keepCheckpoint = (tables: Tables, taken: Pick<Taken, 'row' | 'chunks'>): Promise<void> =>
  tables.transaction('rw', [tables.checkpoint, tables.chunks], () => keep(tables, taken))
