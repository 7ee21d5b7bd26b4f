import { textOf } from '../records/fields.ts'
import type { Fields } from '../shared/value.ts'
import { remove } from './bin.ts'
import { eraseRecords } from './erase.ts'
import type { Notebook, Tables } from './tables.ts'
import { wishErasures } from './wished.ts'

export { dropErasures, wishedErasures } from './wished.ts'

/** Whether this device may erase for everybody: in a notebook that is shared, those who coordinate. For `useLive`. */
export const mayErase = async ({ meta }: Pick<Tables, 'meta'>): Promise<boolean> =>
  ((await meta.get('role'))?.value ?? 'coordinator') === 'coordinator'

/** What is nothing without the record that it is about: its photos, and what a person offers to guests. */
const belongings: ReadonlySet<string> = new Set(['photo', 'hosting'])

/** Whose it is, where a record is nothing without another one; '' for any other record. */
export const ownerOf = (kind: string, fields: Fields): string =>
  belongings.has(kind) ? textOf(fields, 'about') || textOf(fields, 'person') : ''

/** Records with all that goes with them, what lies in the bin included. */
export async function withBelongings(tables: Tables, ids: readonly string[]): Promise<string[]> {
  const { records } = tables
  const owners = new Set(ids)
  const about = await records
    .where('about')
    .anyOf([...ids])
    .toArray()
  const deleted = await records
    .where('[list+sort]')
    .between(['bin', ''], ['bin', '\uffff'], true, true)
    .toArray()
  const own = [...about, ...deleted.filter(({ kind, fields }) => owners.has(ownerOf(kind, fields)))]
  return [...new Set([...ids, ...own.flatMap(({ id, kind }) => (belongings.has(kind) ? id : []))])]
}

/**
 * Erases records for good. In a notebook that nobody shares that is done when it resolves. In a shared one they lie in the bin until the
 * exchange has the wish of a coordinator's device: the next round carries it out (`tendErasing`), for everybody.
 */
export async function eraseForGood(notebook: Notebook, ids: readonly string[]): Promise<'erased' | 'wished'> {
  const { tables, now } = notebook
  if ((await tables.meta.get('exchange')) === undefined) {
    await eraseRecords(tables, ids, { at: now(), keepUnsent: false })
    return 'erased'
  }
  await wishErasures(tables, ids)
  await remove(notebook, ids)
  return 'wished'
}
