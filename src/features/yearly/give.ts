import { openForm } from '../../db/draft.ts'
import { rowOf } from '../../db/find.ts'
import { change, save } from '../../db/save.ts'
import type { Notebook } from '../../db/tables.ts'
import type { Fields } from '../../shared/value.ts'
import type { Shown } from './sections/make.ts'

/**
 * Keeps a report as it was handed over: from then on it says what it said on that day. Each section is a change of its
 * own, for all of them may be more than one can hold; all of them are written together or not at all.
 */
export async function give(notebook: Notebook, id: string, sections: readonly Shown[]): Promise<void> {
  const { over } = await openForm(notebook, id)
  const sets: Fields[] = [
    { state: 'given' },
    ...sections
      .filter(({ text }) => text.trim() !== '')
      .map(({ id: section, chapter, heading, text }, at) => ({
        [`given/${String(at).padStart(3, '0')}`]: { id: section, chapter, heading, text },
      })),
  ]
  await save(
    notebook,
    sets.map((set) => ({
      record: id,
      kind: 'report',
      set,
      over: Object.fromEntries(Object.keys(set).map((field) => [field, over[field] ?? []])),
    })),
  )
}

/** Opens a report that was handed over again: it is made from the records as before. */
export async function takeBack(notebook: Notebook, id: string): Promise<void> {
  const fields = (await rowOf(notebook, id))?.fields ?? {}
  const given = Object.keys(fields).filter((field) => field.startsWith('given/') && fields[field] !== null)
  await change(notebook, [id], {
    state: 'draft',
    ...Object.fromEntries(given.map((field) => [field, null])),
  })
}

/** Lets a section be made from the records again. Returns the way back to what somebody wrote. */
export async function makeAnew(
  notebook: Notebook,
  id: string,
  section: string,
  fields: Fields,
): Promise<() => Promise<void>> {
  const names = [`texts/${section}`, `bases/${section}`]
  await change(notebook, [id], Object.fromEntries(names.map((name) => [name, null])))
  return () => change(notebook, [id], Object.fromEntries(names.map((name) => [name, fields[name] ?? null])))
}
