import { textOf } from '../records/fields.ts'
import type { Notebook, Tables } from './tables.ts'

const keepKey = 'keepPhotos'

/** Whether all photos of a notebook are to lie on this device; else those that somebody took or looked at here. */
export const keepsAllPhotos = async ({ meta }: Tables): Promise<boolean> =>
  (await meta.get(keepKey))?.value === 'all'

/** Chooses that. What lies here already stays. */
export async function keepAllPhotos({ meta }: Tables, isAll: boolean): Promise<void> {
  await meta.put({ key: keepKey, value: isAll ? 'all' : 'looked' })
}

/** The photos that stand in a notebook, the newest first: their ids alone. */
export const photoIds = ({ records }: Tables): Promise<string[]> =>
  records.where('[list+sort]').between(['photo', ''], ['photo', '\uffff'], true, true).reverse().primaryKeys()

/** How many photos stand in a notebook, and of how many the bytes lie here, not only the small picture. */
export async function countPhotosHere({ tables }: Notebook): Promise<{ here: number; all: number }> {
  const [ids, lie] = await Promise.all([photoIds(tables), tables.photos.toCollection().primaryKeys()])
  const here = new Set(lie)
  return { here: ids.filter((id) => here.has(id)).length, all: ids.length }
}

/** A photo whose bytes need not lie here, and how many they are. */
export type Spare = { readonly id: string; readonly bytes: number }

/**
 * Photos that lie here and, as far as this device knows, at the exchange too. Never what waits to be sent, bytes or text; nor a
 * photo with two versions of its key: which of them opens what lies there, nobody here can tell.
 */
export async function sparePhotos({ photos, records, ...tables }: Tables): Promise<Spare[]> {
  const ids = await photos.toCollection().primaryKeys()
  const [rows, bytes, open, sealed] = await Promise.all([
    records.bulkGet(ids),
    tables.unsentPhotos.toCollection().primaryKeys(),
    tables.outbox.toCollection().primaryKeys(),
    tables.waiting.orderBy('record').uniqueKeys(),
  ])
  const waits = new Set([...bytes, ...open.map(([record]) => record), ...sealed.map(String)])
  return rows.flatMap((row) => {
    if (!row || waits.has(row.id) || !textOf(row.fields, 'key')) return []
    if (row.twice.includes('key') || row.twice.includes('pieces')) return []
    const { size } = row.fields
    return [{ id: row.id, bytes: typeof size === 'number' ? size : 0 }]
  })
}

/**
 * Drops the bytes of those of these photos that are still to spare; their small pictures stay. In one transaction with what
 * could make them wait, so that nothing unsent is ever among them.
 */
export async function dropPhotos(tables: Tables, ids: ReadonlySet<string>): Promise<Spare[]> {
  const { photos, records, unsentPhotos, outbox, waiting } = tables
  return tables.transaction('rw', [photos, records, unsentPhotos, outbox, waiting], async () => {
    const gone = (await sparePhotos(tables)).filter(({ id }) => ids.has(id))
    await photos.bulkDelete(gone.map(({ id }) => id))
    return gone
  })
}
