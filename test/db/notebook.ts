import { setFields, type Change } from '../../src/db/merge.ts'
import type { Edit } from '../../src/db/save.ts'
import { toRow } from '../../src/db/show.ts'
import { Tables, type Notebook } from '../../src/db/tables.ts'
import type { Fields } from '../../src/shared/value.ts'

let spaces = 0

type Clock = { time: number }

/** A new empty notebook of device "me" on IndexedDB, with a clock that stands until a test moves it. */
export function newNotebook(): Notebook & { readonly clock: Clock } {
  spaces += 1
  const clock = { time: 1000 }
  const space = `space-${spaces}`
  return { space, me: 'me', tables: new Tables(space), now: () => clock.time, clock }
}

/** What another device wrote arrives now: the same merge and the same rows as for a local save. */
export async function hear({ tables, now }: Notebook, change: Change): Promise<void> {
  const { record, kind, device, seq } = change
  await tables.transaction('rw', tables.versions, tables.records, tables.seen, async () => {
    const rows = await tables.seen.toArray()
    const seen = Object.fromEntries(rows.map((row) => [row.device, row.seq]))
    const before = (await tables.versions.get(record)) ?? { record, kind, registers: {}, open: 0 }
    const registers = setFields(before.registers, change, seen)
    await tables.versions.put({ ...before, registers, heardAt: now() })
    await tables.records.put(toRow(record, kind, registers, now()))
    await tables.seen.put({ device, seq })
  })
}

/** An edit of a new record, or one over nothing. */
export const edit = (record: string, kind: string, set: Fields, over: Edit['over'] = {}): Edit => ({
  record,
  kind,
  set,
  over,
})

/** A change of another device. */
export const from = (
  device: string,
  seq: number,
  rest: Pick<Change, 'record' | 'set'> & Partial<Change>,
): Change => ({
  kind: 'person',
  time: 2000,
  over: {},
  ...rest,
  device,
  seq,
})

/** The live values of a field, by stamp. */
export async function liveValues({ tables }: Notebook, record: string, field: string): Promise<Fields> {
  const register = (await tables.versions.get(record))?.registers[field]
  return Object.fromEntries(
    Object.entries(register?.live ?? {}).map(([stamp, version]) => [stamp, version.value]),
  )
}
