import { setFields, type Registers, type State } from '../../../src/db/merge.ts'
import { toRow, valuesOf, type Row } from '../../../src/db/show.ts'
import { Tables, type Notebook, type PhotoRow } from '../../../src/db/tables.ts'
import type { Value } from '../../../src/shared/value.ts'
import { checkBackup } from '../../../src/db/backup/check.ts'
import { readBackup } from '../../../src/db/backup/read.ts'

/** The moment at which everything in these tests happens. */
export const now = Date.parse('2026-11-25T10:00:00.000Z')

let made = 0

/** An empty notebook of a device of its own. */
export async function emptyNotebook(): Promise<Notebook> {
  made += 1
  const tables = new Tables(`backup-${made}`)
  await tables.open()
  return { space: `backup-${made}`, me: idOf(0xabc0000 + made), tables, now: () => now }
}

export const idOf = (number: number): string => number.toString(16).padStart(32, '0')

export type Written = { field: string; value: Value; device: string; seq: number; time: number }

/** Puts a record into the tables as if these versions had come from many devices and none had replaced another. */
export async function put(
  { tables }: Notebook,
  record: string,
  kind: string,
  versions: readonly Written[],
): Promise<void> {
  const registers = versions.reduce<Registers>(
    (before, { field, value, device, seq, time }) =>
      setFields(before, { record, kind, device, seq, time, set: { [field]: value }, over: {} }, {}),
    {},
  )
  await tables.versions.put({ record, kind, registers, open: 0 })
  await tables.records.put(toRow(record, kind, registers))
}

/** A few bytes that begin like a JPEG. */
export function jpeg(rest: Iterable<number> = []): ArrayBuffer {
  return new Uint8Array([0xff, 0xd8, 0xff, ...rest]).buffer
}

export async function putPhoto({ tables }: Notebook, id: string, bytes: ArrayBuffer): Promise<void> {
  await tables.photos.put({ id, type: 'image/jpeg', bytes })
  await tables.thumbs.put({ id, type: 'image/jpeg', bytes: jpeg([7]) })
}

export type Content = {
  rows: Row[]
  photos: string[][]
  thumbs: string[][]
}

const plain = (rows: PhotoRow[]): string[][] =>
  rows.map((row) => [row.id, row.type, Buffer.from(row.bytes).toString('base64')])

/** All that a notebook shows; which field of two versions is named first says nothing. */
export async function contentOf({ tables }: Notebook): Promise<Content> {
  const rows = await tables.records.toArray()
  return {
    // Read in on another device, every change is that device's.
    rows: rows.map((row) => ({ ...row, changedBy: '', twice: [...row.twice].sort() })),
    photos: plain(await tables.photos.toArray()),
    thumbs: plain(await tables.thumbs.toArray()),
  }
}

/** By record and field, the different values that stand there. */
export type Values = Record<string, string[]>

export const valuesIn = (records: State['records']): Values =>
  Object.fromEntries(
    Object.entries(records).flatMap(([id, { registers }]) =>
      Object.entries(registers).map(([field, register]) => [
        `${id} ${field}`,
        valuesOf(register)
          .map(({ value }) => JSON.stringify(value))
          .sort(),
      ]),
    ),
  )

/** What stands in a notebook. */
export async function valuesHere({ tables }: Notebook): Promise<Values> {
  const rows = await tables.versions.toArray()
  return valuesIn(Object.fromEntries(rows.map((row) => [row.record, row])))
}

/** How many rows lie in each table. */
export async function sizesOf({ tables }: Notebook): Promise<number[]> {
  const { records, versions, outbox, photos, thumbs } = tables
  return Promise.all([records, versions, outbox, photos, thumbs].map((table) => table.count()))
}

export const nothing = [0, 0, 0, 0, 0]

/** Checks and reads; the problem if it is refused. */
export async function readInto(notebook: Notebook, file: Blob, digits?: string): Promise<string> {
  const checked = await checkBackup(file, digits)
  if (!checked.ok) return checked.problem
  const read = await readBackup(checked, notebook)
  return read.ok ? 'read' : read.problem
}
