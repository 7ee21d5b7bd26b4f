import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { featureCount, fillQuick, fillSlow, quickCount } from '../../../src/records/fit/features.ts'
import { readGraph, without, type Graph } from '../../../src/records/fit/graph.ts'
import { groundOf } from '../../../src/records/fit/ground.ts'
import { rankPartners, type Suggestion } from '../../../src/records/fit/rank.ts'
import type { Town } from '../../../src/records/fit/rows.ts'
import { scaleOf } from '../../../src/records/fit/scale.ts'
import { viewFrom } from '../../../src/records/fit/view.ts'
import { learnWeights } from '../../../src/records/fit/weights.ts'
import { idOf, rowOf, worldOf, type World } from './towns.ts'

const world = worldOf(1)
const graph = readGraph([...world.rows, ...world.places.map((place) => rowOf(place))])
const few = { lists: 200, others: 12, trees: 20, early: 8 }
const weights = learnWeights(graph, 1, few)
const ids = world.places.map(idOf)
const partnersOf = ({ pairs }: World, id: string): string[] =>
  pairs.flatMap(([one, other]) => (idOf(one) === id ? [idOf(other)] : idOf(other) === id ? [idOf(one)] : []))
const anyId = fc.constantFrom(...ids)

describe('who would fit', () => {
  it('is every town that is no partner, once, best first', () =>
    fc.assert(
      fc.property(anyId, fc.boolean(), (id, isShipped) => {
        const list = rankPartners(graph, id, isShipped ? {} : { weights })
        const taken = new Set([id, ...partnersOf(world, id)])
        expect(list.map((one) => one.id).sort()).toEqual(ids.filter((other) => !taken.has(other)).sort())
        for (const [at, { score, reasons }] of list.entries()) {
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(100)
          expect(score).toBeLessThanOrEqual(list[at - 1]?.score ?? 100)
          const sum = reasons.reduce((all, { points }) => all + points, 0)
          if (sum > 0) expect(sum).toBeCloseTo(score, 6)
        }
      }),
      { numRuns: 30 },
    ))

  it('is, for one country, the same with the same scores', () =>
    fc.assert(
      fc.property(anyId, fc.constantFrom('Aland', 'Beland', 'Celand'), (id, country) => {
        const all = rankPartners(graph, id, { weights }).filter((one) => one.id.includes(`|${country}|`))
        const list = rankPartners(graph, id, { country, weights })
        expect(list.map((one) => one.id)).toEqual(all.map((one) => one.id))
        for (const [at, { score }] of list.entries()) expect(score).toBeCloseTo(all[at]?.score ?? -1, 9)
      }),
      { numRuns: 30 },
    ))

  it('comes out the same from the same seed, whatever order the rows have', () => {
    const turned = [...world.pairs].reverse().map(([one, other]) => rowOf(other, one))
    const again = readGraph([...world.places.map((place) => rowOf(place)), ...turned])
    const relearned = learnWeights(again, 1, few)
    expect(relearned).toEqual(weights)
    expect(learnWeights(again, 2, few)).not.toEqual(weights)
    const [id = ''] = ids
    expect(rankPartners(again, id, { weights: relearned })).toEqual(rankPartners(graph, id, { weights }))
  })

  describe('among more towns than are looked at twice', () => {
    const large = worldOf(2, 160, 500)
    const crowd = readGraph([...large.rows, ...large.places.map((place) => rowOf(place))])
    const learned = learnWeights(crowd, 1, few)
    const asked = fc.constantFrom(...large.places.map(idOf))

    it('holds each once, best first, the sum of points of the best being their score', () =>
      fc.assert(
        fc.property(asked, (id) => {
          const list = rankPartners(crowd, id, { weights: learned })
          expect(new Set(list.map((one) => one.id)).size).toBe(list.length)
          expect(list.length).toBe(large.places.length - 1 - partnersOf(large, id).length)
          for (const [at, { score }] of list.entries())
            expect(score).toBeLessThanOrEqual(list[at - 1]?.score ?? 100)
          for (const { score, reasons } of list.slice(0, 20)) {
            const sum = reasons.reduce((all, { points }) => all + points, 0)
            if (sum > 0) expect(sum).toBeCloseTo(score, 6)
          }
        }),
        { numRuns: 20 },
      ))

    const southOnly = { weights: learned, suits: ({ lat }: Town): boolean => lat < 46 }
    const isSouth = (id: string): boolean => Number(id.split('|')[2]) < 46
    const idsOf = (list: readonly Suggestion[]): string[] => list.map(({ id }) => id)

    it('gives the best the same scores among those that suit', () =>
      fc.assert(
        fc.property(asked, (id) => {
          const all = rankPartners(crowd, id, { weights: learned })
          const south = rankPartners(crowd, id, southOnly)
          expect(idsOf(south).sort()).toEqual(idsOf(all).filter(isSouth).sort())
          const scores = new Map(all.slice(0, 40).map((one) => [one.id, one.score]))
          for (const { id: other, score } of south)
            if (scores.has(other)) expect(score).toBeCloseTo(scores.get(other) ?? -1, 9)
          // Whoever suits comes with reasons, however far down among all.
          expect(south.slice(0, 20).some(({ reasons }) => reasons.some(({ points }) => points > 0))).toBe(
            true,
          )
        }),
        { numRuns: 20 },
      ))

    it('looks as closely at every town of one country, whoever suits', () =>
      fc.assert(
        fc.property(asked, fc.constantFrom('Aland', 'Beland', 'Celand'), (id, country) => {
          const list = rankPartners(crowd, id, { weights: learned, country })
          const all = idsOf(rankPartners(crowd, id, { weights: learned }))
          expect(idsOf(list).sort()).toEqual(all.filter((one) => one.includes(`|${country}|`)).sort())
          const south = rankPartners(crowd, id, { ...southOnly, country })
          expect(south.map(({ id: one, score }) => [one, score])).toEqual(
            list.flatMap(({ id: one, score }) => (isSouth(one) ? [[one, score]] : [])),
          )
        }),
        { numRuns: 20 },
      ))
  })

  it('no longer holds a town once the pair is known', () => {
    const [one, other] = [world.places[0], world.places[50]]
    if (!one || !other) throw new Error('the made-up world is too small')
    expect(rankPartners(graph, idOf(one), { weights }).map(({ id }) => id)).toContain(idOf(other))
    const more = readGraph([...world.rows, rowOf(other, one)])
    expect(rankPartners(more, idOf(one), { weights }).map(({ id }) => id)).not.toContain(idOf(other))
  })

  it('can be asked for a town that no row told of', () => {
    const list = rankPartners(graph, 'Nowhere|Beland|46|9', { weights })
    expect(list.map(({ id }) => id).sort()).toEqual([...ids].sort())
    const [first, ...others] = rankPartners(graph, 'Nowhere|Beland|46|9', { weights, country: 'Aland' })
    expect(others).toHaveLength(39)
    expect(first?.reasons.map(({ part }) => part)).not.toContain('network')
    expect(rankPartners(graph, 'Island|Atlantis|46|-30', { weights }).length).toBe(ids.length)
    expect(rankPartners(graph, ids[0] ?? '', { weights, country: 'Atlantis' })).toEqual([])
  })

  it('says what is not known', () => {
    const sizeless = world.places.find(([, , , , people]) => people === '')
    if (!sizeless) throw new Error('every made-up town has a size')
    for (const { reasons } of rankPartners(graph, idOf(sizeless), { weights }))
      expect(reasons.find(({ part }) => part === 'size')).toMatchObject({ missing: true })
    const unlinked = ids.find((id) => partnersOf(world, id).length === 0)
    if (unlinked === undefined) throw new Error('every made-up town has a partner')
    expect(rankPartners(graph, unlinked, { weights })[0]?.reasons).toContainEqual({
      part: 'data',
      points: 0,
      few: true,
    })
  })

  it('says of names only that they are alike when they are', () => {
    const [first] = world.places
    if (!first) throw new Error('the made-up world is empty')
    const named = (name: string): string[] => {
      const rows = [
        ...world.rows,
        ...world.places.map((place) => rowOf(place)),
        rowOf([name, 'Aland', '46', '1', '9000']),
      ]
      const id = idOf([name, 'Aland', '46', '1'])
      return rankPartners(readGraph(rows), id, { explained: Infinity }).flatMap((one) =>
        one.reasons.some(({ part }) => part === 'name') ? [one.id] : [],
      )
    }
    expect(named('Xyzzy')).toEqual([])
  })

  it('names the partner in common', () => {
    const named = ids.flatMap((id) =>
      rankPartners(graph, id, { weights }).flatMap((one) =>
        one.reasons.flatMap(({ part, via }) =>
          part === 'network' && via ? [[id, one.id, via] as const] : [],
        ),
      ),
    )
    for (const [id, other, via] of named)
      for (const between of via) {
        expect(partnersOf(world, id)).toContain(between)
        expect(partnersOf(world, other)).toContain(between)
      }
  })

  it('is worth nothing and breaks nothing without links', () => {
    const bare = readGraph(world.places.map((place) => rowOf(place)))
    expect(learnWeights(bare, 1).trees).toEqual([])
    expect(rankPartners(bare, ids[0] ?? '', { weights: learnWeights(bare, 1) })).toHaveLength(ids.length - 1)
    expect(() => rankPartners(graph, ids[0] ?? '', { weights: { features: ['other'], trees: [] } })).toThrow(
      /learned for other/,
    )
  })
})

describe('what is known of a pair', () => {
  it('is as many numbers as have a name, each in its column and in the row of its town alone', () => {
    const [id = ''] = ids
    const view = viewFrom(graph, groundOf(graph), 0, id)
    const [into, at, step] = [new Float32Array(3 * featureCount).fill(Number.NaN), 1, 3]
    const columns = (): number[] =>
      [...into].flatMap((value, place) => (Number.isNaN(value) ? [] : [(place - at) / step]))
    fillQuick(view, scaleOf(view, 1), 1, { into, at, step })
    expect(columns()).toEqual([...Array(quickCount).keys()])
    fillSlow(view, scaleOf(view, 1), 1, { into, at, step })
    expect(columns()).toEqual([...Array(featureCount).keys()])
  })
})

describe('a link that is left out', () => {
  const featuresOf = (of: Graph, one: string, other: string, hidden: boolean): number[][] => {
    const [town, partner] = [of.numberOf.get(one) ?? -1, of.numberOf.get(other) ?? -1]
    const country = of.country[partner] ?? 0
    const look = (): number[][] => {
      const view = viewFrom(of, ground, town, one, { country, ...(hidden && { hidden: partner }) })
      const scale = scaleOf(view, country)
      return [...(of.inCountry[country] ?? [])].map((candidate) => {
        const row = new Float32Array(featureCount)
        const place = { into: row, at: 0, step: 1 }
        fillQuick(view, scale, candidate, place)
        fillSlow(view, scale, candidate, place)
        return [...row]
      })
    }
    const ground = groundOf(of)
    if (!hidden) return look()
    // Once before, so that what is kept for all was worked out with the link.
    viewFrom(of, ground, town, one)
    return without(of, town, partner, look)
  }

  it('leaves everything as if it had never been there', () =>
    fc.assert(
      fc.property(fc.constantFrom(...world.pairs), fc.boolean(), (pair, isTurned) => {
        const [one, other] = isTurned ? [pair[1], pair[0]] : pair
        const rest = world.pairs.filter((kept) => kept !== pair).map((kept) => rowOf(...kept))
        const never = readGraph([...rest, ...world.places.map((place) => rowOf(place))])
        const left = featuresOf(graph, idOf(one), idOf(other), true)
        const expected = featuresOf(never, idOf(one), idOf(other), false)
        for (const [at, row] of left.entries())
          for (const [feature, value] of row.entries())
            expect(value).toBeCloseTo(expected[at]?.[feature] ?? Number.NaN, 4)
      }),
      { numRuns: 20 },
    ))

  it('is there again afterwards', () => {
    const before = [graph.to.slice(), graph.degree.slice()]
    const [one, other] = world.pairs[7] ?? []
    if (!one || !other) throw new Error('the made-up world has too few pairs')
    const numbers = [one, other].map((place) => graph.numberOf.get(idOf(place)) ?? -1) as [number, number]
    expect(() =>
      without(graph, ...numbers, () => {
        throw new Error('in between')
      }),
    ).toThrow('in between')
    expect([graph.to, graph.degree]).toEqual(before)
  })
})
