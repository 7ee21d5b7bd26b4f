import { setAside } from '../set-aside.ts'
import type { SealedRow, Tables } from '../tables.ts'

/**
 * Puts runs in the place of those that say the same and were never received, in one transaction. Nothing happens if those
 * aren't the ones that lie here any more. What waits of records that were `erased` is not in them any more, and is set aside.
 */
export async function keepResealed(
  tables: Tables,
  me: string,
  { before, after }: { readonly before: readonly SealedRow[]; readonly after: readonly SealedRow[] },
  erased: ReadonlySet<string>,
  now: number,
): Promise<void> {
  const { sealed, seen, waiting, setAside: aside } = tables
  await tables.transaction('rw', [sealed, seen, waiting, aside], async () => {
    const here = await sealed.orderBy('firstSeq').toArray()
    const isSame = here.length === before.length && here.every(({ hash }, at) => hash === before[at]?.hash)
    const last = after.at(-1)
    if (!isSame || !last || last.lastSeq !== before.at(-1)?.lastSeq) return
    const gone = await waiting.filter(({ record }) => erased.has(record)).toArray()
    await setAside(tables, gone, now)
    // Their numbers are taken, should all of it have to be sealed once more.
    await waiting.bulkPut(gone.map((row) => ({ ...row, set: {}, over: {} })))
    await sealed.clear()
    await sealed.bulkPut([...after])
    await seen.put({ device: me, seq: last.lastSeq, hash: last.hash, rosterIndex: last.rosterIndex })
  })
}
