import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findFormats,
  waysOut,
  wishNames,
  without,
  type Wish,
  type Wishes,
} from '../../../src/features/formats/find.ts'
import { formats } from '../../../src/features/formats/formats.ts'
import { loadHandbook } from '../../../src/features/formats/handbook.ts'

const handbook = await loadHandbook('de')
const polish = await loadHandbook('pl')

const answers: { readonly [wish in Wish]: readonly NonNullable<Wishes[wish]>[] } = {
  people: ['few', 'some', 'many', 'crowd'],
  travel: ['without', 'with'],
  ages: ['young', 'old', 'mixed'],
  language: ['common', 'helper', 'none'],
  money: ['none', 'little', 'some'],
}
const anyWishes: fc.Arbitrary<Wishes> = fc.record(
  {
    people: fc.constantFrom(...answers.people),
    travel: fc.constantFrom(...answers.travel),
    ages: fc.constantFrom(...answers.ages),
    language: fc.constantFrom(...answers.language),
    money: fc.constantFrom(...answers.money),
  },
  { requiredKeys: [] },
)
const anyQuery = fc.constantFrom('', 'koch', 'brief', 'film ton', 'xyz')
const idsOf = (wishes: Wishes, query = ''): string[] =>
  findFormats(handbook, wishes, query).map(({ id }) => id)

describe('finding a format', () => {
  it('finds all of them where everything is left open', () => {
    expect(idsOf({})).toEqual(formats.map(({ id }) => id))
  })

  it('finds with one more answer nothing that was not found before it', () => {
    fc.assert(
      fc.property(anyWishes, anyQuery, fc.constantFrom(...wishNames), (wishes, query, name) => {
        const before = new Set(idsOf(without(wishes, name), query))
        return idsOf(wishes, query).every((id) => before.has(id))
      }),
    )
  })

  it('finds with every answer something, and by most of them not everything', () => {
    const counts = wishNames.flatMap((name) => answers[name].map((value) => idsOf({ [name]: value }).length))
    expect(Math.min(...counts)).toBeGreaterThan(0)
    expect(counts.filter((count) => count < formats.length).length).toBeGreaterThan(counts.length / 2)
  })

  it('lets who has more do all that who has less can do', () => {
    for (const [less, more] of [
      ['none', 'helper'],
      ['helper', 'common'],
    ] as const)
      expect(idsOf({ language: more })).toEqual(expect.arrayContaining(idsOf({ language: less })))
    expect(idsOf({ money: 'some' })).toEqual(expect.arrayContaining(idsOf({ money: 'little' })))
    expect(idsOf({ money: 'little' })).toEqual(expect.arrayContaining(idsOf({ money: 'none' })))
  })

  it('finds what people would expect', () => {
    expect(
      idsOf({ ages: 'young', language: 'none', money: 'some', travel: 'with', people: 'some' }),
    ).toContain('gaming')
    expect(idsOf({ people: 'crowd' })).toContain('festakt')
    expect(idsOf({ people: 'crowd' })).not.toContain('stammtisch')
    expect(idsOf({ travel: 'with' })).toContain('rallye')
    expect(idsOf({ ages: 'mixed' })).not.toContain('gaming')
  })

  it('finds by the beginning of any word, however it is spelt', () => {
    expect(idsOf({}, 'kuchen')).toContain('kochen')
    expect(idsOf({}, 'Kueche')).toContain('kochen')
    expect(idsOf({}, 'Brief Porto')).toEqual(['briefe'])
    expect(findFormats(polish, {}, 'dzwiek').map(({ id }) => id)).toContain('stammtisch')
    expect(idsOf({}, 'gibt es nicht so etwas')).toEqual([])
  })
})

describe('where nothing is found', () => {
  it('only answers are named after which something is found, the most helpful first', () => {
    fc.assert(
      fc.property(anyWishes, anyQuery, (wishes, query) => {
        const ways = waysOut(handbook, wishes, query)
        const counts = ways.map(({ count }) => count)
        return (
          ways.every(
            ({ name, count }) => count === idsOf(without(wishes, name), query).length && count > 0,
          ) && counts.every((count, at) => at === 0 || count <= (counts[at - 1] ?? 0))
        )
      }),
    )
  })

  it('there is a way out of an impossible wish', () => {
    const wishes: Wishes = { people: 'crowd', ages: 'young', travel: 'with' }
    expect(idsOf(wishes)).toEqual([])
    expect(waysOut(handbook, wishes).map(({ name }) => name)).toContain('travel')
  })
})
