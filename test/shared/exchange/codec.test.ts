import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, Malformed, u32, utf8, type Bytes } from '../../../src/shared/bytes.ts'
import { json, jsonWithParts, readParts, writeParts } from '../../../src/shared/exchange/codec.ts'
import { limits } from '../../../src/shared/limits.ts'
import { isCount } from '../../../src/shared/shape.ts'

const counted = json<{ n: number }>({ n: isCount })
const withParts = jsonWithParts<{ n: number }>({ n: isCount })

describe('a body of JSON', () => {
  test('comes back as it was', () => {
    expect(counted.read(counted.write({ n: 7 }))).toEqual({ n: 7 })
  })

  test('has exactly the fields that were agreed', () => {
    const texts = [
      '',
      '{',
      'null',
      '7',
      '[]',
      '{}',
      '{"n":-1}',
      '{"n":"7"}',
      '{"n":7,"m":1}',
      '{"n":7,"__proto__":{}}',
    ]
    for (const text of texts) expect(() => counted.read(utf8(text))).toThrow(Malformed)
    expect(() => counted.read(Uint8Array.of(0xff))).toThrow(Malformed)
    expect(() => counted.read(utf8('['.repeat(100_000)))).toThrow(Malformed)
  })
})

describe('byte strings in a row', () => {
  const anyParts = fc.array(
    fc.uint8Array({ maxLength: 20 }).map((part) => concat(part)),
    { maxLength: 8 },
  )

  test('come back as they were, on buffers of their own', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const back = readParts(writeParts(parts))
        expect(back).toEqual(parts)
        for (const part of back) expect(part.byteOffset).toBe(0)
      }),
    )
  })

  test('have one spelling: whatever is read is written again as the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const parts = partsOrRefused(bytes)
        if (parts) expect(writeParts(parts)).toEqual(concat(bytes))
      }),
    )
  })

  test('with a length that lies are refused, and nothing of that length is made', () => {
    for (const bytes of [
      u32(1),
      u32(0xffffffff),
      concat(u32(0x7fffffff), utf8('a')),
      concat(u32(1), utf8('a'), utf8('b')),
      Uint8Array.of(0),
    ])
      expect(() => readParts(bytes)).toThrow(Malformed)
  })

  test('are at most as many as any body has', () => {
    expect(readParts(new Uint8Array(4 * limits.parts))).toHaveLength(limits.parts)
    expect(() => readParts(new Uint8Array(4 * limits.parts + 4))).toThrow(Malformed)
  })
})

describe('JSON with byte strings behind it', () => {
  test('comes back as it was', () => {
    const body = { n: 7, parts: [utf8('a'), utf8('')] }
    expect(withParts.read(withParts.write(body))).toEqual(body)
    expect(withParts.read(withParts.write({ n: 0, parts: [] }))).toEqual({ n: 0, parts: [] })
  })

  test('begins with JSON of exactly these fields', () => {
    for (const parts of [
      [],
      [utf8('')],
      [utf8('{}')],
      [utf8('{"n":1,"parts":[]}')],
      [utf8('a'), utf8('{"n":1}')],
    ])
      expect(() => withParts.read(writeParts(parts))).toThrow(Malformed)
  })
})

/** The parts of such bytes, undefined if they are refused; any other problem is passed on. */
function partsOrRefused(bytes: Uint8Array): Bytes[] | undefined {
  try {
    return readParts(bytes)
  } catch (problem) {
    expect(problem).toBeInstanceOf(Malformed)
    return undefined
  }
}
