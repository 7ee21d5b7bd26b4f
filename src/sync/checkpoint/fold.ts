import { sameKind } from '../../db/join.ts'
import { setFields, type RecordState, type Registers, type Seen } from '../../db/merge.ts'
import { readStamp } from '../../db/stamp.ts'
import type { LogRow } from '../../db/tables.ts'
import type { Reach } from '../../shared/checkpoint/statement.ts'
import { linksOf } from '../../shared/run.ts'
import type { Roster } from '../../shared/roster/roster.ts'
import type { Exchange } from '../exchange.ts'
import { openRun, runIn } from '../open-run.ts'

/** Records that are being folded, and how far. */
export type Fold = { readonly records: Map<string, RecordState>; readonly seen: { [device: string]: number } }

/** Runs of the log that are opened before the next ones are read: a long log never lies here as a whole. */
const atOnce = 50

/** A device's runs between two numbers, some at once, in order. */
async function* runsBetween(
  { tables }: Exchange,
  device: string,
  from: number,
  to: number,
): AsyncGenerator<LogRow[]> {
  for (let last = from; last < to;) {
    const rows = await tables.log
      .where('[device+lastSeq]')
      .between([device, last + 1], [device, to], true, true)
      .limit(atOnce)
      .sortBy('lastSeq')
    if (rows.length === 0) return
    yield rows
    last = rows.at(-1)?.lastSeq ?? to
  }
}

/** What a device wrote up to its reach. False if that isn't here, or something in it doesn't open. */
async function foldChain(
  exchange: Exchange,
  roster: Roster,
  fold: Fold,
  { device, seq, hash }: Reach,
): Promise<boolean> {
  let at = { seq: fold.seen[device] ?? 0, hash: '' }
  for await (const rows of runsBetween(exchange, device, at.seq, seq)) {
    for (const row of rows) {
      const run = row.firstSeq === at.seq + 1 ? runIn(row.bytes) : undefined
      if (!run) return false
      const { changes, aside } = await openRun(exchange, roster, run, linksOf(exchange.space, run))
      // A newer version of the app may read it. Of a device that has left nobody waits for that.
      if (aside.length > 0 && !roster.devices.get(device)?.left) return false
      for (const change of changes) {
        const before = fold.records.get(change.record)
        const registers = setFields(before?.registers ?? {}, change, fold.seen)
        fold.records.set(change.record, { kind: sameKind(before?.kind, change.kind), registers })
        fold.seen[device] = change.seq
      }
      fold.seen[device] = row.lastSeq
      at = { seq: row.lastSeq, hash: row.hash }
    }
  }
  return at.seq === seq && (at.hash === hash || at.hash === '')
}

/** Names of what nobody will ever bring any more say nothing, and which of them are left depends on the order of arrival. */
function tidy(registers: Registers, seen: Seen): Registers {
  const kept = Object.entries(registers).flatMap(([field, { live, ahead }]) => {
    const above = ahead.filter((stamp) => {
      const { device, seq } = readStamp(stamp)
      return seq > (seen[device] ?? 0)
    })
    return Object.keys(live).length > 0 || above.length > 0 ? [[field, { live, ahead: above }] as const] : []
  })
  return Object.fromEntries(kept)
}

/**
 * What the log says up to this reach, upon what was folded before: the same wherever it is worked out. Nothing of what lies in
 * the tables but the log goes into it. Undefined if this device doesn't have all of it, or can't open all.
 */
export async function foldLog(
  exchange: Exchange,
  roster: Roster,
  before: Fold,
  reach: readonly Reach[],
): Promise<ReadonlyMap<string, RecordState> | undefined> {
  const reached = new Set(reach.map(({ device }) => device))
  if (Object.keys(before.seen).some((device) => !reached.has(device))) return undefined
  const fold: Fold = { records: new Map(before.records), seen: { ...before.seen } }
  for (const one of reach) if (!(await foldChain(exchange, roster, fold, one))) return undefined
  const records = [...fold.records].map(([id, { kind, registers }]): [string, RecordState] => [
    id,
    { kind, registers: tidy(registers, fold.seen) },
  ])
  return new Map(records)
}
