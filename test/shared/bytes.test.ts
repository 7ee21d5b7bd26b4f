import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  concat,
  fromHex,
  Malformed,
  prefixed,
  readU32,
  sameBytes,
  toHex,
  u32,
  u64,
  utf8,
} from '../../src/shared/bytes.ts'

describe('numbers as bytes', () => {
  test('are big-endian', () => {
    expect(toHex(u32(0x01020304))).toBe('01020304')
    expect(toHex(u64(0x0102030405))).toBe('0000000102030405')
    expect(toHex(u64(Number.MAX_SAFE_INTEGER))).toBe('001fffffffffffff')
  })

  test('come back as they were, wherever they lie', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.uint8Array(), (number, before) => {
        expect(readU32(concat(before, u32(number)), before.length)).toBe(number)
      }),
    )
  })

  test('are refused when they would not fit', () => {
    for (const number of [-1, 0.5, Number.NaN, 2 ** 32]) expect(() => u32(number)).toThrow(RangeError)
    for (const number of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => u64(number)).toThrow(RangeError)
  })

  test('are read from a part of a larger buffer too', () => {
    expect(readU32(concat(u32(1), u32(2)).subarray(4), 0)).toBe(2)
  })
})

describe('hex', () => {
  test('gives back every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(sameBytes(fromHex(toHex(bytes)), bytes)).toBe(true)
      }),
    )
  })

  test('has one spelling', () => {
    for (const text of ['0', 'AB', 'zz', '0x', ' 00', 'ab\n0']) expect(() => fromHex(text)).toThrow(Malformed)
  })
})

describe('strings as bytes', () => {
  test('carry the length of their UTF-8', () => {
    expect(toHex(prefixed('dů'))).toBe('0000000364c5af')
    expect(toHex(prefixed(''))).toBe('00000000')
  })

  test('in a row are never read as another row', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) => {
        const same = sameBytes(concat(...one.map(prefixed)), concat(...other.map(prefixed)))
        expect(same).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })
})

test('joined bytes are a copy', () => {
  const part = utf8('a')
  const whole = concat(part)
  part[0] = 0
  expect(toHex(whole)).toBe('61')
})

test('bytes are the same only when every one is', () => {
  expect(sameBytes(utf8('ab'), utf8('ab'))).toBe(true)
  expect(sameBytes(utf8('ab'), utf8('ac'))).toBe(false)
  expect(sameBytes(utf8('ab'), utf8('abc'))).toBe(false)
})
