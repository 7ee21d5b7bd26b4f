import { toHex } from '../bytes.ts'
import { lastSeqOf, type Run } from '../run.ts'
import type { CutOff } from './bodies.ts'
import {
  branchWith,
  epochAt,
  presentEpoch,
  roleAt,
  roleNow,
  type Abandoned,
  type Roster,
  type RosterDevice,
} from './roster.ts'
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

/** Where the chain of one who wrote in a branch ends besides: by the heal, and by what came after it. */
function cutOffsAfter({ devices }: Roster, { at, cuts }: Abandoned, id: string): CutOff[] {
  const device = devices.get(id)
  const later = device
    ? cutOffs(device, at).filter((cut) => cut !== device.left || device.left.index > at)
    : []
  return [...(cuts[id] ? [cuts[id]] : []), ...later]
}

/** Every cut-off that holds for a run, by the head that it names. */
function cutOffsFor(roster: Roster, run: Run): CutOff[] {
  const branch = branchWith(roster, toHex(run.rosterHead))
  if (branch) return [...cutOffsFor(branch.roster, run), ...cutOffsAfter(roster, branch, run.deviceId)]
  const device = roster.devices.get(run.deviceId)
  return device ? cutOffs(device, roster.heads.indexOf(toHex(run.rosterHead))) : []
}

/** Whether the end of a run is the one that the roster names where it cuts the chain there: else another one lies before it. */
export const endsRightly = (roster: Roster, run: Run, lastHash: string): boolean =>
  cutOffsFor(roster, run).every(({ seq, hash }) => seq !== lastSeqOf(run) || hash === lastHash)

/** The same for one that was written in a branch, before the fork was healed: by that branch, and by what ended since. */
function branchAllows(roster: Roster, branch: Abandoned, run: Run, chain: Chain): Refusal | undefined {
  if (rosterIndexOf(roster, run) < chain.rosterIndex) return 'head'
  const refusal = writeAllowed(branch.roster, run, { ...chain, rosterIndex: 0 })
  if (refusal) return refusal
  const ends = cutOffsAfter(roster, branch, run.deviceId)
  return ends.some(({ seq }) => lastSeqOf(run) > seq) ? 'cutoff' : undefined
}

/**
 * Whether a run may follow upon its device's chain, by the roster that it names; undefined if it may. Its signature and
 * its chain's inner links are checked besides (`verifyRun` in crypto). The same on both machines.
 */
export function writeAllowed(roster: Roster, run: Run, chain: Chain): Refusal | undefined {
  const branch = branchWith(roster, toHex(run.rosterHead))
  if (branch) return branchAllows(roster, branch, run, chain)
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
  // Whoever sealed it before the key turned, or in a branch that was given up, seals it anew.
  const isPresent = run.epoch === presentEpoch(roster) && !branchWith(roster, toHex(run.rosterHead))
  return refusal ?? (isPresent ? undefined : 'epoch')
}

/**
 * The entry by whose head a run was written, by index. All heads of a branch that was given up count as the last one before the
 * heal: within it no order is asked for.
 */
export const rosterIndexOf = (roster: Roster, run: Pick<Run, 'rosterHead'>): number => {
  const branch = branchWith(roster, toHex(run.rosterHead))
  return branch ? branch.at - 1 : roster.heads.indexOf(toHex(run.rosterHead))
}
