import { toHex } from '../bytes.ts'
import { lastSeqOf, type Run } from '../run.ts'
import { presentEpoch, roleAt, roleNow, type Roster } from './roster.ts'
import type { Refusal } from './rules.ts'

/** How far a device's chain has come: its last envelope (hash as hex), and the entry by whose head it was written. */
export type Chain = { readonly seq: number; readonly hash: string; readonly rosterIndex: number }

/** The chain of a device that never wrote. */
export const noChain: Chain = { seq: 0, hash: '0'.repeat(64), rosterIndex: 0 }

/**
 * Whether a run may follow upon its device's chain, by the roster that it names; undefined if it may. Its signature and
 * its chain's inner links are checked besides (`verifyRun` in crypto). The same on both machines.
 */
export function writeAllowed(roster: Roster, run: Run, chain: Chain): Refusal | undefined {
  const device = roster.devices.get(run.deviceId)
  const index = roster.heads.indexOf(toHex(run.rosterHead))
  if (!device) return 'device'
  if (index < 0 || index < device.since || index < chain.rosterIndex) return 'head'
  const role = roleAt(device, index)
  if (role !== 'coordinator' && role !== 'member') return 'role'
  // One epoch so far; the one that stood at that entry, once there are more.
  if (run.epoch !== presentEpoch(roster)) return 'epoch'
  if (device.left && lastSeqOf(run) > device.left.seq) return 'cutoff'
  return run.firstSeq === chain.seq + 1 && toHex(run.prevHash) === chain.hash ? undefined : 'chain'
}

/** What the server asks besides of a run that is new: that its device may write now. */
export function newWriteAllowed(roster: Roster, run: Run, chain: Chain): Refusal | undefined {
  const role = roleNow(roster, run.deviceId)
  if (!roster.devices.has(run.deviceId)) return 'device'
  if (role !== 'coordinator' && role !== 'member') return role ? 'role' : 'cutoff'
  return writeAllowed(roster, run, chain)
}

/** The entry by whose head a run was written, by index. */
export const rosterIndexOf = (roster: Roster, run: Pick<Run, 'rosterHead'>): number =>
  roster.heads.indexOf(toHex(run.rosterHead))
