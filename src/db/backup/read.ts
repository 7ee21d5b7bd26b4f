import { ownerOf } from '../belongings.ts'
import { NotebookProblem } from '../problem.ts'
import { saveInside, type Edit, type PhotoBytes } from '../save.ts'
import { savedTables, type DraftRow, type Notebook, type Tables } from '../tables.ts'
import { photoOf } from './check-entry.ts'
import { entriesOf, orRefused, type Checked, type CheckedEntry, type Refused } from './check.ts'
import { compare, type Sides } from './compare.ts'
import { toEdits } from './entry.ts'
import type { Counts } from './format.ts'
import { beforeOf, keepBase, readBases } from './mark.ts'
import type { Tell } from './write.ts'

/** Photos that are put into the database at once. */
const batch = 16

/** What a backup changes here. */
type Plan = {
  readonly edits: readonly Edit[]
  readonly begun: readonly DraftRow[]
  /** Records that stand here afterwards, of those in the file. */
  readonly here: ReadonlySet<string>
  /** How many of the file were erased for good here. */
  readonly erased: number
}

async function sidesOf({ tables, me }: Notebook, { origin }: Checked): Promise<Sides & { isOld: boolean }> {
  const [seen, own, bases] = await Promise.all([
    tables.seen.toArray(),
    tables.own.toArray(),
    readBases(tables),
  ])
  return {
    origin,
    seen: Object.fromEntries(seen.map(({ device, seq }) => [device, seq])),
    mine: new Set([me, ...own.map(({ device }) => device.id)]),
    ...beforeOf(bases, origin),
  }
}

/** The record that a notebook is named in has the notebook's id; that of another notebook can only lend its name. */
function fitting({ entry, ...rest }: CheckedEntry, space: string): CheckedEntry {
  if (entry.kind !== 'notebook' || entry.id === space) return { entry, ...rest }
  const name = 'name' in entry.fields ? { name: entry.fields['name'] ?? '' } : {}
  return { ...rest, entry: { id: space, kind: 'notebook', changed: entry.changed, fields: name } }
}

const toDraft = ({ id, kind, fields }: CheckedEntry['entry']): DraftRow => ({
  id,
  record: id,
  kind,
  set: fields,
  over: {},
  shown: {},
  isHeld: true,
})

/** Which of these were erased for good here, or belong to what was: the file may hold more of it than there was here. */
async function erasedOf({ erased }: Tables, entries: readonly CheckedEntry[]): Promise<Set<string>> {
  const gone = new Set(await erased.toCollection().primaryKeys())
  const isGone = ({ entry: { id, kind, fields } }: CheckedEntry): boolean =>
    gone.has(id) || gone.has(ownerOf(kind, fields))
  return new Set(gone.size > 0 ? entries.filter(isGone).map(({ entry }) => entry.id) : [])
}

/** What is to be written. Called again in the transaction that writes it: somebody may write meanwhile. */
async function planOf(notebook: Notebook, checked: Checked): Promise<Plan> {
  const { tables, space } = notebook
  const sides = await sidesOf(notebook, checked)
  const entries = checked.entries.map((one) => fitting(one, space))
  const rows = await tables.versions.bulkGet(entries.map(({ entry }) => entry.id))
  const drafts = new Set(await tables.drafts.toCollection().primaryKeys())
  const gone = await erasedOf(tables, entries)
  const [edits, begun, here] = [[] as Edit[], [] as DraftRow[], new Set<string>()]
  for (const [index, { entry, marks }] of entries.entries()) {
    const row = rows[index]
    const isOther = checked.entries[index]?.entry.id !== entry.id
    if (gone.has(entry.id)) continue
    if (row) here.add(entry.id)
    if (sides.isOld || (isOther && row)) continue
    if (entry.isBegun) {
      const wasHere = Object.values(marks).every((list) => list.every((mark) => sides.known.has(mark)))
      if (!row && !drafts.has(entry.id) && !sides.mine.has(sides.origin.device) && !wasHere)
        begun.push(toDraft(entry))
      continue
    }
    const written = toEdits(entry, compare(entry, marks, row, sides))
    const isEmpty = Object.keys(entry.fields).length === 0
    // A record without a single field is kept as well.
    if (!row && isEmpty)
      written.push({ record: entry.id, kind: entry.kind, set: {}, over: {}, time: Date.parse(entry.changed) })
    if (written.length > 0) here.add(entry.id)
    edits.push(...written)
  }
  return { edits, begun, here, erased: gone.size }
}

/**
 * Photos first, a few at a time: all of them at once would not fit into a tablet's memory. Until the records speak of
 * them nobody sees them, and `staged` tells which to take back.
 */
async function stagePhotos(
  { tables }: Notebook,
  { source, photos }: Checked,
  here: Plan['here'],
  staged: string[],
  tell: Tell,
): Promise<void> {
  const there = new Set(await tables.photos.toCollection().primaryKeys())
  let waiting: PhotoBytes[] = []
  let done = 0
  const put = async (): Promise<void> => {
    staged.push(...waiting.map(({ full }) => full.id))
    await tables.transaction('rw', tables.photos, tables.thumbs, async () => {
      await tables.photos.bulkPut(waiting.map(({ full }) => full))
      await tables.thumbs.bulkPut(waiting.map(({ thumb }) => thumb))
    })
    waiting = []
    tell(done, photos)
  }
  for await (const entry of entriesOf(source)) {
    if (!entry.photo) continue
    done += 1
    const photo = here.has(entry.id) && !there.has(entry.id) ? photoOf(entry) : undefined
    if (photo) waiting.push(photo)
    if (waiting.length >= batch) await put()
  }
  if (waiting.length > 0) await put()
}

/** Photos of which no record speaks can only be left over from a reading that was cut off. */
async function clearRest(tables: Tables): Promise<void> {
  await tables.transaction('rw', tables.versions, tables.photos, tables.thumbs, async () => {
    const records = new Set(await tables.versions.toCollection().primaryKeys())
    const lost = (await tables.photos.toCollection().primaryKeys()).filter((id) => !records.has(id))
    await tables.photos.bulkDelete(lost)
    await tables.thumbs.bulkDelete(lost)
  })
}

const changedBy = ({ edits, begun }: Plan, staged: readonly string[]): Counts => {
  const photos = new Set(staged)
  const records = new Set([...edits, ...begun].map(({ record }) => record).filter((id) => !photos.has(id)))
  return { records: records.size, photos: photos.size }
}

/** How much is new or other than before, and how much was left out. */
type Read = Counts & { readonly erased: number }

async function saveRecords(notebook: Notebook, checked: Checked, staged: readonly string[]): Promise<Read> {
  const { tables, me } = notebook
  const { drafts, seen, own, meta, unsentPhotos } = tables
  return tables.transaction('rw', [...savedTables(tables), drafts, seen, own, meta], async () => {
    const plan = await planOf(notebook, checked)
    const { origin, entries } = checked
    if (plan.edits.length > 0) await saveInside(notebook, me, plan.edits)
    await drafts.bulkPut([...plan.begun])
    await unsentPhotos.bulkPut(staged.map((id) => ({ id })))
    const { isOld, mine } = await sidesOf(notebook, checked)
    const marks = new Set(entries.flatMap((one) => Object.values(one.marks).flat()))
    // Also in the place of one that it stands apart from: what comes after this file is judged by it, the same one again changes
    // nothing, and what comes after the other stands apart in turn. Something deleted may come back, but nothing is ever lost.
    if (!isOld && !mine.has(origin.device)) await keepBase(tables, origin.device, { ...origin, marks })
    return { ...changedBy(plan, staged), erased: plan.erased }
  })
}

async function readInto(checked: Checked, notebook: Notebook, tell: Tell): Promise<Read & { ok: true }> {
  const { tables } = notebook
  if (notebook.isReader) throw new NotebookProblem('read-only')
  const staged: string[] = []
  await clearRest(tables)
  try {
    const { here } = await planOf(notebook, checked)
    await stagePhotos(notebook, checked, here, staged, tell)
    return { ok: true, ...(await saveRecords(notebook, checked, staged)) }
  } catch (error) {
    await tables.photos.bulkDelete(staged)
    await tables.thumbs.bulkDelete(staged)
    throw error
  }
}

/**
 * Joins a checked backup with what stands in a notebook: what either has and the other has not replaced. All of it becomes
 * durable in one transaction, or nothing; the same backup again changes nothing. What was erased for good stays so. Returns
 * how much is new or other than before, and how much was left out. Throws NotebookProblem and what Dexie throws; then nothing is saved.
 */
export async function readBackup(
  checked: Checked,
  notebook: Notebook,
  tell: Tell = () => undefined,
): Promise<(Read & { readonly ok: true }) | Refused> {
  // Two tabs at once would each take the other's photos for leftovers.
  return navigator.locks.request(`ponte-read-${notebook.space}`, () =>
    orRefused(readInto(checked, notebook, tell)),
  )
}
