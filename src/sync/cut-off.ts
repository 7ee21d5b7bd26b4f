import type { Undone } from '../db/exchange/become.ts'
import type { LogRow, WaitingRow } from '../db/tables.ts'
import type { Roster } from '../shared/roster/roster.ts'
import { cutOffs, rosterIndexOf } from '../shared/roster/writing.ts'
import { linksOf } from '../shared/run.ts'
import { becomeOther } from './copy.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { openRun, runIn } from './open-run.ts'

/** The runs of mine in the log that lie behind where the roster ends them. */
async function cutOffHere({ tables }: Exchange, roster: Roster, me: string): Promise<LogRow[]> {
  const device = roster.devices.get(me)
  // Nearly nobody was ever lowered: then there is nothing to look through.
  if (!device || device.left || !device.roles.some(({ cut }) => cut)) return []
  const rows = await tables.log.where('[device+lastSeq]').between([me, 0], [me, Infinity]).sortBy('lastSeq')
  const first = rows.findIndex(({ bytes, lastSeq }) => {
    const run = runIn(bytes)
    return run !== undefined && cutOffs(device, rosterIndexOf(roster, run)).some(({ seq }) => lastSeq > seq)
  })
  return first < 0 ? [] : rows.slice(first)
}

async function saidBy(exchange: Exchange, roster: Roster, rows: readonly LogRow[]): Promise<WaitingRow[]> {
  const changes: WaitingRow[] = []
  for (const { bytes } of rows) {
    const run = runIn(bytes)
    if (!run) continue
    const opened = await openRun(exchange, roster, run, linksOf(exchange.space, run))
    changes.push(
      ...opened.changes.map(({ seq, record, kind, time, set, over }) => ({
        seq,
        record,
        kind,
        time,
        set,
        over,
      })),
    )
  }
  return changes
}

/**
 * Takes back receipts that turned out to be worth nothing: an exchange that was set back had taken what I wrote, since it had lost that I
 * may only read, and dropped it when that came again. True if there were any: the same changes are open then, under a new name,
 * because others may have seen them under the old one; they wait like all that a reader has written before.
 */
export async function reopenCutOff(exchange: Exchange, roster: Roster): Promise<boolean> {
  const keys = await keysNow(exchange)
  const runs = await cutOffHere(exchange, roster, keys.id)
  if (runs.length === 0) return false
  const undone: Undone = { runs, changes: await saidBy(exchange, roster, runs) }
  await becomeOther(exchange, keys, undone)
  return true
}
