import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headingOf, headingRanges, sortByName } from '../../src/shared/collate.ts'
import { languages } from '../../src/shared/language.ts'

const own = (name: string) => name

describe('sorting by name', () => {
  it.each([
    ['de', ['Zander', 'Ärger', 'Adam'], ['Adam', 'Ärger', 'Zander']],
    [
      'pl',
      ['Żaneta', 'Ćwik', 'Zsófia', 'Świątek', 'Czesław', 'Szabó'],
      ['Czesław', 'Ćwik', 'Szabó', 'Świątek', 'Zsófia', 'Żaneta'],
    ],
    [
      'hu',
      ['Csaba', 'Ősz', 'Czesław', 'Ödön', 'Cukor', 'Ostrowski'],
      ['Cukor', 'Czesław', 'Csaba', 'Ostrowski', 'Ödön', 'Ősz'],
    ],
  ] as const)('follows the order of %s', (language, names, sorted) => {
    expect(sortByName(names, own, language)).toEqual(sorted)
  })

  it('leaves the list alone and equal names in their order', () => {
    const list = [
      { id: 1, name: 'B' },
      { id: 2, name: ' A' },
      { id: 3, name: 'A' },
    ]
    expect(sortByName(list, ({ name }) => name, 'de').map(({ id }) => id)).toEqual([2, 3, 1])
    expect(list.map(({ id }) => id)).toEqual([1, 2, 3])
  })
})

describe('the heading of a name', () => {
  it.each([
    ['de', 'Ägidius', 'A'],
    ['de', 'Łukasz', 'L'],
    ['de', 'Ødegård', 'O'],
    ['de', 'ßa', 'S'],
    ['en', 'Żaneta', 'Z'],
    ['en', 'Csaba', 'C'],
    ['pl', 'Ćwik', 'Ć'],
    ['pl', 'łukasz', 'Ł'],
    ['pl', 'Ńa', 'Ń'],
    ['pl', 'Óz', 'Ó'],
    ['pl', 'Świątek', 'Ś'],
    ['pl', 'Źrebak', 'Ź'],
    ['pl', 'Żaneta', 'Ż'],
    ['pl', 'Ąda', 'Ą'],
    ['pl', 'Ęda', 'Ę'],
    ['pl', 'Ödön', 'O'],
    ['pl', 'Zsófia', 'Z'],
    ['hu', 'Csaba', 'Cs'],
    ['hu', 'CSABA', 'Cs'],
    ['hu', 'Czesław', 'C'],
    ['hu', 'Dzsenifer', 'Dzs'],
    ['hu', 'Dzeta', 'Dz'],
    ['hu', 'Gyula', 'Gy'],
    ['hu', 'Lyka', 'Ly'],
    ['hu', 'Nyári', 'Ny'],
    ['hu', 'Szabó', 'Sz'],
    ['hu', 'Tyukodi', 'Ty'],
    ['hu', 'Zsófia', 'Zs'],
    ['hu', 'Ősz', 'Ö'],
    ['hu', 'Űr', 'Ü'],
    ['hu', 'Ács', 'A'],
    ['hu', 'Éva', 'E'],
    ['hu', 'Ír', 'I'],
    ['hu', 'Óz', 'O'],
    ['hu', 'Újházi', 'U'],
    ['hu', 'Łukasz', 'L'],
    ['de', '4 Jahreszeiten', '#'],
    ['de', '(Verein)', '#'],
    ['de', '', '#'],
    ['de', ' Anna', 'A'],
    ['de', 'Олена', '…'],
    ['hu', 'Ελένη', '…'],
  ] as const)('in %s of %s is %s', (language, name, heading) => {
    expect(headingOf(name, language)).toBe(heading)
  })

  const letter = fc.constantFrom(..."aábcčćçdđeéęfghiíjklłmnńoóöőøpqrsśßtuúüűvwxyýzźżžæþъяα09 -('")
  const digraph = fc.constantFrom(
    'cs',
    'dz',
    'dzs',
    'gy',
    'ly',
    'ny',
    'sz',
    'ty',
    'zs',
    'ccs',
    'cz',
    'Cs',
    'cS',
    'CS',
  )
  const name = fc
    .tuple(fc.array(fc.oneof(letter, digraph), { maxLength: 4 }), fc.boolean())
    .map(([parts, upper]) => (upper ? parts.join('').toUpperCase() : parts.join('')))

  it.each(languages)('never comes back in a sorted list in %s', (language) => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(name, name, fc.string({ unit: 'grapheme', maxLength: 3 })), {
          minLength: 2,
          maxLength: 60,
        }),
        (names) => {
          const walked = sortByName(names, own, language).map((one) => headingOf(one, language))
          const changes = walked.filter((heading, at) => heading !== walked[at - 1])
          expect(new Set(changes).size).toBe(changes.length)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('ranges of headings', () => {
  it('hold about equally many names', () => {
    const counts = new Map([...'ABCDEFGHIJ'].map((heading) => [heading, 3]))
    expect(headingRanges(counts)).toEqual([
      { first: 'A', last: 'B', count: 6 },
      { first: 'C', last: 'D', count: 6 },
      { first: 'E', last: 'F', count: 6 },
      { first: 'G', last: 'H', count: 6 },
      { first: 'I', last: 'J', count: 6 },
    ])
  })

  it('are one a heading if there are few', () => {
    expect(
      headingRanges(
        new Map([
          ['A', 4],
          ['Z', 4],
        ]),
      ),
    ).toEqual([
      { first: 'A', last: 'A', count: 4 },
      { first: 'Z', last: 'Z', count: 4 },
    ])
    expect(headingRanges(new Map())).toEqual([])
    expect(headingRanges(new Map([['A', 0]]))).toEqual([])
  })

  it('hold every heading once, in its order, in no more groups than wanted', () => {
    const counted = fc.uniqueArray(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), { minLength: 1 })
    fc.assert(
      fc.property(
        counted,
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 26, maxLength: 26 }),
        fc.integer({ min: 1, max: 8 }),
        (letters, numbers, most) => {
          const counts = new Map(letters.map((heading, at) => [heading, numbers[at] ?? 1]))
          const ranges = headingRanges(counts, most)
          expect(ranges.length).toBeLessThanOrEqual(most)
          const walked = ranges.flatMap(({ first, last }) =>
            letters.slice(letters.indexOf(first), letters.indexOf(last) + 1),
          )
          expect(walked).toEqual(letters)
          const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
          expect(ranges.reduce((sum, { count }) => sum + count, 0)).toBe(total)
          // A group overshoots its share by no more than the largest heading in it.
          for (const { count } of ranges)
            expect(count).toBeLessThanOrEqual(total / most + Math.max(...counts.values()))
        },
      ),
    )
  })
})
