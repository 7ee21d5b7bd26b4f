import type { Reach } from '../../shared/checkpoint/statement.ts'
import type { Cursor } from '../../shared/exchange/endpoints.ts'
import type { Roster } from '../../shared/roster/roster.ts'
import { rosterIndexOf } from '../../shared/roster/writing.ts'
import type { Exchange } from '../exchange.ts'
import { runIn } from '../open-run.ts'
import { readCursor } from '../pull.ts'
import { keptStatement } from './kept.ts'

/** A place in the log up to which this device has everything, and nothing behind it. */
export type Place = { readonly cursor: Cursor; readonly reach: readonly Reach[] }

/** The end of a device's chain in the log that is kept here. */
async function endIn(
  { tables }: Exchange,
  roster: Roster,
  device: string,
  seq: number,
): Promise<Reach | undefined> {
  const row = await tables.log.get([device, seq])
  const run = row && runIn(row.bytes)
  return run && row ? { device, seq, hash: row.hash, index: rosterIndexOf(roster, run) } : undefined
}

/**
 * Where chains end here, each asked for by its device and the number it is to end with: as the checkpoint that is kept says, else by the
 * log. Undefined if one of them doesn't.
 */
export async function reachHere(
  exchange: Exchange,
  roster: Roster,
  ends: readonly (readonly [device: string, seq: number])[],
): Promise<Reach[] | undefined> {
  const kept = new Map((await keptStatement(exchange))?.statement.reach.map((one) => [one.device, one]))
  const reach: Reach[] = []
  for (const [device, seq] of ends) {
    const covered = kept.get(device)
    const one = covered?.seq === seq ? covered : await endIn(exchange, roster, device, seq)
    if (!one) return undefined
    reach.push(one)
  }
  return reach
}

/**
 * Where this device is in the log, if that is a place that a checkpoint can be of: undefined while runs wait, or while what was
 * received isn't all that lies before it.
 */
export async function placeHere(exchange: Exchange, roster: Roster): Promise<Place | undefined> {
  const { tables } = exchange
  const { log, frozen, meta, checkpoint } = tables
  const found = await tables.transaction('r', [log, frozen, meta, checkpoint], async () => ({
    cursor: await readCursor(exchange),
    keys: await log.toCollection().primaryKeys(),
    waiting: await frozen.count(),
    kept: await keptStatement(exchange),
  }))
  if (found.waiting > 0) return undefined
  const ends = new Map(found.kept?.statement.reach.map(({ device, seq }) => [device, seq]))
  for (const [device, seq] of found.keys) ends.set(device, Math.max(seq, ends.get(device) ?? 0))
  if ([...ends.values()].reduce((sum, seq) => sum + seq, 0) !== found.cursor.n) return undefined
  const ordered = [...ends].sort(([one], [other]) => (one < other ? -1 : 1))
  const reach = await reachHere(exchange, roster, ordered)
  return reach && { cursor: found.cursor, reach }
}
