import { Dexie } from 'dexie'
import type { OutboxRow, SetAsideRow, Tables } from './tables.ts'

/** The open changes of these records. */
export const unsentOf = ({ outbox }: Pick<Tables, 'outbox'>, ids: readonly string[]) =>
  outbox.where('[record+open]').inAnyRange(
    ids.map((id) => [
      [id, Dexie.minKey],
      [id, Dexie.maxKey],
    ]),
    { includeUppers: true },
  )

type Written = Pick<OutboxRow, 'record' | 'kind' | 'set'> & { readonly time?: number }

/** What was written of something, to be kept aside; a deletion alone says nothing that anybody would miss. */
export const asideOf = (
  { record, kind, set, time }: Written,
  label: string,
  at: number,
): Omit<SetAsideRow, 'id'>[] =>
  Object.keys(set).some((field) => field !== 'deletedAt')
    ? [{ record, kind, label, time: time ?? at, set, at }]
    : []

/** Keeps what was written of something that is erased by now, inside a transaction over `setAside`. */
export async function setAside(
  { setAside: kept }: Pick<Tables, 'setAside'>,
  written: readonly Written[],
  at: number,
): Promise<void> {
  await kept.bulkAdd(written.flatMap((one) => asideOf(one, '', at)))
}

/** Sets open changes aside of what was erased: those of a device that goes by another name by now came back to be sent. */
export async function setAsideOpen(tables: Tables, at: number): Promise<void> {
  const { outbox, erased, setAside: kept } = tables
  const ids = await erased.toCollection().primaryKeys()
  if (ids.length === 0) return
  await tables.transaction('rw', [outbox, erased, kept], async () => {
    const unsent = await unsentOf(tables, ids).toArray()
    if (unsent.length === 0) return
    await setAside(tables, unsent, at)
    await unsentOf(tables, ids).delete()
  })
}

const month = 30 * 24 * 60 * 60 * 1000

/** What was set aside, the latest first. For `useLive`. */
export const listSetAside = ({ setAside: kept }: Pick<Tables, 'setAside'>): Promise<SetAsideRow[]> =>
  kept.orderBy('id').reverse().toArray()

/** Until when it is kept, in milliseconds since 1970. */
export const keepsAside = ({ at }: SetAsideRow): number => at + month

/** Takes back that it was forgotten. */
export const putAsideAgain = async (
  { setAside: kept }: Pick<Tables, 'setAside'>,
  row: SetAsideRow,
): Promise<void> => {
  await kept.put(row)
}

/** Forgets what was set aside: somebody at this device wants it no more. */
export const dropSetAside = ({ setAside: kept }: Pick<Tables, 'setAside'>, id: number): Promise<void> =>
  kept.delete(id)

/** Forgets what has been set aside for longer than a month. */
export const sweepSetAside = async (
  { setAside: kept }: Pick<Tables, 'setAside'>,
  now: number,
): Promise<void> => {
  await kept.filter(({ at }) => now - at > month).delete()
}
