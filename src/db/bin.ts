import { withBelongings } from './belongings.ts'
import type { Register } from './merge.ts'
import { change } from './save.ts'
import { valuesOf, type Row } from './show.ts'
import { readStamp } from './stamp.ts'
import type { Notebook, VersionsRow } from './tables.ts'
import { dropErasures, wishedErasures } from './wished.ts'

/** How long a deleted record can be brought back. */
export const binDays = 30

/** Puts records into the bin: gone from every list, kept whole. */
export const remove = (notebook: Notebook, ids: readonly string[]): Promise<void> =>
  change(notebook, ids, { deletedAt: notebook.now() })

/** Brings records back from the bin as they were, with what was to be erased together with them: nobody wants that any more. */
export async function restore(notebook: Notebook, ids: readonly string[]): Promise<void> {
  const { tables } = notebook
  const wished = new Set(await wishedErasures(tables))
  const isWished = ids.some((id) => wished.has(id))
  const belonging = isWished ? (await withBelongings(tables, ids)).filter((id) => wished.has(id)) : []
  const all = [...new Set([...ids, ...belonging])]
  await dropErasures(tables, all)
  await change(notebook, all, { deletedAt: null })
}

/** What lies in the bin, the latest first. */
export async function listBin({ tables, now }: Notebook): Promise<Row[]> {
  const rows = await tables.records
    .where('[list+sort]')
    .between(['bin', ''], ['bin', '\uffff'], true, true)
    .toArray()
  const oldest = now() - binDays * 24 * 60 * 60 * 1000
  return rows.filter((row) => row.deletedAt >= oldest).sort((a, b) => b.deletedAt - a.deletedAt)
}

const isUnsent = (stamp: string): boolean => readStamp(stamp).seq <= 0

const versionsOf = (register: Register): { stamp: string; time: number }[] =>
  valuesOf(register).flatMap(({ stamps, time }) => stamps.map((stamp) => ({ stamp, time })))

/**
 * Whether a deleted record was changed by somebody who did not know: after the deletion by the clocks; or here, where
 * that has not been sent yet; or elsewhere, where it came after the record was deleted here.
 */
function isChangedMeanwhile({ registers, heardAt = 0 }: VersionsRow, me: string): boolean {
  const { deletedAt, ...others } = registers
  const [deletion] = deletedAt ? versionsOf(deletedAt) : []
  if (!deletion) return false
  const changes = Object.values(others).flatMap(versionsOf)
  if (changes.some(({ time }) => time > deletion.time)) return true
  const isMine = isUnsent(deletion.stamp) || readStamp(deletion.stamp).device === me
  return isMine ? heardAt > deletion.time : changes.some(({ stamp }) => isUnsent(stamp))
}

/** Which of these deleted records somebody changed while they were being deleted. */
export async function changedMeanwhile(
  { tables, me }: Notebook,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tables.versions.bulkGet([...ids])
  return new Set(rows.flatMap((row) => (row && isChangedMeanwhile(row, me) ? [row.record] : [])))
}
