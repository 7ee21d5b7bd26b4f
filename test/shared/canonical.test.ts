import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, Malformed, utf8 } from '../../src/shared/bytes.ts'
import { readCanonical, writeCanonical } from '../../src/shared/canonical.ts'
import type { Value } from '../../src/shared/value.ts'

const textOf = (value: unknown): string => new TextDecoder().decode(writeCanonical(value as Value))

/** Any JSON, with text of every kind: combining marks, emoji cut in half, keys that look like numbers or prototypes. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('__proto__', '10', '9', '\ud800'),
)
const anyJson = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    anyText,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(anyText, tie('value')), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs)),
  ),
})).value

describe('writing', () => {
  test('sorts keys, leaves out spaces, leaves text as it is', () => {
    expect(textOf({ b: [1, 'ű ł \u0065\u0301 👋', { d: null, c: true }], 10: 0, 9: -0, a: '"\n' })).toBe(
      '{"10":0,"9":0,"a":"\\"\\n","b":[1,"ű ł \u0065\u0301 👋",{"c":true,"d":null}]}',
    )
  })

  test('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(anyText, anyJson), (value) => {
        expect(textOf(Object.fromEntries(Object.entries(value).reverse()))).toBe(textOf(value))
      }),
    )
  })

  test('refuses what JSON would drop, change or not hold', () => {
    class Odd {
      a = 1
    }
    const values = [undefined, Number.NaN, Infinity, -Infinity, () => 1, Symbol('a'), 1n]
    const objects = [
      new Date(0),
      new Map(),
      new Uint8Array(1),
      new Odd(),
      Array.of(1, undefined),
      Object.assign([], { 1: 1 }),
    ]
    for (const value of [...values, ...objects]) {
      expect(() => textOf(value)).toThrow(Malformed)
      expect(() => textOf([value])).toThrow(Malformed)
      expect(() => textOf({ a: value })).toThrow(Malformed)
    }
  })

  test('refuses a value that contains itself', () => {
    const value: Record<string, unknown> = {}
    value['self'] = value
    expect(() => textOf(value)).toThrow(Malformed)
  })
})

describe('reading', () => {
  test('gives back what was written, and the same bytes when written again', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const bytes = writeCanonical(value)
        const read = readCanonical(bytes)
        expect(read).toEqual(value)
        expect(writeCanonical(read)).toEqual(bytes)
      }),
    )
  })

  test('refuses the same value in any other spelling', () => {
    const texts = [
      ' 1',
      '1 ',
      '1.0',
      '1e2',
      '-0',
      '[1, 2]',
      '{"b":1,"a":2}',
      '{"a":1,"a":1}',
      '"\\u0061"',
      '"\\/"',
    ]
    for (const text of texts) expect(() => readCanonical(utf8(text))).toThrow(Malformed)
  })

  test('refuses what is no JSON, no UTF-8, too large or too deep', () => {
    for (const text of ['', '{', 'NaN', 'undefined', '\ufeff1', '1e999']) {
      expect(() => readCanonical(utf8(text))).toThrow(Malformed)
    }
    expect(() => readCanonical(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(Malformed)
    expect(() => readCanonical(utf8('['.repeat(20_000) + ']'.repeat(20_000)))).toThrow(Malformed)
  })

  test('refuses everything that has a byte changed, or reads it as another value', () => {
    fc.assert(
      fc.property(anyJson, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, place, flip) => {
        const bytes = concat(writeCanonical(value))
        const at = place % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ flip
        const written = readAndWritten(bytes)
        if (written !== undefined) expect(written).toEqual(bytes)
      }),
    )
  })
})

/** The bytes read and written again; undefined if they are refused. */
function readAndWritten(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return writeCanonical(readCanonical(bytes))
  } catch (problem) {
    expect(problem).toBeInstanceOf(Malformed)
    return undefined
  }
}
