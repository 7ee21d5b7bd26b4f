import { registerHere } from '../db/register/open.ts'
import type { Row } from '../db/show.ts'
import { textOf } from '../records/fields.ts'
import { cameBack, entryTypeOf, revisionOf } from '../records/kinds/publication.ts'
import type { Exchange } from './exchange.ts'
import { SyncProblem } from './problem.ts'
import { publishEntry } from './publish.ts'

const end = '\uffff'

/** The entries that this space ever published, also of those that are deleted here. */
async function publications({ tables }: Exchange): Promise<Row[]> {
  const lists = ['publication', 'bin'].map((list) =>
    tables.records
      .where('[list+sort]')
      .between([list, ''], [list, end], true, true)
      .filter(({ kind }) => kind === 'publication')
      .toArray(),
  )
  return (await Promise.all(lists)).flat()
}

/** Whoever may not, or was not fast enough, leaves it to the coordinators. */
const isNobodysFault = (error: unknown): boolean =>
  error instanceof SyncProblem && (error.code === 'refused' || error.code === 'stale')

/**
 * Takes out once more what this space withdrew and the register shows again, since the exchange was set back: what a screen calls withdrawn
 * doesn't wait for somebody to notice. Returns how many entries; 0 on devices that don't coordinate. Rejects as `Ask`.
 */
export async function withdrawAgain(exchange: Exchange, register = registerHere()): Promise<number> {
  const rows = await publications(exchange)
  const items = await register.entries.bulkGet(rows.map(({ fields }) => textOf(fields, 'entry')))
  let count = 0
  for (const [at, { fields }] of rows.entries()) {
    if (!cameBack(fields, items[at])) continue
    const revision = revisionOf(fields) + 1
    try {
      const type = entryTypeOf(fields)
      await publishEntry(exchange, { entry: textOf(fields, 'entry'), type, revision, content: null })
      count += 1
    } catch (error) {
      if (!isNobodysFault(error)) throw error
    }
  }
  return count
}
