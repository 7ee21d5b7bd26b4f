import { mostSheets, sealBackup, type SheetKey } from '../../crypto/backup.ts'
import { utf8, type Bytes } from '../../shared/bytes.ts'
import { secureRandom, type Random } from '../../shared/ids.ts'
import { finishAbandoned } from '../draft.ts'
import { isPractice, type Notebook, type Tables } from '../tables.ts'
import { isoTime, toBegun, toEntry } from './entry.ts'
import { beginning, firstLine, lastLine, practiceBeginning } from './format.ts'
import type { Counts, Entry, Origin } from './format.ts'
import { earlierBackups, keepBackupId, newBackupId } from './lineage.ts'
import { isPicture, toBase64 } from './pictures.ts'

/** Called now and then while photos are written or read: how many of how many. */
export type Tell = (done: number, of: number) => void

export type Backup = Written & { readonly file: Blob }

/** What is in a backup; `missing` photos are not on this device. */
type Written = Counts & { readonly missing: number }

/** Characters after which a part is handed over: the browser may keep it on the disk. */
const partSize = 1024 ** 2

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

/** All texts of a notebook and how much of the others' is in them: of one moment. */
type Snapshot = {
  readonly origin: Origin
  readonly entries: readonly Entry[]
  readonly withPhoto: ReadonlySet<string>
}

async function snapshotOf({ tables, now, space, me }: Notebook, id: string): Promise<Snapshot> {
  const { versions, seen, drafts, photos, meta } = tables
  return tables.transaction('r', [versions, seen, drafts, photos, meta], async () => {
    const rows = await versions.toArray()
    const held = await drafts.filter(({ isHeld }) => isHeld === true).toArray()
    const records = new Set(rows.map(({ record }) => record))
    const begun = held.filter(({ record }) => !records.has(record))
    const entries = [...rows.map(toEntry), ...begun.map((draft) => toBegun(draft, now()))]
    // For the eyes of people: all persons together, all notes together.
    entries.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))
    const chains = await seen.toArray()
    const origin = {
      made: isoTime(now()),
      space,
      device: me,
      id,
      after: await earlierBackups(tables),
      seen: Object.fromEntries(chains.map(({ device, seq }) => [device, seq])),
    }
    return { origin, entries, withPhoto: new Set(await photos.toCollection().primaryKeys()) }
  })
}

/** The file's text, part by part: never more than one photo of it lies in memory at once. Tells its counts at the end. */
async function* partsOf(
  notebook: Notebook,
  ownId: string,
  tell: Tell,
  onEnd: (counts: Written) => void,
): AsyncGenerator<Bytes> {
  const { origin, entries, withPhoto } = await snapshotOf(notebook, ownId)
  await keepBackupId(notebook.tables, ownId)
  let part = firstLine(origin, isPractice(notebook) ? practiceBeginning : beginning)
  let photos = 0
  for (const [index, entry] of entries.entries()) {
    const photo = withPhoto.has(entry.id) ? await photoOf(notebook.tables, entry.id) : undefined
    part += `${index ? ',' : ''}\n${JSON.stringify({ ...entry, ...(photo && { photo }) })}`
    if (photo) tell((photos += 1), withPhoto.size)
    if (part.length < partSize) continue
    yield utf8(part)
    part = ''
  }
  const counts = { records: entries.length - photos, photos }
  const isMissing = ({ id, kind, fields }: Entry): boolean =>
    kind === 'photo' && !withPhoto.has(id) && typeof fields['deletedAt'] !== 'number'
  onEnd({ ...counts, missing: entries.filter(isMissing).length })
  yield utf8(`${part}\n${lastLine(counts)}\n`)
}

/**
 * Writes all records of the notebook, deleted and unknown ones and begun visits too, with their photos to one file
 * (docs/format.md); sealed, where there are sheets that are to open it. What another tab is typing at this moment is not yet
 * in it. Throws what Dexie throws.
 */
export async function writeBackup(
  notebook: Notebook,
  tell: Tell = () => undefined,
  sheets: readonly SheetKey[] = [],
  random: Random = secureRandom,
): Promise<Backup> {
  await finishAbandoned(notebook)
  let counts: Written = { records: 0, photos: 0, missing: 0 }
  const texts = partsOf(notebook, newBackupId(random), tell, (end) => (counts = end))
  const isSealed = sheets.length > 0
  const blobs: Blob[] = []
  for await (const bytes of isSealed ? sealBackup(sheets.slice(-mostSheets), texts) : texts)
    blobs.push(new Blob([bytes]))
  const type = isSealed ? 'application/octet-stream' : 'application/json'
  return { file: new Blob(blobs, { type }), ...counts }
}
