import { withBelongings } from './belongings.ts'
import { dueInBin } from './binned.ts'
import { eraseRecords } from './erase.ts'
import type { Notebook } from './tables.ts'

const day = 24 * 60 * 60 * 1000
const lookedKey = 'binLookedAt'

/**
 * In a notebook that isn't shared: erases what has lain in the bin for its thirty days, by the one clock there is. Looks once a day. In a
 * shared one the exchange does that, for everybody.
 */
export async function tendBin({ tables, now }: Pick<Notebook, 'tables' | 'now'>): Promise<void> {
  if (await tables.meta.get('exchange')) return
  const looked = Number((await tables.meta.get(lookedKey))?.value ?? 0)
  if (Math.abs(now() - looked) < day) return
  await tables.meta.put({ key: lookedKey, value: String(now()) })
  const due = await dueInBin(tables, { here: now(), there: now() }, false)
  if (due.length > 0)
    await eraseRecords(tables, await withBelongings(tables, due), { at: now(), keepUnsent: false })
}
