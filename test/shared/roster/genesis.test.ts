import { describe, expect, test } from 'vitest'
import { Malformed } from '../../../src/shared/bytes.ts'
import { readGenesis, writeGenesis, type GenesisBody } from '../../../src/shared/roster/genesis.ts'
import { zeroId } from '../../../src/shared/ids.ts'
import { writeEntry, zeroHead, type Entry } from '../../../src/shared/roster/entry.ts'
import type { Value } from '../../../src/shared/value.ts'

const signer = '0a'.repeat(16)
const body: GenesisBody = {
  agree: `04${'01'.repeat(64)}`,
  check: '02'.repeat(16),
  member: '03'.repeat(16),
  role: 'coordinator',
  sign: '04'.repeat(65),
  wrap: `04${'05'.repeat(112)}`,
}
const entry: Entry = { kind: 'genesis', spaceId: zeroId, index: 0, prevHead: zeroHead, signer, body }

describe('a genesis entry', () => {
  test('stands alone: no space, no index, no head before', () => {
    expect(writeGenesis(signer, body)).toEqual(writeEntry(entry))
    expect(readGenesis(writeGenesis(signer, body))).toEqual({ signer, body })
  })

  test('is refused in any other place', () => {
    const others: Partial<Entry>[] = [
      { kind: 'admit' },
      { spaceId: '01'.repeat(16) },
      { index: 1 },
      { prevHead: new Uint8Array(32).fill(1) },
    ]
    for (const other of others)
      expect(() => readGenesis(writeEntry({ ...entry, ...other }))).toThrow(Malformed)
  })

  test('is refused with a body of another shape', () => {
    const { wrap: _, ...withoutWrap } = body
    const bodies: Value[] = [
      null,
      [],
      'coordinator',
      {},
      withoutWrap,
      { ...body, more: 1 },
      { ...withoutWrap, more: body.wrap },
      { ...body, role: 'member' },
      { ...body, member: 7 },
      { ...body, check: '02'.repeat(15) },
      { ...body, sign: `04${'AB'.repeat(64)}` },
      { ...body, sign: `06${'04'.repeat(64)}` },
      { ...body, agree: `02${'04'.repeat(64)}` },
      { ...body, wrap: `06${'05'.repeat(112)}` },
    ]
    for (const other of bodies)
      expect(() => readGenesis(writeEntry({ ...entry, body: other }))).toThrow(Malformed)
  })
})
