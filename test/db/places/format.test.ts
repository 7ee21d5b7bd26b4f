import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlaces, writePlaces } from '../../../src/db/places/format.ts'
import { madePlaces } from '../../../.ci/made/places.ts'

const degrees = (most: number): fc.Arbitrary<number> =>
  fc.integer({ min: -most * 1000, max: most * 1000 }).map((one) => one / 1000)

const place = fc.record({
  id: fc.oneof(fc.constant(''), fc.integer({ min: 1, max: 20_000_000 }).map(String)),
  name: fc.string({ minLength: 1 }).filter((name) => !/[\t\n]/.test(name)),
  country: fc.constant('DE'),
  land: fc.constantFrom('', 'DE-BE', 'DE-BY'),
  point: fc.record({ lat: degrees(90), lon: degrees(180) }),
  population: fc.nat(30_000_000),
})

describe('a list of places', () => {
  it('reads as it was written, larger ones first', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1 }), (places) => {
        const sorted = [...places].sort((a, b) => b.population - a.population)
        expect(readPlaces('DE', writePlaces(places))).toEqual(sorted)
      }),
    )
  })

  it('is no other text', () => {
    expect(readPlaces('DE', '')).toBeUndefined()
    expect(readPlaces('DE', '<!doctype html>\n<title>Hotel</title>')).toBeUndefined()
    expect(readPlaces('DE', 'ponte-places 1\nBerlin')).toBeUndefined()
  })
})

describe('the lists that are made', () => {
  const { lists, names } = madePlaces()
  const listOf = (country: string) => readPlaces(country, lists.get(country) ?? '') ?? []

  it('hold villages in Europe and towns everywhere', () => {
    expect(listOf('DE').length).toBeGreaterThan(7000)
    expect(listOf('PL').some(({ population }) => population > 0 && population < 1500)).toBe(true)
    expect(listOf('NI').map(({ name }) => name)).toContain('San Rafael del Sur')
    expect(lists.size).toBeGreaterThan(200)
  })

  it('say where the German and British ones lie', () => {
    const land = (country: string, name: string) => listOf(country).find((one) => one.name === name)?.land
    expect(land('DE', 'München')).toBe('DE-BY')
    expect(land('DE', 'Berlin-Friedrichshain-Kreuzberg')).toBe('DE-BE')
    expect(land('DE', 'Bremerhaven')).toBe('DE-HB')
    expect(land('DE', 'Dresden')).toBe('DE-SN')
    expect(land('DE', 'Saarbrücken')).toBe('DE-SL')
    expect(land('DE', 'Weimar')).toBe('DE-TH')
    expect(land('GB', 'Edinburgh')).toBe('GB-SCT')
    expect(land('PL', 'Kraków')).toBe('')
  })

  it('put every town in its own place', () => {
    const krakow = listOf('PL').find(({ name }) => name === 'Kraków')
    expect(krakow).toMatchObject({ id: '3094802', point: { lat: 50.061, lon: 19.937 }, population: 755_050 })
    expect(names['3094802']).toEqual(['Krakau', 'Krakow', '', 'Krakkó'])
  })

  it('hold no line break or tab in a name', () => {
    for (const text of lists.values()) {
      const [, ...lines] = text.split('\n')
      expect(lines).toHaveLength(6)
      expect(new Set(lines.slice(0, 5).map((line) => line.split('\t').length)).size).toBe(1)
    }
  })
})
