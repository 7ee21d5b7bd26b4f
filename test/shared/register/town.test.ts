import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { whichTown } from '../../../src/shared/register/town.ts'
import { told } from './told.ts'

const town = told('Lüdenscheid', { lat: 51.22, lon: 7.63, population: 72_000 })

test.each([
  ['spelt otherwise', { name: 'LUDENSCHEID ' }, true],
  ['somewhere that nobody said', { lat: null, lon: null }, true],
  ['a few kilometres off', { lat: 51.35 }, true],
  ['on the other side of the day’s line', { lat: 51.22, lon: 367.63 }, true],
  ['far away', { lat: 52 }, false],
  ['in another country', { country: 'PL' }, false],
  ['of another name', { name: 'Lüdinghausen', population: 25_000 }, false],
  ['in another language', { name: 'Luda Polana', lat: 51.23, population: 73_500 }, true],
  [
    'next to it, under another name and of another size',
    { name: 'Altena', lat: 51.23, population: 21_000 },
    false,
  ],
])('a town %s is the same: %s %s', (_, other, isSame) => {
  expect(whichTown({ ...town, ...other }, [town])).toBe(isSame ? town : undefined)
})

describe('of several towns of one name', () => {
  const south = told('Neustadt', { lat: 49.35, lon: 8.14, population: 53_000 })
  const north = told('Neustadt', { lat: 54.1, lon: 10.81, population: 15_000 })
  const here = told('Neustadt')

  it('the nearest is meant, and none where nobody said which', () => {
    expect(whichTown({ ...south, lat: 49.36 }, [north, south])).toBe(south)
    expect(whichTown({ ...north, lat: 54.05 }, [south, north])).toBe(north)
    const neighbour = { ...south, lat: 49.45 }
    expect(whichTown({ ...south, lat: 49.44 }, [south, neighbour])).toBe(neighbour)
    expect(whichTown(here, [south, north])).toBeUndefined()
    expect(whichTown(here, [south, { ...here }, north])).toEqual(here)
    expect(whichTown(here, [south])).toBe(south)
  })

  it('the list of places decides where both have its id', () => {
    const [one, two] = [
      { ...south, place: '1' },
      { ...south, place: '2' },
    ]
    expect(whichTown({ ...south, place: '2' }, [one, two])).toBe(two)
    expect(whichTown({ ...south, place: '3' }, [one, two])).toBeUndefined()
    expect(whichTown(told('Breslau', { place: '7' }), [told('Wrocław', { place: '7' })])?.name).toBe(
      'Wrocław',
    )
  })
})

it('a town is one of those of its country, is itself, and says the same in any order', () => {
  const degree = fc.integer({ min: -2000, max: 2000 }).map((hundredth) => hundredth / 100)
  const any = fc.record({
    name: fc.constantFrom('Neustadt', 'Nowe Miasto', 'Neu stadt'),
    country: fc.constantFrom('DE', 'PL'),
    lat: degree,
    lon: degree,
    place: fc.constantFrom('', '1', '2'),
    population: fc.constantFrom(null, 500, 21_000, 30_000, 90_000),
  })
  fc.assert(
    fc.property(any, fc.array(any, { maxLength: 8 }), (one, all) => {
      const found = whichTown(one, all)
      if (found) expect(found.country).toBe(one.country)
      if (found && found.place !== '' && one.place !== '') expect(found.place).toBe(one.place)
      expect(whichTown(one, [one])).toBe(one)
      const isUnlisted = one.place === '' || all.filter(({ place }) => place === one.place).length < 2
      if (isUnlisted) expect(whichTown(one, all.toReversed())).toEqual(found)
    }),
    { verbose: true },
  )
})
