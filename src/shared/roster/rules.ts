import { Malformed, toHex } from '../bytes.ts'
import { limits } from '../limits.ts'
import * as bodies from './bodies.ts'
import { isAtMost, type AdmitBody, type IssueBody, type LeaveBody, type RoleBody } from './bodies.ts'
import type { EntryRead } from './entry.ts'
import type { Branch } from './branch.ts'
import { erase, eraseAllowed } from './erasing.ts'
import { heal, healAllowed } from './healing.ts'
import type { Refusal } from './refusal.ts'
import { losesLast, mayWrite, remove, removeAllowed, withoutSlipsOf } from './removing.ts'
import {
  liveSlips,
  ownCopy,
  presentDevices,
  presentEpoch,
  presentHead,
  roleNow,
  type OwnRoster,
  type Roster,
} from './roster.ts'

function issueAllowed(roster: Roster, signer: string, body: IssueBody): Refusal | undefined {
  const role = roleNow(roster, signer)
  if (!role) return 'signer'
  // As coordinator nobody is admitted by a link: that is done in person, or by a recovery sheet, which has no end.
  if (!isAtMost(body.role, role) || (body.role === 'coordinator') !== (body.expires === 0)) return 'role'
  const own = roster.devices.get(signer)?.member === body.member
  if (role !== 'coordinator' && !own) return 'member'
  if (roster.slips.has(body.slip) || roster.devices.has(body.slip)) return 'slip'
  return liveSlips(roster).length >= limits.slips ? 'too-many' : undefined
}

function admitAllowed(roster: Roster, signer: string, body: AdmitBody): Refusal | undefined {
  if (roster.devices.has(body.device) || roster.slips.has(body.device)) return 'device'
  if (presentDevices(roster).length >= limits.devices) return 'too-many'
  if (body.slip) {
    const slip = roster.slips.get(body.slip)
    if (signer !== body.slip || slip?.state !== 'live') return 'slip'
    if (body.member !== slip.member) return 'member'
    return body.role === slip.role ? undefined : 'role'
  }
  const role = roleNow(roster, signer)
  if (!role) return 'signer'
  if (!isAtMost(body.role, role)) return 'role'
  const own = roster.devices.get(signer)?.member === body.member
  return role === 'coordinator' || own ? undefined : 'member'
}

function revokeAllowed(roster: Roster, signer: string, slipId: string): Refusal | undefined {
  const role = roleNow(roster, signer)
  if (!role) return 'signer'
  const slip = roster.slips.get(slipId)
  if (slip?.state !== 'live') return 'slip'
  return role === 'coordinator' || slip.issuer === signer ? undefined : 'role'
}

function roleAllowed(roster: Roster, signer: string, body: RoleBody): Refusal | undefined {
  const role = roleNow(roster, signer)
  if (role !== 'coordinator') return role ? 'role' : 'signer'
  const before = roleNow(roster, body.device)
  if (!before) return 'device'
  // Whoever may write no more has a last envelope; nobody else has.
  if (before === body.role || (mayWrite(before) && !mayWrite(body.role)) !== (body.cut !== null))
    return 'role'
  const isLast = before === 'coordinator' && losesLast(roster, new Set([body.device]))
  return isLast ? 'last-coordinator' : undefined
}

function leaveAllowed(roster: Roster, signer: string): Refusal | undefined {
  const role = roleNow(roster, signer)
  if (!role) return 'signer'
  const isAlone = presentDevices(roster).length === 1
  const isLast = role === 'coordinator' && losesLast(roster, new Set([signer]))
  return isLast && !isAlone ? 'last-coordinator' : undefined
}

function judge(
  roster: Roster,
  { kind, signer, body }: EntryRead,
  branch: Branch | undefined,
): Refusal | undefined {
  switch (kind) {
    case 'issue':
      return issueAllowed(roster, signer, bodies.readIssue(body))
    case 'admit':
      return admitAllowed(roster, signer, bodies.readAdmit(body))
    case 'revoke':
      return revokeAllowed(roster, signer, bodies.readRevoke(body).slip)
    case 'role':
      return roleAllowed(roster, signer, bodies.readRole(body))
    case 'leave':
      bodies.readLeave(body)
      return leaveAllowed(roster, signer)
    case 'remove':
      return removeAllowed(roster, signer, bodies.readRemove(body))
    case 'erase':
      return eraseAllowed(roster, signer, bodies.readErase(body))
    case 'heal':
      return healAllowed(roster, signer, bodies.readHeal(body), branch)
    default:
      return 'kind'
  }
}

/**
 * Whether an entry may follow upon this roster; undefined if it may. The same on both machines, which both check the
 * signatures besides (`verifyEntry` in crypto). Neither the clock nor anything else decides here. `branch` is what a heal gives
 * up: without it no heal is allowed.
 */
export function rosterAllows(roster: Roster, entry: EntryRead, branch?: Branch): Refusal | undefined {
  const follows = entry.index === roster.heads.length && toHex(entry.prevHead) === presentHead(roster)
  if (!follows || entry.spaceId !== roster.spaceId) return 'head'
  try {
    return judge(roster, entry, branch)
  } catch (error) {
    if (error instanceof Malformed) return 'malformed'
    throw error
  }
}

type Next = Partial<
  Pick<OwnRoster, 'devices' | 'slips' | 'erased'> & Pick<Roster, 'epochs' | 'abandoned' | 'erasures'>
>

function admit(roster: OwnRoster, { index, prevHead, signer }: EntryRead, body: AdmitBody): Next {
  const { devices, slips } = roster
  const { slip: slipId, wrap, device: id, role, ...rest } = body
  const kept = { bytes: wrap, epoch: presentEpoch(roster), headBefore: toHex(prevHead) }
  const slip = slips.get(slipId)
  const asked = { id, slip: slipId, by: slip?.issuer ?? signer, since: index }
  const device = { ...rest, ...asked, roles: [{ from: index, role }], wraps: [kept] }
  return {
    devices: devices.set(id, device),
    slips: slip ? slips.set(slipId, { ...slip, state: 'used' }) : slips,
  }
}

function leave(roster: OwnRoster, { index, signer }: EntryRead, body: LeaveBody): Next {
  const device = roster.devices.get(signer)
  if (!device) return roster
  return {
    devices: roster.devices.set(signer, { ...device, left: { index, isRemoved: false, ...body } }),
    slips: withoutSlipsOf(roster, new Set([signer])),
  }
}

function setRole(roster: OwnRoster, { index }: EntryRead, { device: id, role, cut }: RoleBody): Next {
  const device = roster.devices.get(id)
  if (!device) return roster
  const lowers = !isAtMost(roleNow(roster, id) ?? 'reader', role)
  const changed = { from: index, role, ...(cut ? { cut } : {}) }
  return {
    devices: roster.devices.set(id, { ...device, roles: [...device.roles, changed] }),
    // What it could give it can give no more.
    slips: lowers ? withoutSlipsOf(roster, new Set([id])) : roster.slips,
  }
}

function next(roster: OwnRoster, entry: EntryRead, branch: Branch | undefined): Next {
  const { devices, slips } = roster
  const { kind, index, signer, prevHead, body } = entry
  if (kind === 'issue') {
    const { wrap, ...slip } = bodies.readIssue(body)
    const kept = { bytes: wrap, epoch: presentEpoch(roster), headBefore: toHex(prevHead) }
    return {
      devices,
      slips: slips.set(slip.slip, { ...slip, wrap: kept, issuer: signer, since: index, state: 'live' }),
    }
  }
  if (kind === 'admit') return admit(roster, entry, bodies.readAdmit(body))
  if (kind === 'erase') return erase(roster, { index, by: signer }, bodies.readErase(body))
  if (kind === 'leave') return leave(roster, entry, bodies.readLeave(body))
  if (kind === 'remove')
    return remove(roster, { index, headBefore: toHex(prevHead) }, bodies.readRemove(body))
  if (kind === 'heal')
    return branch
      ? heal(roster, { index, headBefore: toHex(prevHead) }, bodies.readHeal(body), branch)
      : roster
  if (kind === 'revoke') {
    const { slip: id } = bodies.readRevoke(body)
    const slip = slips.get(id)
    return {
      devices,
      slips: slip ? slips.set(id, { ...slip, state: 'revoked' }) : slips,
    }
  }
  return setRole(roster, entry, bodies.readRole(body))
}

/** The roster after an entry that `rosterAllows` and whose signatures hold; `head` is that entry's, `branch` what a heal gives up. */
export const follow = (roster: Roster, entry: EntryRead, head: Uint8Array, branch?: Branch): Roster =>
  advance(ownCopy(roster), entry, head, branch)

/** The same for one that nobody else holds: it is changed in place, and is worth nothing afterwards but for what this returns. */
export function advance(roster: OwnRoster, entry: EntryRead, head: Uint8Array, branch?: Branch): OwnRoster {
  const after = { ...roster, ...next(roster, entry, branch) }
  after.heads.push(toHex(head))
  return after
}
