import { describe, expect, test } from 'vitest'
import { fromHex } from '../../../src/shared/bytes.ts'
import type { Roster } from '../../../src/shared/roster/roster.ts'
import {
  newWriteAllowed,
  noChain,
  rosterIndexOf,
  writeAllowed,
  type Chain,
} from '../../../src/shared/roster/writing.ts'
import type { Envelope, Run } from '../../../src/shared/run.ts'
import {
  admitBody,
  after,
  association,
  chair,
  clerk,
  gone,
  id,
  leaveBody,
  members,
  slips,
  town,
} from './people.ts'

const start = association()
const hash = '0e'.repeat(32)
const change: Envelope = {
  kind: 'change',
  recordId: id('01'),
  nonce: new Uint8Array(12),
  ciphertext: new Uint8Array(80),
}

/** A run of a device upon its chain, by a head of the roster (the present one if not said). */
function runOf(
  roster: Roster,
  deviceId: string,
  { seq, hash: prevHash }: Chain,
  { index = roster.heads.length - 1, count = 1, epoch = 0 } = {},
): Run {
  return {
    rosterHead: fromHex(roster.heads[index] ?? ''),
    deviceId,
    firstSeq: seq + 1,
    prevHash: fromHex(prevHash),
    epoch,
    signature: new Uint8Array(64),
    envelopes: Array.from({ length: count }, () => change),
  }
}

const both = (roster: Roster, run: Run, chain: Chain): unknown[] => [
  writeAllowed(roster, run, chain),
  newWriteAllowed(roster, run, chain),
]

describe('a run', () => {
  test('of a coordinator or a member is taken, of a reader never', () => {
    for (const device of [chair, clerk])
      expect(both(start, runOf(start, device, noChain), noChain)).toEqual([undefined, undefined])
    for (const device of [town, id('d0')])
      expect(both(start, runOf(start, device, noChain), noChain)).toEqual(['role', 'role'])
  })

  test('of nobody, or of a slip, is refused', () => {
    for (const device of [id('99'), slips.ofChair, id('00')])
      expect(both(start, runOf(start, device, noChain), noChain)).toEqual(['device', 'device'])
  })

  test('names a head of this roster, since the device is here', () => {
    const run = runOf(start, clerk, noChain)
    expect(both(start, { ...run, rosterHead: new Uint8Array(32) }, noChain)).toEqual(['head', 'head'])
    const since = start.devices.get(clerk)?.since ?? 0
    expect(writeAllowed(start, runOf(start, clerk, noChain, { index: since }), noChain)).toBeUndefined()
    expect(writeAllowed(start, runOf(start, clerk, noChain, { index: since - 1 }), noChain)).toBe('head')
    expect(rosterIndexOf(start, runOf(start, clerk, noChain, { index: 2 }))).toBe(2)
  })

  test('never goes back to an older head than the one before', () => {
    const index = start.heads.length - 2
    const chain: Chain = { seq: 4, hash, rosterIndex: index }
    expect(writeAllowed(start, runOf(start, chair, chain, { index }), chain)).toBeUndefined()
    expect(writeAllowed(start, runOf(start, chair, chain, { index: index - 1 }), chain)).toBe('head')
  })

  test('is of the epoch of its head', () => {
    for (const epoch of [1, 0xffffffff])
      expect(both(start, runOf(start, chair, noChain, { epoch }), noChain)).toEqual(['epoch', 'epoch'])
  })

  test('follows upon its chain: nothing left out, nothing twice, nothing else before', () => {
    const chain: Chain = { seq: 4, hash, rosterIndex: 0 }
    const run = runOf(start, chair, chain, { count: 3 })
    expect(both(start, run, chain)).toEqual([undefined, undefined])
    const others: Partial<Run>[] = [
      { firstSeq: 4 },
      { firstSeq: 6 },
      { firstSeq: 1 },
      { prevHash: new Uint8Array(32) },
      { prevHash: fromHex(`0f${hash.slice(2)}`) },
    ]
    for (const other of others) expect(writeAllowed(start, { ...run, ...other }, chain)).toBe('chain')
    expect(writeAllowed(start, run, noChain)).toBe('chain')
    expect(writeAllowed(start, runOf(start, chair, noChain), chain)).toBe('chain')
  })
})

describe('a run of a device that was raised', () => {
  const raised = after(start, chair, 'role', { device: town, role: 'member', cut: null })
  const index = raised.heads.length - 1

  test('is taken from that entry on, not by the head before', () => {
    expect(both(raised, runOf(raised, town, noChain), noChain)).toEqual([undefined, undefined])
    const early = runOf(raised, town, noChain, { index: index - 1 })
    expect(both(raised, early, noChain)).toEqual(['role', 'role'])
  })
})

describe('a run of a device that has left', () => {
  const written: Chain = { seq: 5, hash, rosterIndex: 0 }
  const left = after(start, clerk, 'leave', { seq: 5, hash })
  const index = left.heads.length - 1

  test('is still taken by whoever lacks it, up to the last one before leaving', () => {
    const upTo = (seq: number, count: number): Run =>
      runOf(left, clerk, { seq, hash, rosterIndex: 0 }, { index: index - 1, count })
    const chain = (seq: number): Chain => ({ seq, hash, rosterIndex: 0 })
    expect(writeAllowed(left, upTo(0, 5), chain(0))).toBeUndefined()
    expect(writeAllowed(left, upTo(4, 1), chain(4))).toBeUndefined()
    expect(writeAllowed(left, upTo(4, 2), chain(4))).toBe('cutoff')
    expect(writeAllowed(left, upTo(5, 1), written)).toBe('cutoff')
  })

  test('is never new', () => {
    const run = runOf(left, clerk, { seq: 4, hash, rosterIndex: 0 }, { index: index - 1 })
    expect(newWriteAllowed(left, run, { seq: 4, hash, rosterIndex: 0 })).toBe('cutoff')
  })

  test('does not name the head of its leaving or a later one', () => {
    const chain: Chain = { seq: 4, hash, rosterIndex: 0 }
    expect(writeAllowed(left, runOf(left, clerk, chain), chain)).toBe('role')
    const later = after(left, chair, 'admit', admitBody({ member: members.town }))
    expect(writeAllowed(later, runOf(later, clerk, chain), chain)).toBe('role')
  })

  test('is refused altogether if it never wrote', () => {
    const run = runOf(start, gone, noChain, { index: start.heads.length - 2 })
    expect(both(start, run, noChain)).toEqual(['cutoff', 'cutoff'])
    expect(start.devices.get(gone)?.left).toMatchObject(leaveBody)
  })
})
