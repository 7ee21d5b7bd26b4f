import { keepResealed } from '../db/exchange/keep-resealed.ts'
import type { WaitingRow } from '../db/tables.ts'
import { toHex } from '../shared/bytes.ts'
import type { Roster } from '../shared/roster/roster.ts'
import { newWriteAllowed } from '../shared/roster/writing.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { runIn } from './open-run.ts'
import { sealRuns } from './seal.ts'

/**
 * Refusals that end once the same changes are sealed by the present head: the key has turned, it might not write for a while, or that
 * head was of a branch that was given up.
 */
const outlived = new Set(['epoch', 'cutoff', 'head'])

const plannedOf = ({ seq, record, kind, time, set, over }: WaitingRow) => ({
  row: { record, open: 0, kind, time, set, over },
  seq,
  time,
  over,
})

/**
 * Seals what was sealed and never received anew, the same changes under the same numbers, if the roster has moved on so that the
 * exchange would refuse them as they are. To be called after the exchange has said what it has of me.
 */
export async function resealOld(exchange: Exchange, roster: Roster): Promise<void> {
  const { tables } = exchange
  const rows = await tables.sealed.orderBy('firstSeq').toArray()
  const first = rows[0] && runIn(rows[0].bytes)
  if (!first) return
  const chain = { seq: first.firstSeq - 1, hash: toHex(first.prevHash), rosterIndex: 0 }
  const refusal = newWriteAllowed(roster, first, chain)
  if (!refusal || !outlived.has(refusal)) return
  const keys = await keysNow(exchange)
  const waiting = await tables.waiting.where('seq').aboveOrEqual(first.firstSeq).sortBy('seq')
  await keepResealed(
    tables,
    keys.id,
    rows,
    await sealRuns(exchange, roster, keys, chain, waiting.map(plannedOf)),
  )
}
