import { remove, restore } from '../../db/bin.ts'
import type { Due } from '../../db/due.ts'
import { change } from '../../db/save.ts'
import type { Notebook } from '../../db/tables.ts'
import type { Fields, Value } from '../../shared/value.ts'

/** An element of a list is taken out by null, a text by being empty. */
const emptied = (field: string): Value => (field.includes('/') ? null : '')

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? null]))

/** Takes away what is due: a whole record into the bin, or some of its fields. Returns the way back. */
export async function letGo(notebook: Notebook, { row, fields }: Due): Promise<() => Promise<void>> {
  if (fields.length === 0) {
    await remove(notebook, [row.id])
    return () => restore(notebook, [row.id])
  }
  await change(notebook, [row.id], Object.fromEntries(fields.map((field) => [field, emptied(field)])))
  return () => change(notebook, [row.id], pick(row.fields, fields))
}

/** Says that it is right and stays. Returns the way back. */
export async function keep(notebook: Notebook, { row }: Due, today: string): Promise<() => Promise<void>> {
  await change(notebook, [row.id], { confirmedOn: today })
  return () => change(notebook, [row.id], { confirmedOn: row.fields['confirmedOn'] ?? '' })
}
