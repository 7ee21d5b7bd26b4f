import { textOf } from '../records/fields.ts'
import { ownerOf, withBelongings } from './belongings.ts'
import { eraseForGood } from './erasing.ts'
import { everythingAbout } from './mentions.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'
import { isLinked, unlink } from './unlink.ts'

/** What erasing a record for good reaches. */
export type Erasure = {
  readonly row: Row
  /** What it is called, or else what it belongs to. */
  readonly name: string
  /** What goes with it, its photos and a person's offer to guests. */
  readonly along: readonly Row[]
  /** What names it, in the bin too: there it is taken out. */
  readonly named: readonly Row[]
  /** How many are begun that name it. */
  readonly begun: number
  /** What says a person's name in a text. */
  readonly told: readonly Row[]
}

/** People are called by their family name alone as well. */
const calledBy = ({ kind, label, fields }: Row): string[] =>
  kind === 'person' ? [label, textOf(fields, 'familyName')] : []

/** What erasing a record reaches; undefined where it isn't here. For `useLive`. */
export async function erasureOf(notebook: Notebook, id: string): Promise<Erasure | undefined> {
  const all = await everythingAbout(notebook, id, calledBy)
  if (!all) return undefined
  const { records } = notebook.tables
  const { row } = all.own
  const ids = new Set(await withBelongings(notebook.tables, [id]))
  const others = all.mentions.filter((one) => !ids.has(one.row.id))
  const owner = row.label ? undefined : await records.get(ownerOf(row.kind, row.fields))
  const along = await records.bulkGet([...ids].filter((one) => one !== id))
  return {
    row,
    name: row.label || owner?.label || '',
    along: along.flatMap((one) => one ?? []),
    named: others.filter(({ versions }) => isLinked(versions.registers, ids)).map((one) => one.row),
    begun: all.drafts.filter(({ record }) => record !== id).length,
    told: others.filter(({ tells }) => tells).map((one) => one.row),
  }
}

/** Erases records with all that goes with them, after taking them out of what names them. As `eraseForGood`. */
export async function eraseWhole(notebook: Notebook, ids: readonly string[]): Promise<'erased' | 'wished'> {
  const all = await withBelongings(notebook.tables, ids)
  await unlink(notebook, all)
  return eraseForGood(notebook, all)
}
