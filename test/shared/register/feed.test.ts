import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Malformed, utf8 } from '../../../src/shared/bytes.ts'
import { readBase, writeBase, type Base } from '../../../src/shared/register/base.ts'
import {
  firstMark,
  readFeedPage,
  writeFeedPage,
  type FeedItem,
  type FeedPage,
} from '../../../src/shared/register/feed.ts'
import { contents } from './entries.ts'

const head = { entry: '01'.repeat(16), publisher: '02'.repeat(16), device: '03'.repeat(16), revision: 3 }
const signed = { signature: '04'.repeat(64), key: '05'.repeat(65) }
const items: FeedItem[] = [
  {
    state: 'published',
    n: 1,
    at: 5,
    ...signed,
    statement: { ...head, type: 'idea', content: contents.idea },
  },
  { state: 'withdrawn', n: 2, at: 6, ...signed, statement: { ...head, type: 'idea', content: null } },
  {
    state: 'published',
    n: 3,
    at: 6,
    signature: '',
    key: '',
    statement: { ...head, type: 'event', content: contents.event },
  },
  {
    state: 'hidden',
    n: 4,
    at: 7,
    entry: head.entry,
    publisher: head.publisher,
    type: 'idea',
    revision: 3,
    reason: 'advertising',
  },
]
const page: FeedPage = {
  n: 4,
  mark: 'ab'.repeat(8),
  more: false,
  restart: false,
  base: { hash: '06'.repeat(32), asOf: '2026-11-01', links: 7 },
  items,
}

describe('a page of the feed', () => {
  test('is read as it was written', () => {
    expect(readFeedPage(writeFeedPage(page))).toEqual({ ...page, skipped: 0 })
    const empty = { ...page, n: 0, mark: firstMark, base: null, items: [] }
    expect(readFeedPage(writeFeedPage(empty))).toEqual({ ...empty, skipped: 0 })
  })

  test('leaves out what a newer exchange says, and counts it', () => {
    const poem = { ...items[0], statement: { ...head, type: 'poem', content: {} } }
    const later = { ...page, items: [poem, { state: 'sung' }, null, ...items] } as unknown as FeedPage
    expect(readFeedPage(writeFeedPage(later))).toEqual({ ...page, skipped: 3 })
  })

  test('is refused in any other shape', () => {
    for (const wrong of [{ n: -1 }, { mark: 'ab' }, { base: {} }, { items: {} }, { more: 1 }, { a: 1 }])
      expect(() => readFeedPage(writeFeedPage({ ...page, ...wrong } as FeedPage))).toThrow(Malformed)
    expect(() => readFeedPage(utf8('<html>'))).toThrow(Malformed)
  })
})

describe('a base', () => {
  const town = fc.record({
    name: fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter((text) => /\S/.test(text) && !/\p{Cc}/u.test(text)),
    country: fc.constantFrom('DE', 'PL', 'HU', ''),
    lat: fc.integer({ min: -900_000, max: 900_000 }).map((degrees) => degrees / 10_000),
    lon: fc.integer({ min: -1_800_000, max: 1_800_000 }).map((degrees) => degrees / 10_000),
    population: fc.nat(),
    wikidata: fc.constantFrom('', 'Q64', 'Q1028'),
  })
  const base = fc.array(town, { minLength: 2, maxLength: 20 }).chain((towns) =>
    fc.record({
      asOf: fc.constant('2026-11-01'),
      attribution: fc.constant('Wikidata, CC0'),
      towns: fc.constant(towns),
      links: fc.uniqueArray(
        fc
          .record({
            a: fc.nat(towns.length - 2),
            b: fc.nat(towns.length - 1),
            since: fc.constantFrom(0, 1990),
          })
          .filter(({ a, b }) => a < b),
        { selector: ({ a, b }) => `${a} ${b}` },
      ),
    }),
  )

  test('is read as it was written, links in order', () => {
    fc.assert(
      fc.property(base, (one: Base) => {
        const links = [...one.links].sort((x, y) => x.a - y.a || x.b - y.b)
        // -0 is a degree as good as 0.
        expect(JSON.stringify(readBase(writeBase(one)))).toBe(JSON.stringify({ ...one, links }))
      }),
    )
  })

  test('is refused with a link to nowhere, or with columns of different lengths', () => {
    const bytes = (change: (columns: Record<string, unknown[]>) => void): Uint8Array => {
      const towns = ['A', 'B'].map((name) => ({
        name,
        country: 'DE',
        lat: 1,
        lon: 2,
        population: 0,
        wikidata: '',
      }))
      const one = { asOf: '2026-11-01', attribution: '', towns, links: [{ a: 0, b: 1, since: 0 }] }
      const columns = JSON.parse(new TextDecoder().decode(writeBase(one))) as Record<string, unknown[]>
      change(columns)
      return utf8(JSON.stringify(columns))
    }
    expect(readBase(bytes(() => undefined)).links).toHaveLength(1)
    for (const change of [
      (columns: Record<string, unknown[]>) => (columns['b'] = [2]),
      (columns: Record<string, unknown[]>) => (columns['b'] = [0]),
      (columns: Record<string, unknown[]>) => (columns['b'] = []),
      (columns: Record<string, unknown[]>) => (columns['name'] = ['A']),
      (columns: Record<string, unknown[]>) => (columns['lat'] = [1e9, 0]),
    ])
      expect(() => readBase(bytes(change))).toThrow(Malformed)
  })
})
