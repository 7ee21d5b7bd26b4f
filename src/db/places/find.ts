import type { Place, PlaceFinder } from '../../shared/place.ts'
import { placesOf } from './list.ts'
import { matchPlaces, nearestLarger } from './match.ts'

/** The places of a country in whose names words begin as typed, larger ones first. Rejects with NoPlaces. */
export async function findPlaces(country: string, query: string, most = 8): Promise<Place[]> {
  return matchPlaces(await placesOf(country), query, most)
}

/** What a form that asks for a place is handed. */
export const placeFinder: PlaceFinder = {
  find: findPlaces,
  near: async (place) => nearestLarger(await placesOf(place.country), place),
  countries: async () => (await import('virtual:places')).countries,
}
