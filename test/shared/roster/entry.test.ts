import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, Malformed, toHex, utf8 } from '../../../src/shared/bytes.ts'
import {
  entryKinds,
  headOf,
  readEntry,
  spaceIdOf,
  writeEntry,
  type Entry,
} from '../../../src/shared/roster/entry.ts'

const entry: Entry = {
  kind: 'admit',
  spaceId: '01'.repeat(16),
  index: 258,
  prevHead: new Uint8Array(32).fill(2),
  signer: '03'.repeat(16),
  body: { b: 1, a: 'ő' },
}

describe('an entry', () => {
  test('is laid out byte by byte as the protocol says', () => {
    expect(toHex(writeEntry(entry))).toBe(
      '5052' +
        '01' +
        '03' +
        '01'.repeat(16) +
        '00000102' +
        '02'.repeat(32) +
        '03'.repeat(16) +
        '00000010' +
        toHex(utf8('{"a":"ő","b":1}')),
    )
  })

  test('comes back as it was, whatever its kind', () => {
    for (const kind of entryKinds)
      expect(readEntry(writeEntry({ ...entry, kind }))).toEqual({ ...entry, kind })
  })

  test('of a kind that this app does not know is still read', () => {
    const bytes = writeEntry(entry)
    for (const kind of [0, entryKinds.length + 1, 255]) {
      bytes[3] = kind
      expect(readEntry(bytes)).toEqual({ ...entry, kind: 'unknown' })
    }
  })

  test('of another version, another mark or another length is refused', () => {
    const bytes = writeEntry(entry)
    for (const at of [0, 1, 2, 75]) {
      const altered = concat(bytes)
      altered[at] = (altered[at] ?? 0) + 1
      expect(() => readEntry(altered)).toThrow(Malformed)
    }
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => readEntry(bytes.subarray(0, length))).toThrow(Malformed)
    }
    expect(() => readEntry(concat(bytes, Uint8Array.of(0)))).toThrow(Malformed)
  })

  test('with an id or a head of the wrong shape is not written', () => {
    expect(() => writeEntry({ ...entry, spaceId: '01' })).toThrow(Malformed)
    expect(() => writeEntry({ ...entry, signer: '01' })).toThrow(Malformed)
    expect(() => writeEntry({ ...entry, prevHead: new Uint8Array(31) })).toThrow(Malformed)
  })

  test('made of arbitrary bytes is refused and nothing else happens', () => {
    const start = writeEntry(entry).subarray(0, 3)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, likely) => {
        expect(() => readEntry(likely ? concat(start, bytes) : bytes)).toThrow(Malformed)
      }),
    )
  })
})

test("a head is SHA-256 of the entry's bytes, a space's id its first half", async () => {
  const bytes = writeEntry(entry)
  const head = await headOf(bytes)
  const expected = createHash('sha256').update(bytes).digest('hex')
  expect(toHex(head)).toBe(expected)
  expect(spaceIdOf(head)).toBe(expected.slice(0, 32))
})
