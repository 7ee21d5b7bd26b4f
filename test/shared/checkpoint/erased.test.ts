import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunksNow } from '../../../src/shared/checkpoint/erased.ts'
import type { Statement } from '../../../src/shared/checkpoint/statement.ts'
import type { EraseBody } from '../../../src/shared/roster/bodies.ts'

const idOf = (number: number): string => number.toString(16).padStart(32, '0')
const hashOf = (name: string): string => Buffer.from(name).toString('hex').padStart(64, '0')

/** Three chunks; the first one begins at the record 10. */
const statement: Statement = {
  space: idOf(1),
  n: 30,
  hash: hashOf('log'),
  index: 5,
  head: hashOf('head'),
  epoch: 0,
  reach: [],
  chunks: ['a', 'b', 'c'].map(hashOf),
  firsts: [10, 20, 30].map(idOf),
  marks: ['x', 'y', 'z'].map(hashOf),
  records: 30,
}

type Said = { readonly records: readonly number[]; readonly chunks?: Readonly<Record<string, string>> }

const after = (...entries: readonly Said[]): readonly string[] | undefined => {
  const erasures = entries.map(({ records, chunks = {} }, at) => ({
    index: statement.index + 1 + at,
    by: idOf(2),
    body: {
      records: records.map(idOf),
      chunks: Object.fromEntries(Object.entries(chunks).map(([old, next]) => [hashOf(old), hashOf(next)])),
      photos: [],
      leftovers: [],
    } satisfies EraseBody,
  }))
  return chunksNow({ erasures }, statement)
}

const now = (...names: readonly string[]): string[] => names.map(hashOf)

describe('a checkpoint after something was erased', () => {
  test('has the chunks that took the places of others', () => {
    expect(after()).toEqual(now('a', 'b', 'c'))
    expect(after({ records: [21], chunks: { b: 'b2' } })).toEqual(now('a', 'b2', 'c'))
    expect(
      after({ records: [11, 35], chunks: { a: 'a2', c: 'c2' } }, { records: [12], chunks: { a2: 'a3' } }),
    ).toEqual(now('a3', 'b', 'c2'))
    expect(after({ records: [3] })).toEqual(now('a', 'b', 'c'))
  })

  test('is nobody’s where an entry doesn’t name a chunk in whose range it erases', () => {
    expect(after({ records: [21] })).toBeUndefined()
    expect(after({ records: [11, 21], chunks: { a: 'a2' } })).toBeUndefined()
    expect(
      after({ records: [11, 21], chunks: { a: 'a2' } }, { records: [22], chunks: { b: 'b2' } }),
    ).toBeUndefined()
    expect(
      after({ records: [21], chunks: { b: 'b2' } }, { records: [22], chunks: { b: 'b3' } }),
    ).toBeUndefined()
  })

  test('holds again once a later entry names the chunk and these records once more', () => {
    const forgotten = { records: [11, 21] }
    expect(after(forgotten, { records: [11, 21], chunks: { a: 'a2', b: 'b2' } })).toEqual(
      now('a2', 'b2', 'c'),
    )
    expect(
      after(forgotten, { records: [11], chunks: { a: 'a2' } }, { records: [21], chunks: { b: 'b2' } }),
    ).toEqual(now('a2', 'b2', 'c'))
    // More than one entry may name are named by two, with a chunk that was sealed anew without all of them.
    expect(after({ records: [21, 22] }, { records: [21], chunks: { b: 'b2' } })).toBeUndefined()
    expect(
      after(
        { records: [21, 22] },
        { records: [21], chunks: { b: 'b2' } },
        { records: [22], chunks: { b2: 'b2' } },
      ),
    ).toEqual(now('a', 'b2', 'c'))
  })

  test('needs nothing where something is erased once more that it has forgotten', () => {
    expect(after({ records: [21], chunks: { b: 'b2' } }, { records: [21] })).toEqual(now('a', 'b2', 'c'))
  })

  test('holds just where each record was named by an entry that names the chunk as it was then', () => {
    const entry = fc.record({
      records: fc.uniqueArray(fc.integer({ min: 8, max: 33 }), { minLength: 1, maxLength: 4 }),
      names: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const present = ['a', 'b', 'c']
        const [erased, covered] = [new Set<number>(), new Set<number>()]
        const said = entries.map(({ records, names }, at): Said => {
          const places = new Set(records.filter((one) => one >= 10).map((one) => Math.floor(one / 10) - 1))
          const chunks: Record<string, string> = {}
          for (const place of places) {
            if (!names) continue
            chunks[present[place] ?? ''] = `${'abc'[place]}${at}`
            present[place] = `${'abc'[place]}${at}`
          }
          for (const one of records) if (one >= 10) (names ? covered : erased).add(one)
          return { records, chunks }
        })
        const holds = [...erased].every((one) => covered.has(one))
        expect(after(...said)).toEqual(holds ? now(...present) : undefined)
      }),
    )
  })
})
