import type { Along } from '../../db/copy-into.ts'
import { listAbout, rowOf } from '../../db/find.ts'
import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'

export type Part = keyof Along

/** A record that is to be copied, and what of it stays behind unless somebody ticks it. */
export type Original = {
  readonly row: Row
  readonly parts: readonly Part[]
  readonly photos: readonly string[]
}

/** What there is to copy; undefined for what is deleted or unknown. */
export async function findOriginal(notebook: Notebook, id: string): Promise<Original | undefined> {
  const row = await rowOf(notebook, id)
  if (!row || row.list === 'bin') return undefined
  const about = await listAbout(notebook, id)
  const of = (kind: string): Row[] => about.filter((one) => one.kind === kind)
  const isContact = row.kind === 'person' || row.kind === 'group'
  const has: { readonly [part in Part]: boolean } = {
    notes: of('note').length > 0,
    photos: of('photo').length > 0,
    remarks: textOf(row.fields, 'remarks') !== '',
    address: isContact && textOf(row.fields, 'address') !== '',
    hosting: of('hosting').length > 0,
  }
  return {
    row,
    parts: (['notes', 'photos', 'remarks', 'address', 'hosting'] as const).filter((part) => has[part]),
    photos: of('photo').map((photo) => photo.id),
  }
}
