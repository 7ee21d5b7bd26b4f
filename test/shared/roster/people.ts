import { expect } from 'vitest'
import { fromHex } from '../../../src/shared/bytes.ts'
import type { AdmitBody, IssueBody, LeaveBody, RemoveBody, Role } from '../../../src/shared/roster/bodies.ts'
import type { EntryKind, EntryRead } from '../../../src/shared/roster/entry.ts'
import { staying } from '../../../src/shared/roster/removing.ts'
import { beginRoster, presentHead, type Roster } from '../../../src/shared/roster/roster.ts'
import { follow, rosterAllows } from '../../../src/shared/roster/rules.ts'
import type { Value } from '../../../src/shared/value.ts'

/** An id that can be told from others at sight: two letters, again and again. */
export const id = (pair: string): string => pair.repeat(16)

const point = (pair: string): string => `04${pair.repeat(64)}`

/** Devices and, behind the colon, the members they belong to. */
export const [chair, clerk, town, gone] = [id('c0'), id('c1'), id('a0'), id('90')]
export const members = { chair: id('e0'), clerk: id('e1'), town: id('e2'), gone: id('e3') }

export const issueBody = (change: Partial<IssueBody> = {}): IssueBody => ({
  slip: id('51'),
  agree: point('01'),
  box: '02',
  expires: 3,
  member: members.clerk,
  role: 'member',
  sign: point('04'),
  wrap: `04${'05'.repeat(112)}`,
  ...change,
})

export const admitBody = (change: Partial<AdmitBody> = {}): AdmitBody => ({
  agree: point('06'),
  device: id('d1'),
  member: members.clerk,
  name: '07',
  role: 'member',
  sign: point('08'),
  slip: '',
  wrap: `04${'09'.repeat(112)}`,
  ...change,
})

export const leaveBody: LeaveBody = { seq: 0, hash: '0'.repeat(64) }

/** What removes these devices, with a key for everybody who stays. */
export const removeBody = (roster: Roster, removed: readonly string[]): RemoveBody => ({
  back: '0e'.repeat(48),
  check: '0f'.repeat(16),
  devices: Object.fromEntries(removed.map((device) => [device, leaveBody])),
  wraps: Object.fromEntries(
    staying(roster, new Set(removed)).map((one) => [one.id, `04${'05'.repeat(112)}`]),
  ),
})

/** What a device says next upon this roster. */
export function says(roster: Roster, signer: string, kind: EntryKind | 'unknown', body: Value): EntryRead {
  const { spaceId, heads } = roster
  return { kind, spaceId, index: heads.length, prevHead: fromHex(presentHead(roster)), signer, body }
}

/** The roster after an entry that must be allowed. Its head is made up: its number, again and again. */
export function after(roster: Roster, signer: string, kind: EntryKind, body: Value): Roster {
  const entry = says(roster, signer, kind, body)
  expect(rosterAllows(roster, entry)).toBeUndefined()
  return follow(roster, entry, new Uint8Array(32).fill(entry.index))
}

/** A space that has only its first device. */
export const alone = beginRoster(
  chair,
  {
    agree: point('0a'),
    check: '0b'.repeat(16),
    member: members.chair,
    role: 'coordinator',
    sign: point('0c'),
    wrap: `04${'0d'.repeat(112)}`,
  },
  new Uint8Array(32).fill(0xff),
)

const joins = (roster: Roster, device: string, member: string, role: Role): Roster =>
  after(roster, chair, 'admit', admitBody({ device, member, role }))

export const slips = {
  ofChair: id('50'),
  ofClerk: id('52'),
  ofTown: id('53'),
  used: id('54'),
  revoked: id('55'),
  ofGone: id('56'),
}

function withSlips(start: Roster): Roster {
  const issues: [string, string, string, Role][] = [
    [chair, slips.ofChair, id('e9'), 'member'],
    [clerk, slips.ofClerk, members.clerk, 'member'],
    [town, slips.ofTown, members.town, 'reader'],
    [chair, slips.used, members.clerk, 'reader'],
    [chair, slips.revoked, id('e8'), 'member'],
    [gone, slips.ofGone, members.gone, 'member'],
  ]
  let roster = start
  for (const [issuer, slip, member, role] of issues)
    roster = after(roster, issuer, 'issue', issueBody({ slip, member, role }))
  const guest = admitBody({ device: id('d0'), slip: slips.used, role: 'reader' })
  roster = after(roster, slips.used, 'admit', guest)
  return after(roster, chair, 'revoke', { slip: slips.revoked })
}

/**
 * A space with a coordinator, a member, a reader, one that has left, and slips of every fate. The clerk has a second
 * device, `d0`, that only reads.
 */
export function association(): Roster {
  let roster = joins(alone, clerk, members.clerk, 'member')
  roster = joins(roster, town, members.town, 'reader')
  roster = joins(roster, gone, members.gone, 'member')
  return after(withSlips(roster), gone, 'leave', leaveBody)
}
