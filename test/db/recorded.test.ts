import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { save } from '../../src/db/save.ts'
import { Tables, tablesVersion } from '../../src/db/tables.ts'
import { newId } from '../../src/shared/ids.ts'

const folder = new URL('./recorded/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

/** A notebook as a version of the app left it: its tables with their keys and rows, bytes as base64. */
type Recorded = {
  readonly version: number
  readonly space: string
  readonly stores: { readonly [name: string]: { readonly schema: string; readonly rows: readonly unknown[] } }
}

function revive(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value
  return Uint8Array.from(Buffer.from(String(value.$bytes), 'base64')).buffer
}

/** Makes the database again, as that version made it. */
async function laidDown({ version, space, stores }: Recorded): Promise<void> {
  const old = new Dexie(`ponte-${space}`)
  old
    .version(version)
    .stores(Object.fromEntries(Object.entries(stores).map(([name, one]) => [name, one.schema])))
  await old.open()
  for (const [name, { rows }] of Object.entries(stores)) await old.table(name).bulkAdd([...rows])
  old.close()
}

describe.each(files)('a notebook that was recorded as %s', (file) => {
  it('is opened with all that it holds, and written on', async () => {
    const recorded = JSON.parse(readFileSync(new URL(file, folder), 'utf8'), revive) as Recorded
    await laidDown(recorded)
    const tables = new Tables(recorded.space)
    await tables.open()
    expect(recorded.version).toBeLessThanOrEqual(tablesVersion)
    for (const [name, { rows }] of Object.entries(recorded.stores))
      expect(await tables.table(name).toArray(), name).toEqual(rows)
    const me = ((await tables.meta.get('me'))?.value ?? '') || newId()
    const notebook = { space: recorded.space, me, tables, now: () => 1_800_000_000_000 }
    const before = await tables.records.count()
    await save(notebook, [{ record: newId(), kind: 'note', set: { text: 'Weiter geht es.' }, over: {} }])
    expect(await tables.records.count()).toBe(before + 1)
    tables.close()
  })
})

it('there is a recording of every version since they began, but for the present one', () => {
  const versions = files.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b)
  expect(versions).toEqual(Array.from({ length: tablesVersion - 3 }, (_, at) => at + 3))
})
