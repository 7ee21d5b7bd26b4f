import { binDays } from './bin.ts'
import type { BinnedRow, Tables } from './tables.ts'

/** What time it is by two clocks, in milliseconds since 1970: neither alone ends anything. */
export type Clocks = { readonly here: number; readonly there: number }

const days = binDays * 24 * 60 * 60 * 1000

const binOf = ({ records }: Pick<Tables, 'records'>) =>
  records.where('[list+sort]').between(['bin', ''], ['bin', '\uffff'], true, true)

const isWaiting = async (tables: Tables, id: string): Promise<boolean> =>
  (await tables.waiting.where('record').equals(id).count()) > 0

/**
 * A deleted record by its versions: any change of it makes others. Undefined while some are unsent; where nothing is ever sent, one that
 * is amended keeps its name and gets another time.
 */
async function versionsOf(tables: Tables, id: string, isShared: boolean): Promise<string | undefined> {
  const row = await tables.versions.get(id)
  if (!row || (isShared && (row.open > 0 || (await isWaiting(tables, id))))) return undefined
  const live = Object.entries(row.registers).map(([field, one]) => {
    const stamps = Object.entries(one.live).map(([stamp, { time }]) =>
      isShared ? stamp : `${stamp} ${time}`,
    )
    return JSON.stringify([field, stamps.sort()])
  })
  return live.sort().join()
}

/** Whether there is anything in the bin, or is remembered of it. */
export const hasBin = async (tables: Tables): Promise<boolean> =>
  (await binOf(tables).count()) + (await tables.binned.count()) > 0

/**
 * Remembers since when each deleted record has been lying here as it is, with nothing of it unsent. Returns those for which that is the
 * thirty days of the bin by both clocks: nothing was written of them since, and nobody has brought them back.
 */
export async function dueInBin(tables: Tables, { here, there }: Clocks, isShared = true): Promise<string[]> {
  const ids = await binOf(tables).primaryKeys()
  const known = new Map((await tables.binned.toArray()).map((row) => [row.id, row]))
  const rows: BinnedRow[] = []
  for (const id of ids) {
    const versions = await versionsOf(tables, id, isShared)
    const before = known.get(id)
    if (versions !== undefined)
      rows.push(before?.versions === versions ? before : { id, here, there, versions })
  }
  await tables.transaction('rw', tables.binned, async () => {
    await tables.binned.clear()
    await tables.binned.bulkPut(rows)
  })
  return rows.filter((row) => here - row.here >= days && there - row.there >= days).map(({ id }) => id)
}
