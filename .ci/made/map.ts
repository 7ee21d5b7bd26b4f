// The picture of Europe and of the world: a plugin for Vite. Nothing of the packages that draw it comes along.
import { createRequire } from 'node:module'
import { geoConicEqualArea, geoEquirectangular, geoPath, type GeoProjection } from 'd3-geo'
import { feature } from 'topojson-client'
import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import type { Objects, Topology } from 'topojson-specification'
import type { Plugin } from 'vite'
import type { Flattening, MapDrawing, MapDrawings } from '../../src/shared/flat-map.ts'
import { areaOf, outlineOf, thinned, type Ring } from './outline.ts'

type Named = { readonly name: string }
type World = Topology<Objects<Named>>

const load = createRequire(import.meta.url)

/** What Natural Earth calls otherwise than Unicode, of the countries where twin towns lie. */
const otherwise: { readonly [name: string]: string } = {
  'Bosnia and Herz.': 'BA',
  'Central African Rep.': 'CF',
  "Côte d'Ivoire": 'CI',
  Congo: 'CG',
  'Cabo Verde': 'CV',
  'Dem. Rep. Congo': 'CD',
  'Dominican Rep.': 'DO',
  'Faeroe Is.': 'FO',
  Macedonia: 'MK',
  Myanmar: 'MM',
  'N. Cyprus': 'CY',
  Palestine: 'PS',
  'S. Sudan': 'SS',
  'Trinidad and Tobago': 'TT',
  Turkey: 'TR',
  'United States of America': 'US',
  Åland: 'AX',
}

function countryCodes(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const all = letters.flatMap((first) => letters.map((second) => first + second))
  return new Map([
    ...all.flatMap((code): [string, string][] => {
      // Codes of states that are no more lead to their heirs'.
      const name = new Intl.Locale(`und-${code}`).region === code && names.of(code)
      return name ? [[name, code]] : []
    }),
    ...Object.entries(otherwise),
  ])
}

type Plan = {
  readonly file: string
  readonly flattening: Omit<Flattening, 'zero'>
  /** Longitudes and latitudes that lie at the edges. */
  readonly edges: readonly (readonly [number, number])[]
  /** What a line may stray by, and how small an island still is drawn: units and square units. */
  readonly stray: number
  readonly smallest: number
}

const plans: { readonly [name in keyof MapDrawings]: Plan } = {
  // From Iceland to Georgia, from the North Cape to Israel.
  europe: {
    file: 'countries-50m.json',
    flattening: { kind: 'cone', middle: 15, parallels: [43, 62], scale: 3600 },
    edges: [
      [-24.6, 65],
      [-10.5, 36],
      [26, 71.6],
      [35, 29.5],
      [47, 41],
    ],
    stray: 1.2,
    smallest: 20,
  },
  world: {
    file: 'countries-110m.json',
    flattening: { kind: 'degrees', middle: 0, parallels: [0, 0], scale: 160 },
    edges: [
      [-169, 76],
      [179, -56],
    ],
    stray: 1,
    smallest: 6,
  },
}

/** The same map by the package that draws it: what the few lines of our own are tested against. */
export function projectionOf({ kind, middle, parallels, scale, zero }: Flattening): GeoProjection {
  const projection = kind === 'cone' ? geoConicEqualArea().parallels([...parallels]) : geoEquirectangular()
  return projection.rotate([-middle, 0]).center([0, 0]).scale(scale).translate([zero.x, zero.y]).precision(0)
}

/** Every border simplified once, so that neighbours still fit. */
function simplified(world: World, projection: GeoProjection, stray: number): World {
  const { scale = [1, 1], translate = [0, 0] } = world.transform ?? {}
  const arcs = world.arcs.map((arc) => {
    let [x, y] = [0, 0]
    const degrees = arc.map(([dx = 0, dy = 0]): [number, number] => {
      x += dx
      y += dy
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
    })
    return thinned(degrees, (point) => projection(point) ?? [0, 0], stray)
  })
  const { transform: _, ...rest } = world
  return { ...rest, arcs }
}

type Land = { readonly name: string; readonly land: MultiPolygon['coordinates'] }

function polygonsOf(geometry: Geometry): MultiPolygon['coordinates'] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

/** Without islands of which too little is left: a line to and fro would be taken for all the earth beside it. */
function withoutSpecks(land: Land['land'], projection: GeoProjection, smallest: number): MultiPolygon {
  const sizeOf = (ring: readonly (readonly number[])[]): number =>
    areaOf(ring.map(([lon = 0, lat = 0]) => projection([lon, lat]) ?? [0, 0]))
  return {
    type: 'MultiPolygon',
    coordinates: land
      .map((rings) => rings.filter((ring) => sizeOf(ring) >= smallest))
      .filter(([outer]) => outer !== undefined),
  }
}

/** The Crimea is Ukraine's by what the United Nations say; the data show who holds it. */
function withCrimea(countries: readonly Land[]): readonly Land[] {
  const isThere = ([outer = []]: Polygon['coordinates']): boolean =>
    outer.every(([lon = 0, lat = 0]) => lon > 32 && lon < 37 && lat > 44 && lat < 46.5)
  const polygons = countries.flatMap(({ land }) => land)
  return countries.map(({ name, land }) =>
    name === 'Russia'
      ? { name, land: land.filter((one) => !isThere(one)) }
      : name === 'Ukraine'
        ? { name, land: [...land.filter((one) => !isThere(one)), ...polygons.filter(isThere)] }
        : { name, land },
  )
}

function draw({ file, flattening, edges, stray, smallest }: Plan): MapDrawing {
  const unplaced = projectionOf({ ...flattening, zero: { x: 0, y: 0 } })
  const corners = edges.map((edge): [number, number] => unplaced([...edge]) ?? [0, 0])
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))]
  const [width, height] = [Math.ceil(Math.max(...xs) - left), Math.ceil(Math.max(...ys) - top)]
  const placed: Flattening = { ...flattening, zero: { x: -left, y: -top } }
  const projection = projectionOf(placed)
  const world = simplified(load(`world-atlas/${file}`) as World, projection, stray)
  if (!world.objects['countries']) throw new Error(`${file} has no countries`)
  const unclipped = projectionOf(placed)
  // A little more than the picture: the cut stays out of sight.
  projection.clipExtent([
    [-20, -20],
    [width + 20, height + 20],
  ])
  const codes = countryCodes()
  const drawn = feature(world, world.objects['countries'])
  const features = 'features' in drawn ? drawn.features : [drawn]
  const countries = withCrimea(
    features.map(({ properties, geometry }) => ({ name: properties.name, land: polygonsOf(geometry) })),
  )
  const lands = countries.flatMap(({ name, land }) => {
    const rings: Ring[] = []
    geoPath(projection, {
      beginPath: () => undefined,
      moveTo: (x, y) => rings.push([[x, y]]),
      lineTo: (x, y) => rings.at(-1)?.push([x, y]),
      arc: () => undefined,
      closePath: () => undefined,
    })(withoutSpecks(land, unclipped, smallest))
    const outline = outlineOf(rings)
    return outline ? [{ country: codes.get(name) ?? '', outline }] : []
  })
  return { width, height, flattening: placed, lands }
}

let made: MapDrawings | undefined

/** Drawn once a process. */
export const madeMap = (): MapDrawings => (made ??= { europe: draw(plans.europe), world: draw(plans.world) })

const moduleId = 'virtual:map'

/** Makes `virtual:map`. */
export function mapOfEurope(): Plugin {
  return {
    name: 'map-of-europe',
    resolveId: (id) => (id === moduleId ? `\0${id}` : null),
    load: (id) =>
      id === `\0${moduleId}`
        ? `export const map = JSON.parse(${JSON.stringify(JSON.stringify(madeMap()))})`
        : null,
  }
}
