import { checkBackup, type Checked } from '../../../src/db/backup/check.ts'
import type { Origin } from '../../../src/db/backup/format.ts'
import { readBackup } from '../../../src/db/backup/read.ts'
import { writeBackup } from '../../../src/db/backup/write.ts'
import { change, save } from '../../../src/db/save.ts'
import type { Notebook } from '../../../src/db/tables.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { emptyNotebook, now, valuesHere, type Values } from './notebooks.ts'

/** In milliseconds. */
export const year = 365 * 86_400_000

/** What a reader takes a backup's origin for. */
export type Sees = (origin: Origin) => Origin
export const truly: Sees = (origin) => origin
export const byTheClock: Sees = (origin) => ({ ...origin, id: '', after: [] })
export const allAsLater: Sees = (origin) => ({
  ...origin,
  after: Object.assign([], { includes: () => true }),
})

async function checkedOf(file: Blob): Promise<Checked> {
  const checked = await checkBackup(file)
  if (!checked.ok) throw new Error(checked.problem)
  return checked
}

export async function readIn(reader: Notebook, file: Blob, sees = truly): Promise<void> {
  const checked = await checkedOf(file)
  await readBackup({ ...checked, origin: sees(checked.origin) }, reader)
}

export const originOf = async (file: Blob): Promise<Origin> => (await checkedOf(file)).origin

/** A device with a clock that is set. */
export type Solo = { readonly notebook: Notebook; time: number }

export async function soloDevice(): Promise<Solo> {
  const solo = { time: now }
  return Object.assign(solo, { notebook: { ...(await emptyNotebook()), now: () => (solo.time += 1000) } })
}

/** The same disk once more, under the same name. */
export async function copyOf({ notebook, time }: Solo): Promise<Solo> {
  const copy = await soloDevice()
  for (const table of notebook.tables.tables)
    await copy.notebook.tables.table(table.name).bulkAdd(await table.toArray())
  return Object.assign(copy, { time, notebook: { ...copy.notebook, me: notebook.me } })
}

export async function write({ notebook }: Solo, record: string, set: Fields): Promise<void> {
  if (await notebook.tables.versions.get(record)) await change(notebook, [record], set)
  else await save(notebook, [{ record, kind: 'person', set, over: {} }])
}

export type Made = { readonly file: Blob; readonly values: Values }

export async function makeOne({ notebook }: Solo): Promise<Made> {
  return { file: (await writeBackup(notebook)).file, values: await valuesHere(notebook) }
}
