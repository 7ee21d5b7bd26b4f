import { fold } from '../fold.ts'
import { shownText } from './text.ts'

/** How the name of a town is compared. */
export const foldedName = (name: string): string =>
  fold(shownText(name))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

type Place = { readonly lat: number | null; readonly lon: number | null }

const earth = 6371
const radians = (degrees: number): number => (degrees / 180) * Math.PI
/** How far two towns of the same name and country may lie apart and still be one: their middles are set differently. */
const nearest = 20

/** Kilometres on a globe between two places. */
function distance(one: { lat: number; lon: number }, other: { lat: number; lon: number }): number {
  const [lat, lon] = [radians(other.lat - one.lat), radians(other.lon - one.lon)]
  const across = Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(lon / 2) ** 2
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(Math.sin(lat / 2) ** 2 + across)))
}

/** Whether two of the same name can be the same town: less than 20 km apart (or `within`), or it isn't known where one of them lies. */
export function isNear(one: Place, other: Place, within = nearest): boolean {
  if (one.lat === null || one.lon === null || other.lat === null || other.lon === null) return true
  return distance({ lat: one.lat, lon: one.lon }, { lat: other.lat, lon: other.lon }) < within
}

type Named = Place & { readonly name: string; readonly country: string }

/** Whether two are the same town: so an association's partnership takes the place of a link of the base. */
export const isSameTown = (one: Named, other: Named): boolean =>
  one.country === other.country && foldedName(one.name) === foldedName(other.name) && isNear(one, other)
