import type { Tables } from './tables.ts'

/** Empties a notebook, in one transaction; what `left` says is all that is in it then. */
export async function wipe(tables: Tables, left: readonly { key: string; value: string }[]): Promise<void> {
  await tables.transaction('rw', tables.tables, async () => {
    for (const table of tables.tables) await table.clear()
    await tables.meta.bulkPut([...left])
  })
}
