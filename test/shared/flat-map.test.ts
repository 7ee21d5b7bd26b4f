import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeMap, projectionOf } from '../../.ci/made/map.ts'
import { isOn, pointAt, spotOf, type MapDrawing } from '../../src/shared/flat-map.ts'

const map = madeMap()
const drawings: [string, MapDrawing][] = [
  ['europe', map.europe],
  ['world', map.world],
]

const anywhere = fc.record({
  lat: fc.double({ min: -60, max: 85, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
})

/** The rings of an outline, in the picture's units. */
function ringsOf(outline: string): [number, number][][] {
  return outline
    .split('z')
    .filter(Boolean)
    .map((ring) => {
      const numbers = [...ring.matchAll(/-?\d+/g)].map(([one]) => Number(one))
      let [x, y] = [0, 0]
      const points: [number, number][] = []
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        x += numbers[at] ?? 0
        y += numbers[at + 1] ?? 0
        points.push([x, y])
      }
      return points
    })
}

/** The countries whose outlines hold a place: an odd number of edges lie to the right of it. */
function countriesAt(drawing: MapDrawing, lat: number, lon: number): string[] {
  const { x, y } = spotOf({ lat, lon }, drawing.flattening)
  return drawing.lands
    .filter(({ outline }) => {
      const crossings = ringsOf(outline).flatMap((ring) =>
        ring.filter(([ax, ay], at) => {
          const [bx, by] = ring[(at + 1) % ring.length] ?? [0, 0]
          return ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)
        }),
      )
      return crossings.length % 2 === 1
    })
    .map(({ country }) => country)
}

describe.each(drawings)('the picture of %s', (_, drawing) => {
  it('puts a place where the package puts it', () => {
    const projection = projectionOf(drawing.flattening)
    fc.assert(
      fc.property(anywhere, ({ lat, lon }) => {
        const { x, y } = spotOf({ lat, lon }, drawing.flattening)
        const [expectedX, expectedY] = projection([lon, lat]) ?? [NaN, NaN]
        // At 180 degrees from its middle the package may choose the other edge.
        if (Math.abs(Math.abs(lon - drawing.flattening.middle) - 180) < 1e-6) return
        expect(Math.abs(x - expectedX)).toBeLessThan(0.5)
        expect(Math.abs(y - expectedY)).toBeLessThan(0.5)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives back the place that was shown', () => {
    fc.assert(
      fc.property(anywhere, (place) => {
        const spot = spotOf(place, drawing.flattening)
        if (!isOn(spot, drawing)) return
        const { lat, lon } = pointAt(spot, drawing.flattening)
        expect(lat).toBeCloseTo(place.lat, 6)
        expect(lon).toBeCloseTo(place.lon, 6)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the outlines', () => {
  it.each([
    ['DE', 50.9, 11.6],
    ['PL', 50.06, 19.94],
    ['HU', 46.07, 18.23],
    ['GB', 54.2, -2.5],
    ['FR', 47.2, 2.3],
    ['TR', 39.9, 32.9],
    ['MK', 41.6, 21.7],
    ['BA', 44.2, 17.8],
    ['IL', 31.3, 34.8],
    ['IS', 64.8, -18.5],
    ['UA', 50.0, 30.5],
    // The Crimea.
    ['UA', 45.2, 34.3],
    ['XK', 42.6, 20.9],
  ])('in Europe hold %s at %d, %d', (country, lat, lon) =>
    expect(countriesAt(map.europe, lat, lon)).toEqual([country]),
  )

  it.each([
    ['US', 39.5, -98.3],
    ['JP', 36.2, 138.2],
    ['NI', 12.9, -85.2],
    ['AU', -25, 134],
  ])('of the world hold %s at %d, %d', (country, lat, lon) =>
    expect(countriesAt(map.world, lat, lon)).toEqual([country]),
  )

  it('leave the sea free', () => {
    expect(countriesAt(map.europe, 56, 3)).toEqual([])
    expect(countriesAt(map.europe, 43.2, 34)).toEqual([])
    expect(countriesAt(map.world, 30, -40)).toEqual([])
  })

  it('weigh less than 35 kB together', () =>
    expect(gzipSync(JSON.stringify(map), { level: 9 }).length).toBeLessThan(35_000))

  it('reach from Iceland to Israel', () => {
    const on = (lat: number, lon: number) => isOn(spotOf({ lat, lon }, map.europe.flattening), map.europe)
    expect([on(64.15, -21.9), on(70.7, 25.7), on(32.8, 35), on(41.7, 44.8), on(38.7, -9.1)]).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect([on(12.1, -86.2), on(35.7, 139.7), on(39.1, -94.6)]).toEqual([false, false, false])
  })
})
