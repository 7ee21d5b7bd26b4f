import type { Point } from './place.ts'

/** A place on a picture, in its units, from its upper left corner. */
export type Spot = { readonly x: number; readonly y: number }

/** How a picture shows the round earth: equal areas on a cone for a continent, or degrees as they are for the world. */
export type Flattening = {
  readonly kind: 'cone' | 'degrees'
  /** Longitude in the middle; for 'cone' its two parallels. Degrees. */
  readonly middle: number
  readonly parallels: readonly [number, number]
  /** Units to an earth's radius, and where the projection's zero lies. */
  readonly scale: number
  readonly zero: Spot
}

/** A map as it is drawn: a country's outline is a path in these units. */
export type MapDrawing = {
  readonly width: number
  readonly height: number
  readonly flattening: Flattening
  readonly lands: readonly { readonly country: string; readonly outline: string }[]
}

export type MapDrawings = { readonly europe: MapDrawing; readonly world: MapDrawing }

const inRadians = Math.PI / 180

/** Of Albers' cone: how far its sector opens, and what the distance from its tip is reckoned from. */
function coneOf([south, north]: readonly [number, number]): { n: number; c: number; tip: number } {
  const [a, b] = [Math.sin(south * inRadians), Math.sin(north * inRadians)]
  const n = (a + b) / 2
  const c = 1 + a * (2 * n - a)
  return { n, c, tip: Math.sqrt(c) / n }
}

/** Longitude east of the middle, -180 to 180. */
const fromMiddle = (lon: number, middle: number): number => ((((lon - middle + 180) % 360) + 360) % 360) - 180

/** Where a place on the earth lies on the picture; beyond its edges too. */
export function spotOf({ lat, lon }: Point, { kind, middle, parallels, scale, zero }: Flattening): Spot {
  const east = fromMiddle(lon, middle) * inRadians
  if (kind === 'degrees') return { x: zero.x + scale * east, y: zero.y - scale * lat * inRadians }
  const { n, c, tip } = coneOf(parallels)
  const radius = Math.sqrt(c - 2 * n * Math.sin(lat * inRadians)) / n
  return {
    x: zero.x + scale * radius * Math.sin(n * east),
    y: zero.y - scale * (tip - radius * Math.cos(n * east)),
  }
}

/** The place on the earth that is shown there. */
export function pointAt({ x, y }: Spot, { kind, middle, parallels, scale, zero }: Flattening): Point {
  const [right, up] = [(x - zero.x) / scale, (zero.y - y) / scale]
  if (kind === 'degrees') return { lat: up / inRadians, lon: middle + right / inRadians }
  const { n, c, tip } = coneOf(parallels)
  const radius = Math.hypot(right, tip - up)
  return {
    lat: Math.asin((c - (radius * n) ** 2) / (2 * n)) / inRadians,
    lon: middle + Math.atan2(right, tip - up) / n / inRadians,
  }
}

/** Whether it lies inside of the picture. */
export const isOn = ({ x, y }: Spot, { width, height }: Pick<MapDrawing, 'width' | 'height'>): boolean =>
  x >= 0 && y >= 0 && x <= width && y <= height
