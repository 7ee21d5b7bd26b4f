import type { EntryRow, TownRow } from './tables.ts'

/** All that lies on the device of the register. */
export type Whole = { readonly towns: readonly TownRow[]; readonly entries: readonly EntryRow[] }

/**
 * Reads the whole register called so; rejects where there is none. Without Dexie: a worker that only reads would have to bring
 * a second one along.
 */
export function readWhole(name: string): Promise<Whole> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    // There is none yet: what came to be by opening it would not be what the app makes.
    opening.addEventListener('upgradeneeded', () => opening.transaction?.abort())
    opening.addEventListener('error', () => reject(opening.error ?? new Error(`there is no ${name}`)))
    opening.addEventListener('success', () => {
      const database = opening.result
      const reading = database.transaction(['towns', 'entries'])
      const towns = reading.objectStore('towns').getAll() as IDBRequest<TownRow[]>
      const entries = reading.objectStore('entries').getAll() as IDBRequest<EntryRow[]>
      reading.addEventListener('complete', () => {
        database.close()
        resolve({ towns: towns.result, entries: entries.result })
      })
      reading.addEventListener('abort', () => {
        database.close()
        reject(reading.error ?? new Error(`${name} can't be read`))
      })
    })
  })
}
