import type { SeenRow, Tables } from '../db/tables.ts'
import { noChain, type Chain } from '../shared/roster/writing.ts'

/** How far a device's chain was merged here. */
export const chainOf = (row: SeenRow | undefined): Chain =>
  row?.hash === undefined ? noChain : { seq: row.seq, hash: row.hash, rosterIndex: row.rosterIndex ?? 0 }

/** How far all chains were merged here, by device. */
export async function readChains({ seen }: Tables): Promise<Map<string, Chain>> {
  const rows = await seen.toArray()
  return new Map(rows.map((row) => [row.device, chainOf(row)]))
}
