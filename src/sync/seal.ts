import { sealEnvelope, voidEnvelope } from '../crypto/envelope.ts'
import type { Device as Keys } from '../crypto/device.ts'
import { Problem } from '../crypto/problem.ts'
import { signRun } from '../crypto/run.ts'
import type { Planned } from '../db/exchange/plan.ts'
import type { SealedRow } from '../db/tables.ts'
import { concat, fromHex, toHex, type Bytes } from '../shared/bytes.ts'
import { zeroId } from '../shared/ids.ts'
import { limits } from '../shared/limits.ts'
import { presentEpoch, presentHead, type Roster } from '../shared/roster/roster.ts'
import type { Chain } from '../shared/roster/writing.ts'
import { writeRun, type Envelope } from '../shared/run.ts'
import type { Exchange } from './exchange.ts'
import { sealKey } from './keys.ts'

/** A run's bytes stay far under what a question may hold: a slow line has to carry one while its device waits. */
const mostBytes = 384 * 1024

type Batch = { readonly planned: Planned[]; size: number }

/** Cuts what is to be sealed into runs: by number, and by a rough size. */
function cut(planned: readonly Planned[]): Planned[][] {
  const batches: Batch[] = []
  for (const one of planned) {
    const size = 400 + JSON.stringify([one.row.set, one.over]).length * 2
    const last = batches.at(-1)
    if (last && last.planned.length < limits.runCount && last.size + size < mostBytes) {
      last.planned.push(one)
      last.size += size
    } else batches.push({ planned: [one], size })
  }
  return batches.map((batch) => batch.planned)
}

/**
 * Seals changes into signed runs, each chained to the one before. No transaction is open: whether the changes still stand is
 * checked when the runs are kept.
 */
export async function sealRuns(
  exchange: Exchange,
  roster: Roster,
  keys: Keys,
  chain: Chain,
  planned: readonly Planned[],
): Promise<SealedRow[]> {
  const epoch = presentEpoch(roster)
  const key = await sealKey(exchange, roster, keys.id, epoch)
  if (!key) throw new Problem('wrap-refused')
  const rows: SealedRow[] = []
  let prevHash: Bytes = fromHex(chain.hash)
  for (const batch of cut(planned)) {
    const firstSeq = batch[0]?.seq ?? 0
    const before = prevHash
    const envelopes: Envelope[] = []
    for (const { row, seq, time, over } of batch) {
      // Its number is taken; what it said is set aside.
      const isVoid = roster.erased.has(row.record)
      const header = {
        kind: isVoid ? ('void' as const) : ('change' as const),
        spaceId: exchange.space,
        recordId: isVoid ? zeroId : row.record,
        deviceId: keys.id,
        seq,
        epoch,
        prevHash,
        nonce: exchange.random(new Uint8Array(12)),
      }
      const { envelope, hash } = isVoid
        ? voidEnvelope(header)
        : await sealEnvelope(key, header, { kind: row.kind, time, set: row.set, over })
      envelopes.push(envelope)
      prevHash = hash
    }
    const unsigned = {
      rosterHead: fromHex(presentHead(roster)),
      deviceId: keys.id,
      firstSeq,
      prevHash: before,
      epoch,
      envelopes,
    }
    const run = await signRun(keys, unsigned, prevHash)
    rows.push({
      firstSeq,
      lastSeq: firstSeq + envelopes.length - 1,
      hash: toHex(prevHash),
      rosterIndex: roster.heads.length - 1,
      bytes: concat(writeRun(run)).buffer,
    })
  }
  return rows
}
