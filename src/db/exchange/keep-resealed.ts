import type { SealedRow, Tables } from '../tables.ts'

/**
 * Puts runs in the place of those that say the same and were never received, in one transaction. Nothing happens if those
 * aren't the ones that lie here any more.
 */
export async function keepResealed(
  { sealed, seen }: Tables,
  me: string,
  before: readonly SealedRow[],
  after: readonly SealedRow[],
): Promise<void> {
  await sealed.db.transaction('rw', sealed, seen, async () => {
    const now = await sealed.orderBy('firstSeq').toArray()
    const isSame = now.length === before.length && now.every(({ hash }, at) => hash === before[at]?.hash)
    const last = after.at(-1)
    if (!isSame || !last || last.lastSeq !== before.at(-1)?.lastSeq) return
    await sealed.clear()
    await sealed.bulkPut([...after])
    await seen.put({ device: me, seq: last.lastSeq, hash: last.hash, rosterIndex: last.rosterIndex })
  })
}
