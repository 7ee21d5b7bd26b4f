import { commitAbandoned } from '../draft.ts'
import { isPractice, type Notebook, type Tables } from '../tables.ts'
import { toEntry } from './entry.ts'
import { beginning, firstLine, lastLine, practiceBeginning, type Counts, type Entry } from './format.ts'
import { isPicture, toBase64 } from './pictures.ts'

/** Called now and then while photos are written or read: how many of how many. */
export type Tell = (done: number, of: number) => void

export type Backup = Counts & { readonly file: Blob }

/** Characters after which a part is handed over: the browser may keep it on the disk. */
const partSize = 4 * 1024 ** 2

/** The picture of a record; bytes that no browser shows are left out, or they would spoil the whole file for the reader. */
async function photoOf(tables: Tables, id: string): Promise<Entry['photo']> {
  const [full, thumb] = [await tables.photos.get(id), await tables.thumbs.get(id)]
  if (!full || !thumb || !isPicture(full.type, full.bytes) || !isPicture(thumb.type, thumb.bytes))
    return undefined
  return {
    full: { type: full.type, bytes: toBase64(full.bytes) },
    thumb: { type: thumb.type, bytes: toBase64(thumb.bytes) },
  }
}

/**
 * Writes all records of the notebook, deleted and unknown ones too, with their photos to one file (docs/format.md).
 * What another tab is typing at this moment is not yet in it. Throws what Dexie throws.
 */
export async function writeBackup(notebook: Notebook, tell: Tell = () => undefined): Promise<Backup> {
  await commitAbandoned(notebook)
  const { tables, now } = notebook
  const rows = await tables.versions.toArray()
  const withPhoto = new Set(await tables.photos.toCollection().primaryKeys())
  // For the eyes of people: all persons together, all notes together.
  rows.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))
  const blobs: Blob[] = []
  let part = firstLine(new Date(now()).toISOString(), isPractice(notebook) ? practiceBeginning : beginning)
  let photos = 0
  for (const [index, row] of rows.entries()) {
    const photo = withPhoto.has(row.record) ? await photoOf(tables, row.record) : undefined
    part += `${index ? ',' : ''}\n${JSON.stringify({ ...toEntry(row), ...(photo && { photo }) })}`
    if (photo) tell((photos += 1), withPhoto.size)
    if (part.length < partSize) continue
    blobs.push(new Blob([part]))
    part = ''
  }
  const counts = { records: rows.length - photos, photos }
  return {
    file: new Blob([...blobs, `${part}\n${lastLine(counts)}\n`], { type: 'application/json' }),
    ...counts,
  }
}
