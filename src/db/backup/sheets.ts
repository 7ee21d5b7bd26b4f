import type { SheetKey } from '../../crypto/backup.ts'
import { verifyRoster } from '../../crypto/entry.ts'
import { liveSlips } from '../../shared/roster/roster.ts'
import type { Notebook } from '../tables.ts'

/** The recovery sheets that are good for this notebook, as they stand in its roster: what a backup can be sealed to. */
export async function sheetsOf({ tables, space }: Notebook): Promise<SheetKey[]> {
  const rows = await tables.roster.orderBy('index').toArray()
  if (rows.length === 0) return []
  const entries = rows.map(({ bytes, signatures }) => ({
    bytes: new Uint8Array(bytes),
    signatures: signatures.map((one) => new Uint8Array(one)),
  }))
  const sheets = liveSlips(await verifyRoster(entries, space)).filter(({ role }) => role === 'coordinator')
  return sheets.map(({ slip, agree, box }) => ({ slip, agree, box }))
}
