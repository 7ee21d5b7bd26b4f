import type { Tables } from '../db/tables.ts'
import { metaKeys, type Stopped } from './status.ts'

/** Puts what the screens are told into the tables; they hear of it by their live queries. */
export async function tell(
  tables: Tables,
  key: keyof typeof metaKeys,
  value: string | undefined,
): Promise<void> {
  if (value === undefined) await tables.meta.delete(metaKeys[key])
  else if ((await tables.meta.get(metaKeys[key]))?.value !== value)
    await tables.meta.put({ key: metaKeys[key], value })
}

/** Why the exchange stands still; undefined when it goes on. */
export const tellStopped = (tables: Tables, stopped: Stopped | undefined): Promise<void> =>
  tell(tables, 'stopped', stopped)

/** Whether the exchange has acknowledged everything that lies here. */
async function isAllSafe({ outbox, sealed, unsentPhotos }: Tables): Promise<boolean> {
  const counts = await Promise.all([outbox.count(), sealed.count(), unsentPhotos.count()])
  return counts.every((count) => count === 0)
}

/** After a round without a problem: when it was, and since when everything is safe. */
export async function tellTalked(tables: Tables, now: number): Promise<void> {
  const { meta, outbox, sealed, unsentPhotos } = tables
  await tables.transaction('rw', [meta, outbox, sealed, unsentPhotos], async () => {
    await meta.put({ key: metaKeys.talkedAt, value: String(now) })
    await meta.delete(metaKeys.stopped)
    await meta.delete(metaKeys.moving)
    if (!(await isAllSafe(tables))) return
    // Since when: the first moment at which it was so, not the last one at which it was found to be so still.
    const before = Number((await meta.get(metaKeys.safeAt))?.value ?? 0)
    const wasUnsafe = (await meta.get('unsafeAt')) !== undefined
    if (before === 0 || wasUnsafe) await meta.put({ key: metaKeys.safeAt, value: String(now) })
    await meta.delete('unsafeAt')
  })
}

/** Something waits: the next moment at which nothing does is a new one. */
export async function tellUnsafe(tables: Tables, now: number): Promise<void> {
  if (!(await isAllSafe(tables))) await tables.meta.put({ key: 'unsafeAt', value: String(now) })
}
