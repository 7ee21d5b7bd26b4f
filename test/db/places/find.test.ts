import { describe, expect, it } from 'vitest'
import { loadPlaces, NoPlaces } from '../../../src/db/places/list.ts'
import { matchPlaces, nearestLarger } from '../../../src/db/places/match.ts'
import { placeNameIn } from '../../../src/shared/place.ts'
import { shelfForTest } from '../../house/places.ts'

const found = async (country: string, query: string, most = 3) =>
  matchPlaces(await loadPlaces(country, shelfForTest().shelf), query, most).map(({ name }) => name)

describe("a country's list", () => {
  it('is fetched once and stays without a network', async () => {
    const { shelf, net, asked } = shelfForTest()
    const before = await loadPlaces('HU', shelf)
    net.isCut = true
    expect(await loadPlaces('HU', shelf)).toEqual(before)
    expect(asked).toEqual(['places/HU.txt'])
    await expect(loadPlaces('PL', shelf)).rejects.toBeInstanceOf(NoPlaces)
  })

  it('is not what another network says', async () => {
    const { shelf, net } = shelfForTest()
    net.answer = () => new Response('<!doctype html><title>Hotel</title>')
    await expect(loadPlaces('HU', shelf)).rejects.toBeInstanceOf(NoPlaces)
    net.answer = (text) => new Response(text)
    expect((await loadPlaces('HU', shelf)).length).toBeGreaterThan(500)
  })
})

describe('finding a place', () => {
  it.each([
    ['PL', 'krakau', 'Kraków'],
    ['PL', 'Krakkó', 'Kraków'],
    ['PL', 'krako', 'Kraków'],
    ['PL', 'Breslau', 'Wrocław'],
    ['PL', 'Boroszló', 'Wrocław'],
    ['PL', 'wroclaw', 'Wrocław'],
    ['PL', 'lodz', 'Łódź'],
    ['HU', 'Fünfkirchen', 'Pécs'],
    ['HU', 'fuenfkirchen', 'Pécs'],
    ['HU', 'Pecz', 'Pécs'],
    ['AT', 'Bécs', 'Wien'],
    ['AT', 'Wiedeń', 'Wien'],
    ['AT', 'vienna', 'Wien'],
    ['DE', 'Monachium', 'München'],
    ['DE', 'muenchen', 'München'],
    ['DE', 'lipcse', 'Leipzig'],
    ['DE', 'Köln', 'Köln'],
    ['DE', 'oder frankf', 'Frankfurt (Oder)'],
    ['DE', 'kreuzberg fried', 'Berlin-Friedrichshain-Kreuzberg'],
    ['SK', 'pozsony', 'Bratislava'],
    ['RO', 'kolozsvár', 'Cluj-Napoca'],
    ['UA', 'Ungvár', 'Uzhhorod'],
    ['TR', 'kadik', 'Kadıköy (İstanbul)'],
  ])('in %s as %s', async (country, query, name) => expect(await found(country, query)).toContain(name))

  it('puts larger ones first, and before them what is called just so', async () => {
    const neustadt = matchPlaces(await loadPlaces('DE', shelfForTest().shelf), 'neustadt', 30)
    const sizes = neustadt.map(({ population }) => population)
    const isExact = neustadt.map(({ name }) => name === 'Neustadt')
    expect(isExact.lastIndexOf(true)).toBeLessThan(isExact.includes(false) ? isExact.indexOf(false) : 99)
    const rest = sizes.slice(isExact.indexOf(false))
    expect(rest).toEqual([...rest].sort((a, b) => b - a))
  })

  it('begins at words, not in them', async () => {
    expect(await found('DE', 'erlin')).toEqual([])
    expect(await found('DE', '')).toHaveLength(3)
    expect(await found('DE', '   (')).toHaveLength(3)
  })

  it('tells same-named ones apart by a larger place nearby', async () => {
    const places = await loadPlaces('DE', shelfForTest().shelf)
    const [radebeul] = matchPlaces(places, 'Radebeul', 1)
    expect(radebeul && nearestLarger(places, radebeul)?.name).toBe('Dresden')
    const [berlin] = matchPlaces(places, 'Berlin', 1)
    expect(berlin && nearestLarger(places, berlin)).toBeUndefined()
    expect(berlin && nearestLarger(places, { ...berlin, point: undefined })).toBeUndefined()
  })

  it('calls it as the reader does', async () => {
    const [wien] = matchPlaces(await loadPlaces('AT', shelfForTest().shelf), 'Wien', 1)
    expect(wien && (['de', 'en', 'pl', 'hu'] as const).map((one) => placeNameIn(wien, one))).toEqual([
      'Wien',
      'Vienna',
      'Wiedeń',
      'Bécs',
    ])
  })
})
