import { textOf } from '../records/fields.ts'
import { newId } from '../shared/ids.ts'
import type { Fields, Value } from '../shared/value.ts'
import { ofItsNotebook, piecesOf, saveCopies, type Copied } from './copying.ts'
import { listAbout, rowsOf } from './find.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'
import { recordCalled } from './called.ts'

/** What goes along with a record; all else stays behind. */
export type Along = {
  readonly notes: boolean
  readonly photos: boolean
  readonly remarks: boolean
  readonly address: boolean
  readonly hosting: boolean
}

const isPrivate = (row: Row, field: string, along: Along): boolean =>
  (field === 'remarks' && !along.remarks) ||
  (field === 'address' && !along.address && (row.kind === 'person' || row.kind === 'group'))

/** Ids by which a field names other records: in its name, or as its value. */
const idsIn = (field: string, value: Value): string[] => [
  ...field.split('/').slice(1),
  ...(typeof value === 'string' ? [value] : []),
]

/** By id, what the records that these fields name are called over there; undefined for what isn't there. */
async function namesThere(
  source: Notebook,
  target: Notebook,
  rows: readonly Row[],
  copies: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string | undefined>> {
  const ids = rows.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([field, value]) => idsIn(field, value)),
  )
  const named = await source.tables.records.bulkGet([...new Set(ids)])
  const there = await Promise.all(
    named
      .flatMap((row) => row ?? [])
      .map(async (row): Promise<[string, string | undefined]> => {
        const copy = copies.get(row.id)
        // A photo of the same caption is another photo.
        const known = row.kind === 'photo' ? undefined : await recordCalled(target, row.kind, row.label)
        return [row.id, copy ?? known?.id]
      }),
  )
  return new Map(there)
}

/** A record's fields as they are to stand over there: without what stays behind and what isn't there. */
function fieldsThere(row: Row, along: Along, there: ReadonlyMap<string, string | undefined>): Fields {
  const rename = (id: string): string => there.get(id) ?? id
  const entries = Object.entries(row.fields)
    .filter(([field]) => !ofItsNotebook.includes(field) && !isPrivate(row, field, along))
    .filter(([field, value]) => idsIn(field, value).every((id) => !there.has(id) || there.get(id)))
    .map(([field, value]): [string, Value] => [
      field.split('/').map(rename).join('/'),
      typeof value === 'string' ? rename(value) : value,
    ])
  return Object.fromEntries(entries)
}

/** The towns of a partnership that aren't there yet: without them it would be a link of nothing. */
async function townsAlong(source: Notebook, target: Notebook, { kind, fields }: Row): Promise<Row[]> {
  if (kind !== 'partnership') return []
  const towns = await rowsOf(
    source,
    ['here', 'there'].map((side) => textOf(fields, side)),
  )
  const known = await Promise.all(towns.map(({ label }) => recordCalled(target, 'town', label)))
  return towns.filter((_, at) => !known[at])
}

async function chosen(source: Notebook, target: Notebook, row: Row, along: Along): Promise<Row[]> {
  const about = await listAbout(source, row.id)
  const notes = along.notes ? about.filter(({ kind }) => kind === 'note') : []
  const hosting = along.hosting ? about.filter(({ kind }) => kind === 'hosting') : []
  const texts = [row, ...notes, ...hosting, ...(await townsAlong(source, target, row))]
  if (!along.photos) return texts
  const photos = await Promise.all(texts.map((one) => listAbout(source, one.id)))
  return [...texts, ...new Map(photos.flat().map((one) => [one.id, one])).values()].filter(
    (one) => texts.includes(one) || one.kind === 'photo',
  )
}

/**
 * Copies a record into another notebook of this device, as a new one that knows nothing of the first. What it names goes
 * with it where a record of that name is there too. Throws NotebookProblem 'read-only' where this device may not write.
 */
export async function copyInto(
  source: Notebook,
  target: Notebook,
  record: string,
  along: Along,
): Promise<Copied> {
  const row = await source.tables.records.get(record)
  if (!row || row.list === 'bin') return { records: [], missing: 0 }
  const rows = await chosen(source, target, row, along)
  const copies = new Map(rows.map(({ id }) => [id, newId()]))
  const there = await namesThere(source, target, rows, copies)
  const all = rows.map((from) => {
    const to = copies.get(from.id) ?? newId()
    const pieces = piecesOf(fieldsThere(from, along, there))
    return { from, to, edits: pieces.map((set) => ({ record: to, kind: from.kind, set, over: {} })) }
  })
  return saveCopies(source, target, all)
}
