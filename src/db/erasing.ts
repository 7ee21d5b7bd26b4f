import { textOf } from '../records/fields.ts'
import { remove } from './bin.ts'
import { eraseRecords } from './erase.ts'
import type { Notebook, Tables } from './tables.ts'

const key = 'wish-erase'

/** What is to be erased for good as soon as there is a network. For `useLive`. */
export async function wishedErasures({ meta }: Pick<Tables, 'meta'>): Promise<string[]> {
  return JSON.parse((await meta.get(key))?.value ?? '[]') as string[]
}

/** These are erased, or nobody wants it any more. */
export async function dropErasures({ meta }: Pick<Tables, 'meta'>, ids: readonly string[]): Promise<void> {
  await meta.db.transaction('rw', meta, async () => {
    const left = (await wishedErasures({ meta })).filter((id) => !ids.includes(id))
    await (left.length > 0 ? meta.put({ key, value: JSON.stringify(left) }) : meta.delete(key))
  })
}

/** What is nothing without the record that it is about: its photos, and what a person offers to guests. */
const belongings: ReadonlySet<string> = new Set(['photo', 'hosting'])

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
  const own = [
    ...about,
    ...deleted.filter(({ fields }) => owners.has(textOf(fields, 'about') || textOf(fields, 'person'))),
  ]
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
  const { meta } = tables
  await meta.db.transaction('rw', meta, async () => {
    const wished = new Set([...(await wishedErasures({ meta })), ...ids])
    await meta.put({ key, value: JSON.stringify([...wished]) })
  })
  await remove(notebook, ids)
  return 'wished'
}
