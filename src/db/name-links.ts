import { textOf } from '../records/fields.ts'
import { listAbout, rowsOf } from './find.ts'
import { change } from './save.ts'
import type { Notebook } from './tables.ts'

/** Calls a town's partnerships by its present name, where it got another one. */
export async function nameAnew(notebook: Notebook, town: string): Promise<void> {
  const about = await listAbout(notebook, town)
  for (const { id, kind, fields } of about) {
    if (kind !== 'partnership') continue
    const sides = ['here', 'there'].map((side) => textOf(fields, side))
    const towns = await rowsOf(notebook, sides)
    const names = sides.map((side) => towns.find((one) => one.id === side)?.label.trim() ?? '')
    const name = names.join(' – ')
    if (names.every(Boolean) && name !== textOf(fields, 'name')) await change(notebook, [id], { name })
  }
}
