import { madePlaces } from '../../.ci/made/places.ts'
import { loadPlaces, type Shelf } from '../../src/db/places/list.ts'
import { matchPlaces, nearestLarger } from '../../src/db/places/match.ts'
import type { PlaceFinder } from '../../src/shared/place.ts'

/** A store that keeps, and a network with the lists of the build that can be cut. */
export function shelfForTest() {
  const kept = new Map<string, Response>()
  const asked: string[] = []
  const net = { isCut: false, answer: (text: string) => new Response(text) }
  const store = {
    match: (address: string) => Promise.resolve(kept.get(address)?.clone()),
    put: (address: string, answer: Response) => Promise.resolve(void kept.set(address, answer)),
  }
  const shelf: Shelf = {
    caches: { open: () => Promise.resolve(store as unknown as Cache) },
    fetch: (address) => {
      asked.push(address)
      if (net.isCut) return Promise.reject(new TypeError('Failed to fetch'))
      const country = /places\/(\w\w)\.txt/.exec(address)?.[1] ?? ''
      return Promise.resolve(net.answer(madePlaces().lists.get(country) ?? ''))
    },
  }
  return { shelf, net, asked }
}

/** Finds places as the app does, over that store and network. */
export const finderOn = (shelf: Shelf): PlaceFinder => ({
  find: async (country, query, most) => matchPlaces(await loadPlaces(country, shelf), query, most),
  near: async (place) => nearestLarger(await loadPlaces(place.country, shelf), place),
  countries: () => Promise.resolve([...madePlaces().lists.keys()]),
})
