import { concat, toHex } from '../../shared/bytes.ts'
import { covers } from '../../shared/checkpoint/rules.ts'
import { endpoints, type Mark } from '../../shared/exchange/endpoints.ts'
import { Refused } from '../ask.ts'
import type { Exchange } from '../exchange.ts'
import { knownRoster } from '../roster.ts'
import { askAs, type Asker } from '../token.ts'
import { keptStatement } from './kept.ts'
import { askKnown } from './known.ts'
import { sayAgain } from './say-again.ts'

/**
 * Gives an exchange that was set back the checkpoint that this device goes by, where a chain ends before it: what came before it
 * may lie nowhere else any more.
 */
export async function offerCheckpoint(
  exchange: Exchange,
  asker: Asker,
  marks: ReadonlyMap<string, Pick<Mark, 'seq'>>,
): Promise<void> {
  const { tables } = exchange
  const kept = await keptStatement(exchange)
  if (
    !kept?.statement.reach.some(({ device, seq }) => marks.has(device) && seq > (marks.get(device)?.seq ?? 0))
  )
    return
  await sayAgain(exchange, asker, kept.statement)
  const known = await askKnown(exchange, asker, await knownRoster(exchange))
  if (known.some(({ isAgreed, statement }) => isAgreed && covers(statement, kept.statement.reach))) return
  const row = await tables.checkpoint.get('agreed')
  if (!row) return
  const put = async (): Promise<void> => {
    for (const { bytes } of await tables.chunks.orderBy('index').toArray())
      await askAs(exchange, asker, endpoints.putChunk, { parts: [concat(new Uint8Array(bytes))] })
    const question = { bytes: toHex(new Uint8Array(row.bytes)), signatures: row.signatures }
    await askAs(exchange, asker, endpoints.putCheckpoint, question)
  }
  try {
    await put()
  } catch (error) {
    // Chunks that were sealed anew went with the exchange, and maybe with whoever had them.
    const areLost = error instanceof Refused && error.reason === 'unknown'
    if (!areLost || !(await sayAgain(exchange, asker, kept.statement, true))) throw error
    await put()
  }
}
