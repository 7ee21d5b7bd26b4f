import { textOf } from '../records/fields.ts'
import type { Fields } from '../shared/value.ts'
import type { Tables } from './tables.ts'

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
