import { amend, liveOf, mayAmend, overNow } from './amend.ts'
import { setAside } from './set-aside.ts'
import { markStale } from './stale.ts'
import { limits } from '../shared/limits.ts'
import type { Fields } from '../shared/value.ts'
import { setFields, type Change, type Over, type Registers, type Shown } from './merge.ts'
import { NotebookProblem } from './problem.ts'
import { asMine, renameOver, renameVersions } from './rename.ts'
import { shownStamps, toRow } from './show.ts'
import { stampOf } from './stamp.ts'
import { savedTables, type Notebook, type OutboxRow, type PhotoRow, type VersionsRow } from './tables.ts'

/** What a form hands over: the fields that the person changed, over what it showed when it was opened. */
export type Edit = {
  readonly record: string
  readonly kind: string
  readonly set: Fields
  readonly over: Over
  /** The values behind `over` that the person saw; missing where `over` is of this very moment. */
  readonly shown?: Shown
  /** When this was written, if not just now; such an edit always becomes a change of its own. */
  readonly time?: number
}

/** A photo's bytes, written together with the record that speaks of it. */
export type PhotoBytes = { readonly full: PhotoRow; readonly thumb: PhotoRow }

/** Bytes of one change as JSON: what later has to fit into one sealed envelope. */
export const mostBytes = 48 * 1024

/** Whether it can be sealed into one envelope later. */
const fits = ({ set, over }: Pick<Edit, 'set' | 'over'>): boolean =>
  new TextEncoder().encode(JSON.stringify([set, over])).length <= mostBytes

const namesFew = ({ over }: OutboxRow): boolean =>
  Object.values(over).every((stamps) => stamps.length <= limits.over)

/** Throws NotebookProblem 'too-long' for what could never be sent. */
export function refuseTooLong(edit: Pick<Edit, 'set' | 'over'>): void {
  if (!fits(edit)) throw new NotebookProblem('too-long')
}

/** A time as it can be sent: a clock before 1970, or one that counts parts of a millisecond, would show others another one. */
const wholeTime = (time: number): number => Math.max(0, Math.round(time))

type Kept = { versions: VersionsRow; outbox: OutboxRow }

function apply(
  me: string,
  now: number,
  raw: Edit,
  versions: VersionsRow,
  latest: OutboxRow | undefined,
): Kept {
  const time = wholeTime(raw.time ?? now)
  const before = renameVersions(versions.registers, asMine(me))
  const renamed = { ...raw, over: renameOver(raw.over, asMine(me)) }
  const edit = { ...raw, over: overNow(me, renamed, before) }
  const { record, kind, set, over } = edit
  // A change has one time for all its fields: one that keeps its old time can share it with no other.
  const mayShare = latest && raw.time === undefined && mayAmend(latest, edit, stampOf(me, -latest.open))
  const amended = mayShare ? amend(latest, edit, stampOf(me, -latest.open), time) : undefined
  const outbox =
    amended && fits(amended) && namesFew(amended)
      ? amended
      : { record, open: versions.open, kind, time, set, over }
  refuseTooLong(outbox)
  // All fields of the amended change move to its new time, as the others will see it.
  const unsent: Change = {
    ...outbox,
    over: liveOf(over, before),
    device: me,
    seq: 0 - outbox.open,
  }
  const registers: Registers = setFields(before, unsent, {})
  return { versions: { ...versions, registers, open: outbox.open + 1 }, outbox }
}

/**
 * The only writer. One transaction with strict durability writes rows, versions, outbox and photos of all edits, or nothing.
 * When it resolves, "Saved on this tablet" is true. Throws NotebookProblem
 * 'too-long'; what the database itself throws, `problemOf` names.
 */
export async function save(
  notebook: Notebook,
  edits: readonly Edit[],
  photos: readonly PhotoBytes[] = [],
): Promise<void> {
  const { tables, me } = notebook
  await tables.transaction('rw', savedTables(tables), () => saveInside(notebook, me, edits, photos))
}

/** `save` for callers that hold a transaction over its tables already. */
export async function saveInside(
  { tables, now, isReader }: Notebook,
  me: string,
  given: readonly Edit[],
  photos: readonly PhotoBytes[] = [],
): Promise<void> {
  if (isReader) throw new NotebookProblem('read-only')
  const erased = await tables.erased.bulkGet(given.map(({ record }) => record))
  const edits = given.filter((_, at) => !erased[at])
  // What a form still held of something that was erased meanwhile.
  const late = given.filter((_, at) => erased[at])
  if (late.length > 0) await setAside(tables, late, now())
  const ids = [...new Set(edits.map((edit) => edit.record))]
  const versionsById = new Map(
    (await tables.versions.bulkGet(ids)).flatMap((row) => (row ? [[row.record, row]] : [])),
  )
  const keys = [...versionsById.values()].flatMap((row): [string, number][] =>
    row.open ? [[row.record, row.open - 1]] : [],
  )
  const latest = new Map(
    (await tables.outbox.bulkGet(keys)).flatMap((row) => (row ? [[row.record, row]] : [])),
  )
  const outbox = new Map<string, OutboxRow>()
  const time = now()
  for (const edit of edits) {
    const before = versionsById.get(edit.record) ?? {
      record: edit.record,
      kind: edit.kind,
      registers: {},
      open: 0,
    }
    const kept = apply(me, time, edit, before, latest.get(edit.record))
    versionsById.set(edit.record, kept.versions)
    latest.set(edit.record, kept.outbox)
    outbox.set(`${edit.record} ${kept.outbox.open}`, kept.outbox)
  }
  const versions = ids.flatMap((id) => versionsById.get(id) ?? [])
  await tables.versions.bulkPut(versions)
  await tables.outbox.bulkPut([...outbox.values()])
  await tables.records.bulkPut(versions.map((row) => toRow(row.record, row.kind, row.registers, row.heardAt)))
  await markStale(tables, versions)
  if (photos.length === 0) return
  await tables.unsentPhotos.bulkPut(photos.map((photo) => ({ id: photo.full.id })))
  await tables.photos.bulkPut(photos.map((photo) => photo.full))
  await tables.thumbs.bulkPut(photos.map((photo) => photo.thumb))
}

/**
 * Changes fields of records over what is shown of them now: for single taps (delete, bring back, tick),
 * where no form was open in between.
 */
export async function change(notebook: Notebook, ids: readonly string[], set: Fields): Promise<void> {
  const { tables, me } = notebook
  await tables.transaction('rw', savedTables(tables), async () => {
    const rows = (await tables.versions.bulkGet([...ids])).flatMap((row) => row ?? [])
    const edits = rows.map((row) => ({
      record: row.record,
      kind: row.kind,
      set,
      over: Object.fromEntries(Object.keys(set).map((field) => [field, shownStamps(row.registers, field)])),
    }))
    await saveInside(notebook, me, edits)
  })
}
