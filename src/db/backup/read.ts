import { save, saveInside, type Edit, type PhotoBytes } from '../save.ts'
import { savedTables, type Notebook } from '../tables.ts'
import { photoOf } from './check-entry.ts'
import { entriesOf, isEmpty, orRefused, type Checked, type Refused } from './check.ts'
import { Refusal, type Counts } from './format.ts'
import type { Tell } from './write.ts'

/** Photos that are put into the database at once. */
const batch = 16

/**
 * Photos first, a few at a time: all of them at once would not fit into a tablet's memory. Until the records speak of
 * them nobody sees them, and `staged` tells which to take back.
 */
async function stagePhotos(
  { file, photos }: Checked,
  notebook: Notebook,
  staged: string[],
  tell: Tell,
): Promise<void> {
  let waiting: PhotoBytes[] = []
  const put = async (): Promise<void> => {
    staged.push(...waiting.map((photo) => photo.full.id))
    await save(notebook, [], waiting)
    waiting = []
    tell(staged.length, photos)
  }
  for await (const entry of entriesOf(file)) {
    const photo = photoOf(entry)
    if (photo) waiting.push(photo)
    if (waiting.length >= batch) await put()
  }
  if (waiting.length > 0) await put()
}

/** In a notebook without records, photos can only be left over from a reading that was cut off. */
async function clearRest(notebook: Notebook): Promise<void> {
  const { tables } = notebook
  await tables.transaction('rw', tables.versions, tables.photos, tables.thumbs, async () => {
    if (!(await isEmpty(notebook))) throw new Refusal('not-empty')
    await tables.photos.clear()
    await tables.thumbs.clear()
  })
}

async function saveRecords(notebook: Notebook, edits: readonly Edit[]): Promise<void> {
  const { tables, me } = notebook
  await tables.transaction('rw', savedTables(tables), async () => {
    if (!(await isEmpty(notebook))) throw new Refusal('not-empty')
    await saveInside(notebook, me, edits)
  })
}

async function readInto(checked: Checked, notebook: Notebook, tell: Tell): Promise<Counts & { ok: true }> {
  const { tables } = notebook
  const staged: string[] = []
  await clearRest(notebook)
  try {
    await stagePhotos(checked, notebook, staged, tell)
    await saveRecords(notebook, checked.edits)
  } catch (error) {
    await tables.photos.bulkDelete(staged)
    await tables.thumbs.bulkDelete(staged)
    throw error
  }
  return { ok: true, records: checked.records, photos: checked.photos }
}

/**
 * Reads a checked backup into an empty notebook: all of its records become durable in one transaction, or none.
 * Throws NotebookProblem and what Dexie throws; then nothing is saved.
 */
export async function readBackup(
  checked: Checked,
  notebook: Notebook,
  tell: Tell = () => undefined,
): Promise<(Counts & { readonly ok: true }) | Refused> {
  // Two tabs at once would each take the other's photos for leftovers.
  return navigator.locks.request(`ponte-read-${notebook.space}`, () =>
    orRefused(readInto(checked, notebook, tell)),
  )
}
