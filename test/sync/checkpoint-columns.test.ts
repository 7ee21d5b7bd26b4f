import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sealChunk } from '../../src/crypto/checkpoint.ts'
import { epochKeyOf } from '../../src/crypto/epoch.ts'
import type { RecordState, Version } from '../../src/db/merge.ts'
import { concat, Malformed, readU32, u32, utf8, type Bytes } from '../../src/shared/bytes.ts'
import type { Statement } from '../../src/shared/checkpoint/statement.ts'
import { limits } from '../../src/shared/limits.ts'
import type { Value } from '../../src/shared/value.ts'
import { marksOf, sealText, textIn, textsOf } from '../../src/sync/checkpoint/chunks.ts'
import { fromColumns } from '../../src/sync/checkpoint/from-columns.ts'
import { lineOf, textOf, withoutLines } from '../../src/sync/checkpoint/text.ts'
import { toColumns } from '../../src/sync/checkpoint/to-columns.ts'

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((id) => Buffer.from(id).toString('hex'))

const anyString = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'Grüße\nan Pécs', '\t', '\u0000', '\ud800', '"', '\\', '[', '__proto__', '\ufeff'),
)

/** No names that are escaped: V8's JSON.parse takes one for another where it has seen an object much like it (`\\t` for `\\\\`). */
const anyKey = anyString.filter((name) => name !== '__proto__' && JSON.stringify(name) === `"${name}"`)

const anyValue = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    anyString,
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(anyKey, tie('value'), { maxKeys: 3 }),
  ),
})).value

const anyField = fc.oneof(
  fc.constantFrom('text', 'date', 'phones/0a', 'phones/0b', '/', '__proto__', 'constructor', '0'),
  anyString,
)

const devices = ['1a'.repeat(16), '2b'.repeat(16), '3c'.repeat(16)]

/** Few devices, numbers and times: so the same change is met in many fields, and one stamp with two times. */
const anyStamp = fc
  .tuple(
    fc.oneof(fc.constantFrom(...devices), hex(16)),
    fc.oneof(
      fc.integer({ min: 1, max: 4 }),
      fc.maxSafeNat().map((seq) => seq || 1),
    ),
  )
  .map(([device, seq]) => `${device}:${seq}`)

const anyTime = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.maxSafeNat(),
  fc.integer({ min: 1_764_000_000_000, max: 1_765_000_000_000 }),
)

/** Objects without a prototype: a field may be called anything here. */
const bare = <T>(entries: readonly (readonly [string, T])[]): { readonly [key: string]: T } => {
  const map = Object.create(null) as Record<string, T>
  for (const [key, value] of entries) map[key] = value
  return map
}

const anyRegister = fc.record({
  live: fc
    .array(fc.tuple(anyStamp, fc.record({ time: anyTime, value: anyValue })), { maxLength: 3 })
    .map((list) => bare<Version>(list)),
  ahead: fc.uniqueArray(anyStamp, { maxLength: 2 }),
})

const anyState: fc.Arbitrary<RecordState> = fc.record({
  kind: fc.oneof(fc.constantFrom('person', 'note', 'event'), anyString),
  registers: fc.array(fc.tuple(anyField, anyRegister), { maxLength: 5 }).map((list) => bare(list)),
})

const anyRecords = fc.uniqueArray(fc.tuple(hex(16), anyState), {
  minLength: 1,
  maxLength: 20,
  selector: ([id]) => id,
})

const linesFor = (records: readonly (readonly [string, RecordState])[]): Bytes =>
  textOf(
    [...records].sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, state]) => lineOf(id, state)),
  )

/** What a failing run prints is its seed and path: `fc.assert` says both. */
const runs = { numRuns: 150 }

const decode = (bytes: Bytes): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const plainOf = (text: Bytes): Bytes => concat(...toColumns(text))

describe('a checkpoint by columns', () => {
  it(
    'is read as the very same lines, whatever records hold',
    () =>
      fc.assert(
        fc.property(anyRecords, fc.array(fc.nat(19)), (records, gone) => {
          // By columns, or as lines where those would not come out the same.
          const text = linesFor(records)
          expect(decode(fromColumns(plainOf(text)))).toBe(decode(text))
          const erased = new Set(gone.flatMap((at) => records[at]?.[0] ?? []))
          const left = withoutLines(text, erased)
          expect(decode(fromColumns(plainOf(left)))).toBe(decode(left))
        }),
        runs,
      ),
    60_000,
  )

  it('is sealed by columns where it holds what people write', () => {
    const live = { [`${devices[0]}:1`]: { time: 1, value: 'Grüße\nan Pécs' } }
    const registers = { text: { live, ahead: [] }, 'phones/0a': { live, ahead: [`${devices[1]}:2`] } }
    expect(toColumns(linesFor([['0a'.repeat(16), { kind: 'note', registers }]]))).toHaveLength(2)
  })

  it('stays lines where columns could not say the same', () => {
    const id = '0a'.repeat(16)
    const stamp = `${'1a'.repeat(16)}:1`
    for (const text of [
      `["${id}","note"`,
      `["${id}","note"] `,
      `["${id}", "note"]`,
      `["${id.toUpperCase()}","note"]`,
      `["${id}","note","text","${stamp}",${2 ** 53 - 1},"x"]`,
      `["${id}","note","text","${stamp}",-2,"x"]`,
      `["${id}","note","text","${stamp}",1.5,"x"]`,
      `["${id}","note","text","${stamp}",1,{"b":1,"a":2}]`,
      `["${id}","note","text","${stamp}",1,"\\u0041"]`,
      `["${id}","note","text","1a:1",1,"x"]`,
      `["${'0b'.repeat(16)}","note"]\n["${id}","note"]`,
      `["${id}","note"]\n`,
      `["${id}",1,"x"]`,
      Array.from({ length: 501 }, (_, at) => `["${String(at).padStart(32, '0')}","note"]`).join('\n'),
    ])
      expect(toColumns(utf8(text)).map(decode), text).toEqual([text])
    expect(toColumns(Uint8Array.of(0x5b, 0xff))).toEqual([Uint8Array.of(0x5b, 0xff)])
  })

  const id = '0a'.repeat(16)
  const [one, other] = [`${'1a'.repeat(16)}:7`, `${'2b'.repeat(16)}:9`]
  const registers = {
    date: { live: { [one]: { time: 20, value: '2026-11-26' } }, ahead: [] },
    text: { live: { [one]: { time: 20, value: 'Pécs' }, [other]: { time: 10, value: null } }, ahead: [] },
  }
  const text = linesFor([[id, { kind: 'note', registers }]])
  const [numbers = new Uint8Array(), words = new Uint8Array()] = toColumns(text)

  it('says a change once for all its fields', () => {
    expect([0, 4, 8, 12, 16].map((at) => readU32(numbers, at))).toEqual([1, 3, 2, 2, 1])
  })

  /** The same with another number there, or with other words. */
  const withCount = (at: number, count: number): Bytes =>
    concat(numbers.subarray(0, at), u32(count), numbers.subarray(at + 4), words)
  const withByte = (at: number, byte: number): Bytes => {
    const bytes = concat(numbers, words)
    bytes[at] = byte
    return bytes
  }
  const withWords = (change: (said: string) => string): Bytes => concat(numbers, utf8(change(decode(words))))
  const shapeOf = (said: string): string => said.split('\n').find((item) => item.startsWith('[')) ?? ''
  /** Planes begin behind the counts and the one id: for the row, for three versions, for two changes each. */
  const [rowAt, backAt, deviceAt] = [36, 44, 68]

  it.each<[string, Bytes]>([
    ['nothing', new Uint8Array()],
    ['counts alone', numbers.slice(0, 20)],
    ['no row', new Uint8Array(20)],
    ['more rows than a chunk has', withCount(0, 501)],
    ['as many rows as fit into a number', withCount(0, 0x5affffff)],
    ['a row more', withCount(0, 2)],
    ['a version more', withCount(4, 4)],
    ['a version less', withCount(4, 2)],
    ['as many versions as fit into a number', withCount(4, 0xffffffff)],
    ['a change more', withCount(8, 3)],
    ['a change less', withCount(8, 1)],
    ['a device more', withCount(12, 3)],
    ['as many devices as fit into a number', withCount(12, 0xffffffff)],
    ['more shapes than rows', withCount(16, 2)],
    ['no shapes', withCount(16, 0)],
    ['a row of no shape', withByte(rowAt + 7, 1)],
    ['a number above 2^53-1', withByte(rowAt, 0x20)],
    ['a change before the first one', withByte(backAt + 23, 9)],
    ['a change that no version is of', withByte(backAt + 21, 1)],
    ['a change of no device', withByte(deviceAt + 15, 2)],
    ['words that are no text', concat(numbers, words, Uint8Array.of(0xff))],
    ['an item more', withWords((said) => `${said}\n`)],
    ['an item less', withWords((said) => said.slice(0, said.lastIndexOf('\n')))],
    ['a device that is none', withWords((said) => said.replace('1a', '1A'))],
    ['a shape that is no JSON', withWords((said) => said.replace('["note"', '["note'))],
    ['a shape that is no list', withWords((said) => said.replace(shapeOf(said), '{}'))],
    ['a shape without a kind', withWords((said) => said.replace('["note"', '[7'))],
    ['a gap with fields', withWords((said) => said.replace('["note"', '[0'))],
    [
      'a field without a column',
      withWords((said) => said.replace(shapeOf(said), '["note","date",0,"text",1,"text"]')),
    ],
    [
      'a column that is none',
      withWords((said) => said.replace(shapeOf(said), '["note","date",0,"text",1,"text",3]')),
    ],
    [
      'a column with half a number',
      withWords((said) => said.replace(shapeOf(said), '["note","date",0,"text",1,"text",0.5]')),
    ],
    [
      'fewer fields than versions',
      withWords((said) => said.replace(shapeOf(said), '["note","date",0,"text",1]')),
    ],
    ['501 lines', utf8(Array.from({ length: 501 }, () => '["0a"]').join('\n'))],
  ])('is refused: %s', (_, plain) => expect(() => fromColumns(plain)).toThrow(Malformed))

  it('is refused before it grows: one long field that every row has', () => {
    const field = 'x'.repeat(64 * 1024)
    const records = Array.from({ length: 127 }, (_, at): [string, RecordState] => [
      String(at).padStart(32, '0'),
      { kind: 'note', registers: { [field]: { live: { [one]: { time: 20, value: '' } }, ahead: [] } } },
    ])
    const fits = linesFor(records)
    expect(fits.length).toBeLessThan(limits.chunkText)
    expect(decode(fromColumns(plainOf(fits)))).toBe(decode(fits))
    const small = toColumns(
      linesFor(
        records.map(([name, state]) => [
          name,
          { ...state, registers: { text: state.registers[field] ?? { live: {}, ahead: [] } } },
        ]),
      ),
    )
    const bomb = concat(
      small[0] ?? new Uint8Array(),
      utf8(decode(small[1] ?? new Uint8Array()).replace('"text"', `"${'x'.repeat(80 * 1024)}"`)),
    )
    expect(bomb.length).toBeLessThan(128 * 1024)
    expect(() => fromColumns(bomb)).toThrow(Malformed)
  })

  it('opens as it did where version 0.4.0 sealed it, as lines in one part', async () => {
    const key = await epochKeyOf(0, new Uint8Array(32).fill(7))
    const states = new Map<string, RecordState>([[id, { kind: 'note', registers }]])
    const [space, n, texts] = ['0c'.repeat(16), 7, textsOf(states)]
    const statement = {
      space,
      n,
      chunks: [''],
      marks: await marksOf(key, { space, n }, texts),
    } as unknown as Statement
    const place = { space, n, index: 0, count: 1 }
    const before = await sealChunk(key, place, [text], new Uint8Array(12))
    const now = await sealText(key, place, text, (bytes) => bytes.fill(9))
    for (const sealed of [before, now])
      expect(decode((await textIn(key, statement, 0, sealed)) ?? utf8(''))).toBe(decode(text))
    const three = await sealChunk(key, place, [numbers, words, utf8('x')], new Uint8Array(12))
    expect(await textIn(key, statement, 0, three)).toBeUndefined()
  })
})
