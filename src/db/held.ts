import type { Fields } from '../shared/value.ts'
import { remove } from './bin.ts'
import { storesOf } from './draft.ts'
import { listAbout } from './find.ts'
import { change, refuseTooLong, saveInside, type Edit } from './save.ts'
import type { DraftRow, Notebook } from './tables.ts'

/** A new record that is written over several screens; `first` are the values that it begins with. */
export type HeldRecord = { readonly record: string; readonly kind: string; readonly first: Fields }

/**
 * Writes some answers into a held draft, which the first of them begins; durable when it resolves. Field by field, so
 * that two tabs in which the same draft is open complete each other. Throws NotebookProblem 'too-long'.
 */
export async function keepHeld({ tables }: Notebook, held: HeldRecord, answers: Fields): Promise<void> {
  const { record, kind, first } = held
  await tables.transaction('rw', tables.drafts, async () => {
    const before = await tables.drafts.get(record)
    const set = { ...(before?.set ?? first), ...answers }
    const draft: DraftRow = { id: record, record, kind, set, over: {}, shown: {}, isHeld: true }
    refuseTooLong(draft)
    await tables.drafts.put(draft)
  })
}

/**
 * Saves what a held draft became and forgets it, in one transaction: never neither, never both. `editsOf` says which
 * records its answers make. A draft that is gone already, from another tab or by a second tap, saves nothing.
 */
export async function commitHeld(
  notebook: Notebook,
  record: string,
  editsOf: (answers: Fields) => readonly Edit[],
): Promise<void> {
  const { tables, me } = notebook
  await tables.transaction('rw', storesOf(notebook), async () => {
    const draft = await tables.drafts.get(record)
    if (!draft?.isHeld) return
    await saveInside(notebook, me, editsOf(draft.set))
    await tables.drafts.delete(record)
  })
}

/** Throws a held draft away, its photos go to the bin. Returns the way back. */
export async function throwAway(notebook: Notebook, record: string): Promise<() => Promise<void>> {
  const { tables } = notebook
  return tables.transaction('rw', storesOf(notebook), async () => {
    const draft = await tables.drafts.get(record)
    const about = await listAbout(notebook, record)
    const photos = about.filter((row) => row.kind === 'photo').map((row) => row.id)
    await remove(notebook, photos)
    await tables.drafts.delete(record)
    return () =>
      tables.transaction('rw', storesOf(notebook), async () => {
        if (draft) await tables.drafts.put(draft)
        await change(notebook, photos, { deletedAt: null })
      })
  })
}
