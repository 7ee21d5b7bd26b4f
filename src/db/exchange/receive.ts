import type { Cursor } from '../../shared/exchange/endpoints.ts'
import { erasedBytes } from '../../shared/erasing.ts'
import type { Tables } from '../tables.ts'

/** What the exchange acknowledged: up to this number, and the log's end where it follows right upon my cursor. */
export type Receipt = { readonly seq: number; readonly cursor: Cursor | undefined }

export const cursorKey = 'cursor'

/**
 * Moves the runs that are acknowledged to the log, in one transaction. With `cursor` they are the end of the log, right after
 * what was pulled so far, and need not be pulled again.
 */
export async function receive(tables: Tables, me: string, { seq, cursor }: Receipt): Promise<void> {
  const { sealed, waiting, log, meta, erased } = tables
  await tables.transaction('rw', [sealed, waiting, log, meta, erased], async () => {
    const runs = await sealed.filter(({ lastSeq }) => lastSeq <= seq).toArray()
    if (runs.length > 0) {
      // Of what was erased since it was sealed only the hashes are kept.
      const gone = new Set(await erased.toCollection().primaryKeys())
      const rows = runs.map(({ firstSeq, lastSeq, hash: last, bytes }) => ({
        device: me,
        firstSeq,
        lastSeq,
        hash: last,
        bytes: erasedBytes(new Uint8Array(bytes), gone)?.buffer ?? bytes,
      }))
      await log.bulkPut(rows)
      await sealed.bulkDelete(runs.map(({ firstSeq }) => firstSeq))
      await waiting.where('seq').belowOrEqual(seq).delete()
    }
    if (cursor) await meta.put({ key: cursorKey, value: JSON.stringify(cursor) })
  })
}
