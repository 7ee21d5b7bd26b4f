import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHex } from '../../src/shared/bytes.ts'
import { digestOf } from '../../src/shared/digest.ts'

const usual = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test("a digest is the platform's SHA-256, for every length around the ends of blocks", () => {
  for (let length = 0; length <= 260; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 151 + length) % 256)
    expect(toHex(digestOf(bytes))).toBe(usual(bytes))
  }
})

test("a digest is the platform's SHA-256 of whatever it is given, a part of a longer buffer too", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.nat(64), (bytes, from) => {
      expect(toHex(digestOf(bytes.subarray(from)))).toBe(usual(bytes.subarray(from)))
    }),
  )
})

test('a digest of a long change is right', () => {
  const bytes = new Uint8Array(64 * 1024).fill(7)
  expect(toHex(digestOf(bytes))).toBe(usual(bytes))
})
