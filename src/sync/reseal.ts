import { keepResealed } from '../db/exchange/keep-resealed.ts'
import type { WaitingRow } from '../db/tables.ts'
import { toHex } from '../shared/bytes.ts'
import { erasedBytes } from '../shared/erasing.ts'
import type { Roster } from '../shared/roster/roster.ts'
import { newWriteAllowed, rosterIndexOf } from '../shared/roster/writing.ts'
import { Refused } from './ask.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { runIn } from './open-run.ts'
import { pushSome } from './push.ts'
import { sealRuns } from './seal.ts'
import type { Asker } from './token.ts'

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
 * Sends what was sealed before a fork was healed as it is: the exchange may have had it before it was set back, and others have it
 * from there. What it doesn't take is left as it was.
 */
export async function sendAsItIs(exchange: Exchange, asker: Asker, roster: Roster): Promise<void> {
  const { sealed } = exchange.tables
  try {
    for (;;) {
      const row = await sealed.orderBy('firstSeq').first()
      const run = row && runIn(row.bytes)
      const isOlder = run && roster.abandoned.some(({ at }) => rosterIndexOf(roster, run) < at)
      if (!isOlder || (await pushSome(exchange, asker, 'again')) === 0) return
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

/**
 * Seals what was sealed and never received anew, the same changes under the same numbers, if the roster has moved on so that the
 * exchange would refuse them as they are, or one of them is of something that was erased. To be called after the exchange has said what it has of me.
 */
export async function resealOld(exchange: Exchange, roster: Roster): Promise<void> {
  const { tables } = exchange
  const rows = await tables.sealed.orderBy('firstSeq').toArray()
  const first = rows[0] && runIn(rows[0].bytes)
  if (!first) return
  const chain = { seq: first.firstSeq - 1, hash: toHex(first.prevHash), rosterIndex: 0 }
  const refusal = newWriteAllowed(roster, first, chain)
  const speaks = rows.some(({ bytes }) => erasedBytes(new Uint8Array(bytes), roster.erased))
  if (!speaks && (!refusal || !outlived.has(refusal))) return
  const keys = await keysNow(exchange)
  const waiting = await tables.waiting.where('seq').aboveOrEqual(first.firstSeq).sortBy('seq')
  const after = await sealRuns(exchange, roster, keys, chain, waiting.map(plannedOf))
  await keepResealed(tables, keys.id, { before: rows, after }, roster.erased, exchange.now())
}
