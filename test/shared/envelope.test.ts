import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { concat, Malformed, toHex } from '../../src/shared/bytes.ts'
import { envelopeHash, noHash, paddedLength, writeHeader, type Header } from '../../src/shared/envelope.ts'

const header: Header = {
  kind: 'change',
  spaceId: '01'.repeat(16),
  recordId: '02'.repeat(16),
  deviceId: '03'.repeat(16),
  seq: 0x0102030405,
  epoch: 7,
  prevHash: new Uint8Array(32).fill(4),
  nonce: new Uint8Array(12).fill(5),
  length: 0x0107,
}

describe('the clear part of an envelope', () => {
  test('is laid out byte by byte as the protocol says', () => {
    const bytes = writeHeader(header)
    expect(bytes).toHaveLength(112)
    expect(toHex(bytes)).toBe(
      '504f' +
        '01' +
        '01' +
        '01'.repeat(16) +
        '02'.repeat(16) +
        '03'.repeat(16) +
        '0000000102030405' +
        '00000007' +
        '04'.repeat(32) +
        '05'.repeat(12) +
        '00000107',
    )
    expect(writeHeader({ ...header, kind: 'void' })[3]).toBe(2)
  })

  test('is not written with a part of another length, or a number that does not fit', () => {
    const wrong: Partial<Header>[] = [
      { spaceId: '01' },
      { recordId: '02'.repeat(17) },
      { deviceId: 'AA'.repeat(16) },
      { prevHash: new Uint8Array(31) },
      { nonce: new Uint8Array(16) },
    ]
    for (const part of wrong) expect(() => writeHeader({ ...header, ...part })).toThrow(Malformed)
    for (const part of [{ seq: 2 ** 53 }, { seq: -1 }, { epoch: 2 ** 32 }, { length: 0.5 }])
      expect(() => writeHeader({ ...header, ...part })).toThrow(RangeError)
  })

  test('is hashed with the hash of the ciphertext, not with the ciphertext', async () => {
    const digest = createHash('sha256').update('sealed').digest()
    const expected = createHash('sha256')
      .update(concat(writeHeader(header), digest))
      .digest('hex')
    expect(toHex(envelopeHash(writeHeader(header), Uint8Array.from(digest)))).toBe(expected)
    expect(noHash).toEqual(new Uint8Array(32))
  })
})

/** Padme worked out by digits, as its paper says: all but the first bits of a length's binary form become zeros. */
function padme(length: number): number {
  const digits = length.toString(2).length - 1
  const kept = digits.toString(2).length
  let padded = BigInt(length)
  const zeros = BigInt(digits - kept)
  while (padded % 2n ** zeros !== 0n) padded += 1n
  return Number(padded)
}

describe('a padded length', () => {
  test('is the one that Padme gives, for every length up to the longest envelope', () => {
    for (let length = 65; length <= 64 * 1024; length += 1)
      if (paddedLength(length) !== padme(length))
        expect([length, paddedLength(length)]).toEqual([length, padme(length)])
  })

  test('is at least 64, never shorter, at most 12 per cent longer, and stays as it is when padded again', () => {
    for (const length of [0, 1, 63, 64]) expect(paddedLength(length)).toBe(64)
    for (let length = 65; length <= 64 * 1024; length += 1) {
      const padded = paddedLength(length)
      if (padded < length || padded > length * 1.12 || paddedLength(padded) !== padded)
        expect.fail(`${length} became ${padded}`)
    }
  })

  test('takes few different values', () => {
    const values = new Set(Array.from({ length: 48 * 1024 }, (_, length) => paddedLength(length)))
    expect(values.size).toBeLessThan(150)
  })
})
