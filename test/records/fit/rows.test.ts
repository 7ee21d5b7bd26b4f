import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGraph } from '../../../src/records/fit/graph.ts'
import { FitProblem } from '../../../src/records/fit/problem.ts'
import { readRows, townFromId, type FitRow } from '../../../src/records/fit/rows.ts'
import { idOf, rowOf, worldOf } from './towns.ts'

const good = rowOf(['Köln', 'Germany', '50.9', '6.9', '1000000'], ['Lille', 'France', '50.6', '3.1'])

function problemOf(row: unknown): [string, number | undefined] {
  try {
    readRows([good, row as FitRow])
  } catch (problem) {
    if (problem instanceof FitProblem) return [problem.problem, problem.row]
    throw problem
  }
  return ['none', undefined]
}

describe('the rows of an export', () => {
  it('name towns as they are written', () => {
    expect(readRows([good])).toEqual({
      towns: [
        {
          id: 'Köln|Germany|50.9|6.9',
          name: 'Köln',
          country: 'Germany',
          lat: 50.9,
          lon: 6.9,
          people: 1_000_000,
        },
        {
          id: 'Lille|France|50.6|3.1',
          name: 'Lille',
          country: 'France',
          lat: 50.6,
          lon: 3.1,
          people: undefined,
        },
      ],
      pairs: [['Köln|Germany|50.9|6.9', 'Lille|France|50.6|3.1']],
    })
  })

  it.each([
    ['no-name', { ...good, origincityLabel: '' }],
    ['no-name', { ...good, sistercityLabel: undefined }],
    ['no-name', {}],
    ['no-country', { ...good, destination_countryLabel: '' }],
    ['no-place', { ...good, destinationlat: '' }],
    ['bad-place', { ...good, originlat: '90.1' }],
    ['bad-place', { ...good, originlong: '1e3' }],
    ['bad-place', { ...good, originlong: 'Point(6 50)' }],
    ['bad-place', { ...good, originlat: 'NaN' }],
    ['bad-place', { ...good, originlat: '0x10' }],
    ['bad-population', { ...good, originpopulation: '-5' }],
    ['bad-population', { ...good, destinationpopulation: 'many' }],
    ['bad-population', { ...good, destinationpopulation: '1e12' }],
    ['bad-row', { ...good, originlat: 50.9 }],
    ['bad-row', null],
  ])('are refused with %s and their number: %j', (name, row) => expect(problemOf(row)).toEqual([name, 1]))

  it('tell of a town without partners when the second is empty or the same', () => {
    const alone = rowOf(['Ulm', 'Germany', '48.4', '10'])
    const itself = rowOf(['Bonn', 'Germany', '50.7', '7.1'], ['Bonn', 'Germany', '50.7', '7.1', '300000'])
    const { towns, pairs } = readRows([alone, itself])
    expect(towns.map(({ name, people }) => [name, people])).toEqual([
      ['Bonn', 300_000],
      ['Ulm', undefined],
    ])
    expect(pairs).toEqual([])
  })

  it('make the same graph in any order and direction, and however often they come', () => {
    const { pairs } = worldOf(3)
    const whole = readGraph(pairs.map(([one, other]) => rowOf(one, other)))
    fc.assert(
      fc.property(
        fc.shuffledSubarray(pairs, { minLength: pairs.length }),
        fc.array(fc.boolean(), { minLength: pairs.length, maxLength: pairs.length }),
        (shuffled, turned) => {
          const rows = shuffled.map(([one, other], at) =>
            turned[at] ? rowOf(other, one) : rowOf(one, other),
          )
          const { near, ...graph } = readGraph([...rows, ...rows.slice(0, 20)])
          const { near: its, ...known } = whole
          expect(graph).toEqual(known)
          expect(near.km).toEqual(its.km)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('may be none', () => expect(readGraph([]).towns).toEqual([]))
})

describe('an id', () => {
  it('names a town with any name', () =>
    expect(townFromId('a|b|c|Peru|-1.5|2')).toEqual({
      id: 'a|b|c|Peru|-1.5|2',
      name: 'a|b|c',
      country: 'Peru',
      lat: -1.5,
      lon: 2,
      people: undefined,
    }))
  it.each([
    '',
    'Ulm',
    'Germany|48|10',
    '|Germany|48|10',
    'Ulm||48|10',
    'Ulm|Germany||10',
    'Ulm|Germany|91|10',
  ])('is refused when it is %j', (id) => expect(() => townFromId(id)).toThrow(FitProblem))
  it('is that of the rows', () => {
    const { places, rows } = worldOf(5)
    const known = new Set(readGraph(rows).towns.map(({ id }) => id))
    expect(places.filter((place) => known.has(idOf(place))).length).toBe(known.size)
  })
})
