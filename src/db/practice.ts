import { kindsRevision } from '../records/revision.ts'
import { newId } from '../shared/ids.ts'
import type { Fields } from '../shared/value.ts'
import { setFields, type Registers } from './merge.ts'
import { finishDrafts, openTables, renewRows, type Surroundings } from './open.ts'
import { problemOf } from './problem.ts'
import type { PhotoBytes } from './save.ts'
import { wasHereAt } from './here.ts'
import { toRow } from './show.ts'
import { markStale } from './stale.ts'
import { practiceSpace, type Notebook, type Tables, type VersionsRow } from './tables.ts'

/** What a made-up person wrote, and when: `by` is the id of a device that nobody has. */
export type MadeUp = {
  readonly record: string
  readonly kind: string
  readonly by: string
  readonly time: number
  readonly set: Fields
}

export type Content = {
  readonly changes: readonly MadeUp[]
  readonly photos: readonly PhotoBytes[]
  /** The writers' names by device. */
  readonly names: { readonly [device: string]: string }
}

/** This device's id in the practice notebook; the one in the real notebook has no business there. */
async function meIn(tables: Tables): Promise<string> {
  return tables.transaction('rw', tables.meta, async () => {
    const known = await tables.meta.get('me')
    if (known) return known.value
    const me = newId()
    await tables.meta.put({ key: 'me', value: me })
    return me
  })
}

/**
 * Opens the practice notebook: a database of its own, without keys. It leaves no mark, asks for no promise and never
 * stands among the device's spaces. Throws NotebookProblem.
 */
export async function openPractice(surroundings: Omit<Surroundings, 'storage'>): Promise<Notebook> {
  try {
    const tables = await openTables(practiceSpace, surroundings)
    await renewRows(tables)
    const notebook = { space: practiceSpace, me: await meIn(tables), tables, now: surroundings.now }
    await finishDrafts(notebook)
    return notebook
  } catch (error) {
    throw problemOf(error)
  }
}

/** Whether it was ever filled; what somebody has done in it since does not matter. */
export const isFilled = async ({ tables }: Notebook): Promise<boolean> =>
  Boolean(await tables.meta.get('filledAt'))

type Merged = { readonly versions: readonly VersionsRow[]; readonly seen: ReadonlyMap<string, number> }

/**
 * Made-up changes came from others, so they are merged as such, with numbers. Written by `save` they would be unsent
 * ones of devices that are not this one, which no form here could ever replace.
 */
function mergeAll(changes: readonly MadeUp[]): Merged {
  const seen = new Map<string, number>()
  const rows = new Map<string, VersionsRow>()
  for (const { record, kind, by, time, set } of [...changes].sort((a, b) => a.time - b.time)) {
    const seq = (seen.get(by) ?? 0) + 1
    const registers: Registers = rows.get(record)?.registers ?? {}
    const over = Object.fromEntries(
      Object.keys(set).map((field) => [field, Object.keys(registers[field]?.live ?? {})]),
    )
    const change = { record, kind, device: by, seq, time, set, over }
    const next = setFields(registers, change, Object.fromEntries(seen))
    rows.set(record, { record, kind, registers: next, open: 0, heardAt: time })
    seen.set(by, seq)
  }
  return { versions: [...rows.values()], seen }
}

/** So long ago, in milliseconds, whoever practises was here before: some of it is new then. */
const twoDays = 2 * 24 * 60 * 60 * 1000

/** Throws away everything and puts the content in its place, in one transaction: there is never half of it. */
export async function refill({ tables, me, now }: Notebook, content: Content): Promise<void> {
  const { versions, seen } = mergeAll(content.changes)
  const rows = versions.map((row) => toRow(row.record, row.kind, row.registers, row.heardAt))
  await tables.transaction('rw', tables.tables, async () => {
    for (const table of tables.tables) await table.clear()
    await tables.versions.bulkPut([...versions])
    await tables.records.bulkPut(rows)
    await tables.seen.bulkPut([...seen].map(([device, seq]) => ({ device, seq })))
    await markStale(tables, versions)
    await tables.photos.bulkPut(content.photos.map((photo) => photo.full))
    await tables.thumbs.bulkPut(content.photos.map((photo) => photo.thumb))
    await tables.meta.bulkPut([
      { key: 'me', value: me },
      { key: 'kinds', value: kindsRevision },
      { key: 'names', value: JSON.stringify(content.names) },
      { key: 'filledAt', value: new Date(now()).toISOString() },
    ])
    await wasHereAt(tables, now() - twoDays)
  })
}
