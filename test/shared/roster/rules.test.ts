import { describe, expect, test } from 'vitest'
import { limits } from '../../../src/shared/limits.ts'
import { roles, type Role } from '../../../src/shared/roster/bodies.ts'
import type { EntryKind } from '../../../src/shared/roster/entry.ts'
import {
  ownCopy,
  presentDevices,
  roleAt,
  roleNow,
  type OwnRoster,
  type Roster,
} from '../../../src/shared/roster/roster.ts'
import { advance, follow, rosterAllows } from '../../../src/shared/roster/rules.ts'
import type { Refusal } from '../../../src/shared/roster/refusal.ts'
import type { Value } from '../../../src/shared/value.ts'
import {
  admitBody,
  removeBody,
  after,
  alone,
  association,
  chair,
  clerk,
  gone,
  id,
  issueBody,
  leaveBody,
  members,
  says,
  slips,
  town,
} from './people.ts'

const roster = association()
const stranger = id('99')
type Answer = Refusal | 'fine'

const ask = (signer: string, kind: EntryKind | 'unknown', body: Value, upon: Roster = roster): Answer =>
  rosterAllows(upon, says(upon, signer, kind, body)) ?? 'fine'

/** Who signs, and what is answered for the roles coordinator, member and reader. */
type Row = readonly [string, string, string, readonly [Answer, Answer, Answer]]

const issuing: readonly Row[] = [
  ['a coordinator for its own member', chair, members.chair, ['role', 'fine', 'fine']],
  ['a coordinator for anybody', chair, id('77'), ['role', 'fine', 'fine']],
  ['a member for its own member', clerk, members.clerk, ['role', 'fine', 'fine']],
  ['a member for anybody', clerk, id('77'), ['role', 'member', 'member']],
  ['a reader for its own member', town, members.town, ['role', 'role', 'fine']],
  ['a reader for anybody', town, id('77'), ['role', 'role', 'member']],
  ['one that has left', gone, members.gone, ['signer', 'signer', 'signer']],
  ['a slip', slips.ofChair, id('e9'), ['signer', 'signer', 'signer']],
  ['a stranger', stranger, id('77'), ['signer', 'signer', 'signer']],
]

describe('an invitation', () => {
  test.each(issuing)('by %s', (_, signer, member, answers) => {
    for (const [at, role] of roles.entries())
      expect(ask(signer, 'issue', issueBody({ member, role })), role).toBe(answers[at])
  })

  test('never has the id of another, or of a device', () => {
    for (const slip of [...Object.values(slips), chair, gone])
      expect(ask(chair, 'issue', issueBody({ slip }))).toBe('slip')
  })

  test('is one of at most 50 that are live', () => {
    const nameOf = (at: number): string => at.toString(16).padStart(32, '0')
    let full = roster
    while ([...full.slips.values()].filter(({ state }) => state === 'live').length < limits.slips)
      full = after(full, chair, 'issue', issueBody({ slip: nameOf(full.heads.length) }))
    expect(ask(chair, 'issue', issueBody(), full)).toBe('too-many')
    const one = after(full, chair, 'revoke', { slip: slips.ofChair })
    expect(ask(chair, 'issue', issueBody(), one)).toBe('fine')
  })

  test('is kept with where its key is bound to', () => {
    const next = after(roster, clerk, 'issue', issueBody())
    expect(next.slips.get(id('51'))).toMatchObject({
      issuer: clerk,
      state: 'live',
      role: 'member',
      wrap: { bytes: `04${'05'.repeat(112)}`, epoch: 0, headBefore: roster.heads.at(-1) },
    })
  })
})

const admitting: readonly Row[] = [
  ['a coordinator, of its own member', chair, members.chair, ['fine', 'fine', 'fine']],
  ['a coordinator, of anybody', chair, id('77'), ['fine', 'fine', 'fine']],
  ['a member, of its own member', clerk, members.clerk, ['role', 'fine', 'fine']],
  ['a member, of anybody', clerk, id('77'), ['role', 'member', 'member']],
  ['a reader, of its own member', town, members.town, ['role', 'role', 'fine']],
  ['a reader, of anybody', town, id('77'), ['role', 'role', 'member']],
  ['one that has left', gone, members.gone, ['signer', 'signer', 'signer']],
  ['a slip that it does not name', slips.ofChair, id('e9'), ['signer', 'signer', 'signer']],
  ['a stranger', stranger, id('77'), ['signer', 'signer', 'signer']],
  ['the device itself', id('d1'), members.clerk, ['signer', 'signer', 'signer']],
]

describe('a device admitted in person', () => {
  test.each(admitting)('by %s', (_, signer, member, answers) => {
    for (const [at, role] of roles.entries())
      expect(ask(signer, 'admit', admitBody({ member, role })), role).toBe(answers[at])
  })

  test('was never here before, nor was a slip of its id', () => {
    for (const device of [chair, clerk, gone, slips.used, slips.ofChair])
      expect(ask(chair, 'admit', admitBody({ device }))).toBe('device')
  })

  test('is one of at most 200 that have not left', () => {
    const nameOf = (at: number): string => at.toString(16).padStart(32, '0')
    let full = roster
    while (presentDevices(full).length < limits.devices)
      full = after(full, chair, 'admit', admitBody({ device: nameOf(full.heads.length), member: id('77') }))
    expect(ask(chair, 'admit', admitBody(), full)).toBe('too-many')
    const withSlip = admitBody({ slip: slips.ofChair, member: id('e9') })
    expect(ask(slips.ofChair, 'admit', withSlip, full)).toBe('too-many')
    expect(ask(chair, 'admit', admitBody(), after(full, town, 'leave', leaveBody))).toBe('fine')
  })
})

describe('a device admitted by a slip', () => {
  const guest = (slip: string, member: string, role: Role): Value => admitBody({ slip, member, role })

  test('has the role and the member that the slip names', () => {
    const answers: [string, string, Role, Answer][] = [
      [slips.ofChair, id('e9'), 'member', 'fine'],
      [slips.ofChair, id('e9'), 'reader', 'role'],
      [slips.ofChair, id('e9'), 'coordinator', 'role'],
      [slips.ofChair, id('77'), 'member', 'member'],
      [slips.ofClerk, members.clerk, 'member', 'fine'],
      [slips.ofTown, members.town, 'reader', 'fine'],
      [slips.ofTown, members.town, 'member', 'role'],
    ]
    for (const [slip, member, role, answer] of answers)
      expect(ask(slip, 'admit', guest(slip, member, role))).toBe(answer)
  })

  test('comes by a live slip only', () => {
    expect(ask(slips.used, 'admit', guest(slips.used, members.clerk, 'reader'))).toBe('slip')
    expect(ask(slips.revoked, 'admit', guest(slips.revoked, id('e8'), 'member'))).toBe('slip')
    expect(ask(slips.ofGone, 'admit', guest(slips.ofGone, members.gone, 'member'))).toBe('slip')
    expect(ask(id('5f'), 'admit', guest(id('5f'), id('e9'), 'member'))).toBe('slip')
  })

  test('is signed by that slip, not by another one or by anybody', () => {
    for (const signer of [chair, clerk, slips.ofClerk, stranger, id('d1')])
      expect(ask(signer, 'admit', guest(slips.ofChair, id('e9'), 'member'))).toBe('slip')
  })

  test('uses the slip up', () => {
    const next = after(roster, slips.ofChair, 'admit', guest(slips.ofChair, id('e9'), 'member'))
    expect(next.slips.get(slips.ofChair)?.state).toBe('used')
    expect(roleNow(next, id('d1'))).toBe('member')
    const another = admitBody({ device: id('d2'), slip: slips.ofChair, member: id('e9') })
    expect(ask(slips.ofChair, 'admit', another, next)).toBe('slip')
    expect(ask(slips.ofChair, 'issue', issueBody({ member: id('e9') }), next)).toBe('signer')
  })
})

test('a slip is taken back by a coordinator or by who issued it', () => {
  const answers: [string, string, Answer][] = [
    [chair, slips.ofChair, 'fine'],
    [chair, slips.ofTown, 'fine'],
    [clerk, slips.ofClerk, 'fine'],
    [clerk, slips.ofChair, 'role'],
    [town, slips.ofTown, 'fine'],
    [town, slips.ofClerk, 'role'],
    [gone, slips.ofChair, 'signer'],
    [stranger, slips.ofChair, 'signer'],
    [slips.ofChair, slips.ofChair, 'signer'],
    [chair, slips.used, 'slip'],
    [chair, slips.revoked, 'slip'],
    [chair, slips.ofGone, 'slip'],
    [chair, id('5f'), 'slip'],
    [chair, clerk, 'slip'],
  ]
  for (const [signer, slip, answer] of answers) expect(ask(signer, 'revoke', { slip })).toBe(answer)
  expect(after(roster, clerk, 'revoke', { slip: slips.ofClerk }).slips.get(slips.ofClerk)?.state).toBe(
    'revoked',
  )
})

describe('a role', () => {
  const raise = (signer: string, device: string, role: Role): Answer =>
    ask(signer, 'role', { device, role, cut: null })

  const cut = { seq: 3, hash: '0e'.repeat(32) }
  const two = after(roster, chair, 'role', { device: clerk, role: 'coordinator', cut: null })

  test('is lowered by a coordinator, with the last envelope of whoever may write no more, and of nobody else', () => {
    expect(ask(chair, 'role', { device: clerk, role: 'member', cut: null }, two)).toBe('fine')
    expect(ask(chair, 'role', { device: clerk, role: 'member', cut }, two)).toBe('role')
    expect(ask(chair, 'role', { device: clerk, role: 'reader', cut: null }, two)).toBe('role')
    expect(ask(chair, 'role', { device: clerk, role: 'reader', cut }, two)).toBe('fine')
    expect(ask(clerk, 'role', { device: clerk, role: 'member', cut: null }, two)).toBe('fine')
    expect(ask(clerk, 'role', { device: clerk, role: 'coordinator', cut: null }, two)).toBe('role')
    expect(ask(chair, 'role', { device: chair, role: 'reader', cut })).toBe('last-coordinator')
    expect(ask(chair, 'role', { device: town, role: 'member', cut })).toBe('role')
  })

  test('that is lowered ends the slips of its device; one that is raised does not', () => {
    const issued = after(two, clerk, 'issue', issueBody({ slip: id('57'), member: id('e7') }))
    expect(issued.slips.get(id('57'))?.state).toBe('live')
    const lowered = after(issued, chair, 'role', { device: clerk, role: 'member', cut: null })
    expect(lowered.slips.get(id('57'))?.state).toBe('revoked')
    expect(two.slips.get(slips.ofClerk)?.state).toBe('live')
  })

  test('is raised by a coordinator', () => {
    const answers: [string, Role, Answer][] = [
      [town, 'coordinator', 'fine'],
      [town, 'member', 'fine'],
      [town, 'reader', 'role'],
      [clerk, 'coordinator', 'fine'],
      [clerk, 'member', 'role'],
      [clerk, 'reader', 'role'],
      [chair, 'coordinator', 'role'],
      [chair, 'member', 'last-coordinator'],
      [gone, 'coordinator', 'device'],
      [stranger, 'member', 'device'],
      [slips.ofChair, 'member', 'device'],
    ]
    for (const [device, role, answer] of answers) expect(raise(chair, device, role)).toBe(answer)
  })

  test('is raised by nobody else', () => {
    for (const device of [clerk, town, chair])
      for (const role of roles) {
        expect(raise(clerk, device, role)).toBe('role')
        expect(raise(town, device, role)).toBe('role')
        for (const signer of [gone, stranger, slips.ofChair])
          expect(raise(signer, device, role)).toBe('signer')
      }
  })

  test('holds from its entry on, not before', () => {
    const next = after(roster, chair, 'role', { device: town, role: 'member', cut: null })
    const device = next.devices.get(town)
    const index = next.heads.length - 1
    expect(device && roleAt(device, index)).toBe('member')
    expect(device && roleAt(device, index - 1)).toBe('reader')
    expect(device && roleAt(device, device.since)).toBe('reader')
    expect(device && roleAt(device, device.since - 1)).toBeUndefined()
  })
})

describe('who leaves', () => {
  const leave = (signer: string, upon: Roster = roster): Answer => ask(signer, 'leave', leaveBody, upon)

  test('may do so in any role, once, unless it is the last coordinator of others', () => {
    expect(leave(clerk)).toBe('fine')
    expect(leave(town)).toBe('fine')
    expect(leave(chair)).toBe('last-coordinator')
    expect(leave(gone)).toBe('signer')
    expect(leave(stranger)).toBe('signer')
    expect(leave(slips.ofChair)).toBe('signer')
    expect(leave(chair, alone)).toBe('fine')
    const two = after(roster, chair, 'role', { device: town, role: 'coordinator', cut: null })
    expect(leave(chair, two)).toBe('fine')
    expect(leave(town, after(two, chair, 'leave', leaveBody))).toBe('last-coordinator')
  })

  test('takes its unused slips along, and those alone', () => {
    const next = after(roster, clerk, 'leave', leaveBody)
    expect(next.slips.get(slips.ofClerk)?.state).toBe('revoked')
    expect(next.slips.get(slips.ofChair)?.state).toBe('live')
    const used = admitBody({ slip: slips.ofClerk })
    const later = after(after(roster, slips.ofClerk, 'admit', used), clerk, 'leave', leaveBody)
    expect(later.slips.get(slips.ofClerk)?.state).toBe('used')
    expect(roster.slips.get(slips.ofGone)?.state).toBe('revoked')
  })

  test('has no role from that entry on, and is remembered with its last envelope', () => {
    const body = { seq: 7, hash: '0e'.repeat(32) }
    const next = after(roster, clerk, 'leave', body)
    const index = next.heads.length - 1
    const device = next.devices.get(clerk)
    expect(roleNow(next, clerk)).toBeUndefined()
    expect(device && roleAt(device, index - 1)).toBe('member')
    expect(device?.left).toEqual({ index, isRemoved: false, ...body })
    expect(presentDevices(next).map(({ id: one }) => one)).not.toContain(clerk)
  })
})

describe('a recovery sheet', () => {
  const sheet = issueBody({ slip: id('58'), member: id('e7'), role: 'coordinator', expires: 0 })

  test('is made by a coordinator, has no end, and is the only slip that admits one', () => {
    expect(ask(chair, 'issue', { ...sheet })).toBe('fine')
    expect(ask(chair, 'issue', { ...sheet, expires: 3 })).toBe('role')
    expect(ask(chair, 'issue', { ...sheet, role: 'member' })).toBe('role')
    for (const signer of [clerk, town]) expect(ask(signer, 'issue', { ...sheet })).toBe('role')
  })

  test('lets the last coordinator of others leave only if somebody else made it', () => {
    const own = after(roster, chair, 'issue', { ...sheet })
    expect(ask(chair, 'leave', leaveBody, own)).toBe('last-coordinator')
    const two = after(roster, chair, 'role', { device: clerk, role: 'coordinator', cut: null })
    const byClerk = after(two, clerk, 'issue', { ...sheet })
    expect(ask(chair, 'leave', leaveBody, byClerk)).toBe('fine')
    const without = after(byClerk, chair, 'leave', leaveBody)
    expect(ask(clerk, 'leave', leaveBody, without)).toBe('last-coordinator')
  })
})

describe('who removes', () => {
  test('is a coordinator, and names others that are here', () => {
    expect(ask(chair, 'remove', removeBody(roster, [clerk, town]))).toBe('fine')
    expect(ask(chair, 'remove', removeBody(roster, []))).toBe('fine')
    expect(ask(clerk, 'remove', removeBody(roster, [town]))).toBe('role')
    for (const signer of [gone, stranger, slips.ofChair])
      expect(ask(signer, 'remove', removeBody(roster, [town]))).toBe('signer')
    for (const device of [chair, gone, stranger, slips.ofChair])
      expect(ask(chair, 'remove', removeBody(roster, [device]))).toBe('device')
  })

  test('gives the new key to exactly those who stay, slips too', () => {
    const body = removeBody(roster, [clerk])
    expect(Object.keys(body.wraps).sort()).toEqual(
      [chair, town, id('d0'), slips.ofChair, slips.ofTown].sort(),
    )
    const { [chair]: _gone, ...fewer } = body.wraps
    expect(ask(chair, 'remove', { ...body, wraps: fewer })).toBe('wraps')
    for (const more of [clerk, gone, slips.ofClerk, slips.used, stranger])
      expect(
        ask(chair, 'remove', { ...body, wraps: { ...body.wraps, [more]: `04${'05'.repeat(112)}` } }),
      ).toBe('wraps')
  })

  test('turns the key, ends the slips of who goes, and keeps where each chain ends', () => {
    const body = removeBody(roster, [clerk])
    const next = after(roster, chair, 'remove', body)
    const index = next.heads.length - 1
    expect(next.epochs).toEqual([...roster.epochs, { back: body.back, check: body.check, from: index }])
    expect(roleNow(next, clerk)).toBeUndefined()
    expect(next.devices.get(clerk)?.left).toEqual({ index, isRemoved: true, ...body.devices[clerk] })
    expect(next.slips.get(slips.ofClerk)?.state).toBe('revoked')
    const wrap = { bytes: `04${'05'.repeat(112)}`, epoch: 1, headBefore: roster.heads.at(-1) }
    expect(next.devices.get(town)?.wraps).toEqual([roster.devices.get(town)?.wraps[0], wrap])
    expect(next.slips.get(slips.ofChair)?.wrap).toEqual(wrap)
    expect(next.devices.get(clerk)?.wraps).toEqual(roster.devices.get(clerk)?.wraps)
    const guest = admitBody({ device: id('d9'), slip: slips.ofChair, member: id('e9') })
    expect(after(next, slips.ofChair, 'admit', guest).devices.get(id('d9'))?.wraps[0]?.epoch).toBe(1)
  })
})

const isMap = (value: Value | undefined): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

describe('any entry', () => {
  const entry = says(roster, chair, 'admit', admitBody())

  test('of a kind that is not part of this version waits', () => {
    for (const kind of ['genesis', 'unknown'] as const) expect(ask(chair, kind, {})).toBe('kind')
  })

  test('stands next upon the present head of this space', () => {
    expect(rosterAllows(roster, entry)).toBeUndefined()
    const others = [
      { index: entry.index - 1 },
      { index: entry.index + 1 },
      { prevHead: new Uint8Array(32) },
      { prevHead: new Uint8Array(0) },
      { spaceId: id('00') },
    ]
    for (const other of others) expect(rosterAllows(roster, { ...entry, ...other })).toBe('head')
  })

  test('has exactly the fields of its kind', () => {
    const bodies: [EntryKind, { [field: string]: Value }][] = [
      ['issue', issueBody()],
      ['admit', admitBody()],
      ['revoke', { slip: slips.ofChair }],
      ['role', { device: town, role: 'member', cut: null }],
      ['leave', { ...leaveBody }],
      ['remove', removeBody(roster, [clerk])],
    ]
    for (const [kind, body] of bodies) {
      const signer = kind === 'leave' ? clerk : chair
      expect(ask(signer, kind, body)).toBe('fine')
      for (const wrong of [null, [], 'a', 1, {}, { ...body, more: 1 }])
        expect(ask(signer, kind, wrong)).toBe('malformed')
      for (const field of Object.keys(body).filter((name) => name !== 'cut'))
        for (const value of [null, 7.5, 'g', [], {}, '0'.repeat(9), `\n${'0'.repeat(31)}`])
          if (!isMap(body[field]) || !isMap(value))
            expect(ask(signer, kind, { ...body, [field]: value }), `${kind} ${field}`).toBe('malformed')
    }
  })

  test('names points uncompressed, since machines differ about other forms', () => {
    const hybrid = `06${'08'.repeat(64)}`
    for (const field of ['sign', 'agree']) {
      expect(ask(chair, 'admit', { ...admitBody(), [field]: hybrid })).toBe('malformed')
      expect(ask(chair, 'issue', { ...issueBody(), [field]: hybrid })).toBe('malformed')
    }
    const wrap = `06${'05'.repeat(112)}`
    expect(ask(chair, 'admit', { ...admitBody(), wrap })).toBe('malformed')
    expect(ask(chair, 'issue', { ...issueBody(), wrap })).toBe('malformed')
    const removing = removeBody(roster, [])
    expect(ask(chair, 'remove', { ...removing, wraps: { ...removing.wraps, [chair]: wrap } })).toBe(
      'malformed',
    )
  })

  test('that leaves names a hash exactly if something was written', () => {
    for (const body of [
      { seq: 0, hash: '0e'.repeat(32) },
      { seq: 1, hash: '0'.repeat(64) },
    ])
      expect(ask(clerk, 'leave', body)).toBe('malformed')
  })

  test('is judged without a change to the roster', () => {
    const before = structuredClone(roster)
    after(roster, chair, 'admit', admitBody())
    after(roster, clerk, 'leave', leaveBody)
    after(roster, chair, 'revoke', { slip: slips.ofChair })
    expect(roster).toEqual(before)
  })

  test('changes a copy of one’s own in place, whose original stays as it was', () => {
    const before = structuredClone(roster)
    const said: [string, EntryKind, Value][] = [
      [chair, 'admit', admitBody()],
      [chair, 'issue', issueBody()],
      [chair, 'role', { device: town, role: 'member', cut: null }],
      [clerk, 'leave', leaveBody],
      [chair, 'revoke', { slip: slips.ofChair }],
      [chair, 'remove', {}],
    ]
    let [one, own]: [Roster, OwnRoster] = [roster, ownCopy(roster)]
    for (const [signer, kind, body] of said) {
      const next = says(one, signer, kind, kind === 'remove' ? removeBody(one, [town]) : body)
      const head = new Uint8Array(32).fill(next.index)
      const { devices } = own
      one = follow(one, next, head)
      own = advance(own, next, head)
      expect(own).toEqual(one)
      if (kind !== 'remove') expect(own.devices).toBe(devices)
    }
    expect(roster).toEqual(before)
  })
})

describe('an erasure', () => {
  const body = { chunks: {}, leftovers: [], photos: [], records: [id('a1'), id('a2')] }

  test.each<[string, string, Answer]>([
    ['a coordinator', chair, 'fine'],
    ['a member', clerk, 'role'],
    ['a reader', town, 'role'],
    ['one that has left', gone, 'signer'],
    ['a slip', slips.ofChair, 'signer'],
    ['a stranger', stranger, 'signer'],
  ])('by %s', (_, signer, answer) => expect(ask(signer, 'erase', body)).toBe(answer))

  test.each<[string, Value]>([
    ['of nothing', { ...body, records: [] }],
    ['of the notebook itself', { ...body, records: [roster.spaceId] }],
    ['of something twice', { ...body, records: [id('a1'), id('a1')] }],
    ['in another order', { ...body, records: [id('a2'), id('a1')] }],
    [
      'of too many',
      {
        ...body,
        records: Array.from({ length: limits.erased + 1 }, (_, at) =>
          id(`1${String(at).padStart(3, '0')}`),
        ).sort(),
      },
    ],
    ['with chunks that have no hash', { ...body, chunks: { '00': '11' } }],
    ['with more than it says', { ...body, why: 'asked' }],
  ])('%s is none', (_, other) => expect(ask(chair, 'erase', other)).toBe('malformed'))

  test('stays, and may be said again', () => {
    const once = after(roster, chair, 'erase', body)
    expect([...once.erased]).toEqual(body.records)
    expect(once.erasures).toEqual([{ index: roster.heads.length, by: chair, body }])
    expect(roster.erased.size).toBe(0)
    expect(ask(chair, 'erase', body, once)).toBe('fine')
  })
})
