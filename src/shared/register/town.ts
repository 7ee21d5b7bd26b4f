import { fold } from '../fold.ts'
import { shownText } from './text.ts'

/** How the name of a town is compared. */
export const foldedName = (name: string): string =>
  fold(shownText(name))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

type Point = { readonly lat: number; readonly lon: number }
type Place = { readonly lat: number | null; readonly lon: number | null }

const earth = 6371
const radians = (degrees: number): number => (degrees / 180) * Math.PI
/** How far two towns of the same name and country may lie apart and still be one: their middles are set differently. */
const nearest = 20
/** The same where they have different names. */
const close = 5
/** From how many people on a town is the only one of its size in its place. */
const large = 20_000

const hasPoint = <T extends Place>(one: T): one is T & Point => one.lat !== null && one.lon !== null

/** Kilometres on a globe between two places. */
function distance(one: Point, other: Point): number {
  const [lat, lon] = [radians(other.lat - one.lat), radians(other.lon - one.lon)]
  const across = Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(lon / 2) ** 2
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(Math.sin(lat / 2) ** 2 + across)))
}

/** Whether two of the same name can be the same town: less than 20 km apart (or `within`), or it isn't known where one of them lies. */
export const isNear = (one: Place, other: Place, within = nearest): boolean =>
  !hasPoint(one) || !hasPoint(other) || distance(one, other) < within

/**
 * A town as somebody tells of it: degrees are null, `place` (its id in the list of places) is '' and `population` null or 0 where
 * nobody said so.
 */
export type Told = Place & {
  readonly name: string
  readonly country: string
  readonly place: string
  readonly population: number | null
}

/** Two large towns of about one size in one place are one, whatever they are called: Breslau and Wrocław. */
function isAlike(one: Told, other: Told): boolean {
  const [less = 0, more = 0] = [one.population ?? 0, other.population ?? 0].sort((a, b) => a - b)
  return less >= large && more < 2 * less && hasPoint(one) && hasPoint(other) && isNear(one, other, close)
}

const nearestTo = <T extends Place>(point: Point, all: readonly T[]): T | undefined =>
  all
    .filter(hasPoint)
    .map((one) => ({ one, far: distance(point, one) }))
    .sort((a, b) => a.far - b.far)[0]?.one

/**
 * Which of these a town is; undefined for none of them, and where that can't be told. The list of places decides where both have its
 * id; else the name, and of several in one country where they lie: the nearest one. Of whom nobody said where it lies it can be told only
 * if there is one place of that name. Under another name a town is known by where it lies and how large it is.
 */
export function whichTown<T extends Told>(town: Told, all: readonly T[]): T | undefined {
  const { country, name, place } = town
  const there = all.filter((one) => one.country === country)
  const listed = place === '' ? undefined : there.find((one) => one.place === place)
  if (listed) return listed
  const others = there.filter((one) => place === '' || one.place === '')
  const named = others.filter((one) => foldedName(one.name) === foldedName(name))
  if (hasPoint(town)) {
    const meant = (fits: (one: T) => boolean): T | undefined =>
      nearestTo(town, others.filter(hasPoint).filter(fits))
    return meant((one) => named.includes(one) && isNear(one, town)) ?? meant((one) => isAlike(one, town))
  }
  const [first, ...rest] = named.filter(hasPoint)
  const isOne = first !== undefined && rest.every((one) => isNear(one, first))
  return isOne ? first : named.find((one) => !hasPoint(one))
}
