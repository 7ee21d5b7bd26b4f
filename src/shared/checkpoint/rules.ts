import type { Refusal } from '../roster/refusal.ts'
import { mayWrite } from '../roster/removing.ts'
import { epochAt, roleAt, type Roster } from '../roster/roster.ts'
import { cutOffs } from '../roster/writing.ts'
import { chunksNow } from './erased.ts'
import type { Statement } from './statement.ts'

/** Whether what a statement says of a device's chain is in no conflict with the roster. */
function reachAllowed(roster: Roster, statement: Statement, at: Statement['reach'][number]): boolean {
  const device = roster.devices.get(at.device)
  if (!device || at.seq === 0 || at.index < device.since || at.index > statement.index) return false
  const cuts = cutOffs(device, at.index)
  return cuts.every(({ seq, hash }) => at.seq < seq || (at.seq === seq && at.hash === hash))
}

/**
 * Whether a checkpoint may stand by this roster; undefined if it may. 'head': another space, or an entry that isn't in this roster;
 * 'epoch': not that entry's; 'cutoff': a chain in it isn't, or ends behind where it was cut off; 'erased': it
 * says what was erased since; 'chain': it doesn't have as many envelopes as it says. The same on both machines; who signed it is another question.
 */
export function checkpointAllowed(roster: Roster, statement: Statement): Refusal | undefined {
  const { space, index, head, epoch, reach, n } = statement
  if (space !== roster.spaceId || roster.heads[index] !== head) return 'head'
  if (epoch !== epochAt(roster, index)) return 'epoch'
  if (!reach.every((one) => reachAllowed(roster, statement, one))) return 'cutoff'
  if (!chunksNow(roster, statement)) return 'erased'
  return reach.reduce((sum, { seq }) => sum + seq, 0) === n && n > 0 ? undefined : 'chain'
}

/** The member for whom a device signs a checkpoint; undefined if it could not write then. */
export function witnessOf(
  roster: Roster,
  { index }: Pick<Statement, 'index'>,
  id: string,
): string | undefined {
  const device = roster.devices.get(id)
  return device && index >= device.since && mayWrite(roleAt(device, index)) ? device.member : undefined
}

/**
 * Whether enough members signed a checkpoint: two, or the only one who could write by the entry that it was made by. So what one
 * member says falsely poisons nobody.
 */
export function isAgreed(roster: Roster, statement: Statement, signers: readonly string[]): boolean {
  const members = (ids: Iterable<string>): Set<string> =>
    new Set([...ids].flatMap((id) => witnessOf(roster, statement, id) ?? []))
  const signed = members(signers)
  return signed.size >= 2 || (signed.size === 1 && members(roster.devices.keys()).size === 1)
}

type End = { readonly device: string; readonly seq: number }

/** Whether a checkpoint, or the chains of a log, say all up to these ends of chains. */
export function covers({ reach }: { readonly reach: readonly End[] }, ends: readonly End[]): boolean {
  const own = new Map(reach.map(({ device, seq }) => [device, seq]))
  return ends.every(({ device, seq }) => seq <= (own.get(device) ?? 0))
}
