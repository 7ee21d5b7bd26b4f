import { draftLocks } from '../shared/locks.ts'
import type { Table } from 'dexie'
import type { Fields } from '../shared/value.ts'
import type { Over } from './merge.ts'
import { refuseTooLong, saveInside } from './save.ts'
import { setAside } from './set-aside.ts'
import { shownFields, shownStamps } from './show.ts'
import { savedTables, type DraftRow, type Notebook } from './tables.ts'

/** What a form shows of a record when it is opened, and which versions that replaces when it is left. */
export type Opened = { readonly isNew: boolean; readonly fields: Fields; readonly over: Over }

export async function openForm({ tables }: Notebook, record: string): Promise<Opened> {
  const row = await tables.versions.get(record)
  if (!row) return { isNew: true, fields: {}, over: {} }
  const over = Object.fromEntries(
    Object.keys(row.registers).map((field) => [field, shownStamps(row.registers, field)]),
  )
  return { isNew: false, fields: shownFields(row.registers), over }
}

/**
 * Writes what was typed so far; durable when it resolves. Throws NotebookProblem 'too-long': what a draft holds can
 * always be committed, also at the next start, when nobody is there to shorten it.
 */
export async function keepDraft({ tables }: Notebook, draft: DraftRow): Promise<void> {
  refuseTooLong(draft)
  await tables.drafts.put(draft)
}

/** Forgets a draft in which nothing is changed any more. */
export async function dropDraft({ tables }: Notebook, id: string): Promise<void> {
  await tables.drafts.delete(id)
}

/** What a transaction needs that makes a change of a draft. */
export const storesOf = ({ tables }: Notebook): Table[] => [tables.drafts, ...savedTables(tables)]

/** Makes one change of what a form holds and forgets its draft, in one transaction: never neither, never both. */
export async function commitForm(notebook: Notebook, draft: DraftRow): Promise<void> {
  const { tables, me } = notebook
  await tables.transaction('rw', storesOf(notebook), async () => {
    await saveInside(notebook, me, [draft])
    await tables.drafts.delete(draft.id)
  })
}

/**
 * Finishes what lies there as a draft: what was erased meanwhile is set aside, whoever wrote it; anything else becomes a change, unless its
 * check page has to do that, or somebody may only read by now: then it stays.
 */
export async function finishDraft(notebook: Notebook, id: string): Promise<void> {
  const { tables, now, isReader } = notebook
  await tables.transaction('rw', storesOf(notebook), async () => {
    const draft = await tables.drafts.get(id)
    if (!draft) return
    if (await tables.erased.get(draft.record)) {
      await setAside(tables, [draft], now())
      await tables.drafts.delete(id)
    } else if (!draft.isHeld && !isReader) await commitForm(notebook, draft)
  })
}

const lockName = (id: string): string => `${draftLocks}${id}`

/** Holds a draft for an open form, so that another tab's start leaves it alone. Returns the release. */
export function holdDraft(id: string): () => void {
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  void navigator.locks.request(lockName(id), () => released)
  return release
}

/** Finishes what an earlier run of the app left: a killed tab loses nothing that was written. */
export async function finishAbandoned(notebook: Notebook): Promise<void> {
  for (const id of await notebook.tables.drafts.toCollection().primaryKeys())
    await navigator.locks.request(lockName(id), { ifAvailable: true }, async (lock) => {
      if (lock) await finishDraft(notebook, id)
    })
}
