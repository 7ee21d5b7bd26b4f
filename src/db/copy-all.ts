import { ofItsNotebook, piecesOf, saveCopies, type Copied, type Copy } from './copying.ts'
import { toRow, valuesOf } from './show.ts'
import type { Notebook, VersionsRow } from './tables.ts'

/** A whole record as it is, both versions where there are two, with the times at which it was written. */
function wholeOf({ record, kind, registers, heardAt }: VersionsRow): Copy {
  const from = toRow(record, kind, registers, heardAt)
  const kept = Object.fromEntries(
    Object.entries(from.fields).filter(([field]) => !ofItsNotebook.includes(field)),
  )
  const second = Object.entries(registers)
    .filter(([field]) => !ofItsNotebook.includes(field))
    .flatMap(([field, register]) =>
      valuesOf(register)
        .slice(1)
        .map(({ value, time }) => ({ set: { [field]: value }, time })),
    )
  const changes = [...piecesOf(kept).map((set) => ({ set, time: from.changedAt })), ...second]
  return { from, to: record, edits: changes.map((change) => ({ record, kind, over: {}, ...change })) }
}

/** Records that are saved at once. */
const batch = 200

/**
 * Copies all that stands in one notebook into another one, under the same ids: whoever joins takes along what was written
 * here. What is there already stays as it is, so that a copy that was cut off can simply be made again.
 */
export async function copyAllInto(source: Notebook, target: Notebook): Promise<Copied> {
  const keys = await source.tables.versions.toCollection().primaryKeys()
  const done: { records: string[]; missing: number } = { records: [], missing: 0 }
  for (let at = 0; at < keys.length; at += batch) {
    const ids = keys.slice(at, at + batch)
    const [rows, known] = await Promise.all([
      source.tables.versions.bulkGet(ids),
      target.tables.versions.bulkGet(ids),
    ])
    const fresh = rows.flatMap((row, index) => (row && !known[index] ? [wholeOf(row)] : []))
    // The notebook's own record names that notebook.
    const standing = fresh.filter(({ from }) => from.list !== 'bin' && from.kind !== 'notebook')
    const { records, missing } = await saveCopies(source, target, standing)
    done.records.push(...records)
    done.missing += missing
  }
  return done
}
