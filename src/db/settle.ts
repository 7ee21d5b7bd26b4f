import { newId } from '../shared/ids.ts'
import type { Fields, Value } from '../shared/value.ts'
import { save } from './save.ts'
import { valuesOf } from './show.ts'
import type { Stamp } from './stamp.ts'
import type { Notebook } from './tables.ts'

/** A field that two people filled in differently, without having seen each other's words: the newest value first. */
export type TwiceFilled = {
  readonly field: string
  readonly values: readonly {
    readonly value: Value
    readonly time: number
    readonly stamps: readonly Stamp[]
  }[]
}

/** The fields of a record that hold two versions or more; times in milliseconds since 1970. */
export async function twiceFilled({ tables }: Notebook, record: string): Promise<TwiceFilled[]> {
  const row = await tables.versions.get(record)
  return Object.entries(row?.registers ?? {})
    .filter(([field]) => field !== 'deletedAt')
    .map(([field, register]) => ({ field, values: valuesOf(register) }))
    .filter(({ values }) => values.length > 1)
}

/**
 * Keeps one value in place of all versions that were shown, for everybody. `left` are the fields of a note that holds
 * what was not taken: it is put into the bin with it, in the same transaction.
 */
export async function settle(
  notebook: Notebook,
  record: string,
  twice: TwiceFilled,
  value: Value,
  left?: Fields,
): Promise<void> {
  const row = await notebook.tables.versions.get(record)
  if (!row) return
  const over = { [twice.field]: twice.values.flatMap((one) => one.stamps) }
  const shown = { [twice.field]: twice.values.map((one) => one.value) }
  const settled = { record, kind: row.kind, set: { [twice.field]: value }, over, shown }
  const deletedAt = notebook.now()
  const binned = left && { record: newId(), kind: 'note', set: { ...left, deletedAt }, over: {} }
  await save(notebook, binned ? [settled, binned] : [settled])
}
