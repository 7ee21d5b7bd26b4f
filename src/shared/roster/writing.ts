import { toHex } from '../bytes.ts'
import { lastSeqOf, type Run } from '../run.ts'
import type { CutOff } from './bodies.ts'
import { epochAt, presentEpoch, roleAt, roleNow, type Roster, type RosterDevice } from './roster.ts'
import type { Refusal } from './refusal.ts'

/** How far a device's chain has come: its last envelope (hash as hex), and the entry by whose head it was written. */
export type Chain = { readonly seq: number; readonly hash: string; readonly rosterIndex: number }

/** The chain of a device that never wrote. */
export const noChain: Chain = { seq: 0, hash: '0'.repeat(64), rosterIndex: 0 }

/** Where a device's chain was cut off after the entry of that index. */
export const cutOffs = ({ left, roles }: RosterDevice, index: number): CutOff[] => [
  ...roles.flatMap(({ from, cut }) => (cut && from > index ? cut : [])),
  ...(left ? [left] : []),
]

/** Whether the end of a run is the one that the roster names where it cuts the chain there: else another one lies before it. */
export function endsRightly(roster: Roster, run: Run, lastHash: string): boolean {
  const device = roster.devices.get(run.deviceId)
  const cuts = device ? cutOffs(device, rosterIndexOf(roster, run)) : []
  return cuts.every(({ seq, hash }) => seq !== lastSeqOf(run) || hash === lastHash)
}

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
  if (run.epoch !== epochAt(roster, index)) return 'epoch'
  if (cutOffs(device, index).some(({ seq }) => lastSeqOf(run) > seq)) return 'cutoff'
  return run.firstSeq === chain.seq + 1 && toHex(run.prevHash) === chain.hash ? undefined : 'chain'
}

/** What the server asks besides of a run that is new: that its device may write now, in the present epoch. */
export function newWriteAllowed(roster: Roster, run: Run, chain: Chain): Refusal | undefined {
  const role = roleNow(roster, run.deviceId)
  if (!roster.devices.has(run.deviceId)) return 'device'
  if (role !== 'coordinator' && role !== 'member') return role ? 'role' : 'cutoff'
  const refusal = writeAllowed(roster, run, chain)
  // Whoever sealed it before the key turned seals it anew.
  return refusal ?? (run.epoch === presentEpoch(roster) ? undefined : 'epoch')
}

/** The entry by whose head a run was written, by index. */
export const rosterIndexOf = (roster: Roster, run: Pick<Run, 'rosterHead'>): number =>
  roster.heads.indexOf(toHex(run.rosterHead))
