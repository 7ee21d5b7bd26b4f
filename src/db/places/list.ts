import { languages } from '../../shared/language.ts'
import type { Place } from '../../shared/place.ts'
import { readPlaces, type Listed } from './format.ts'

/** No list and no way to it: no network, or one that answers with something else. */
export class NoPlaces extends Error {
  constructor(cause?: unknown) {
    super('no-places', { cause })
    this.name = 'NoPlaces'
  }
}

/** Where lists come from and where they stay: the browser's, or a test's. */
export type Shelf = {
  readonly caches: Pick<CacheStorage, 'open'>
  readonly fetch: (address: string) => Promise<Response>
}

/** A store of its own: those of the app's versions are thrown away with them. Its number grows with the lists' contents. */
const storeName = 'ponte-places-1'

const ofBrowser: Shelf = { caches: globalThis.caches, fetch: (address) => fetch(address) }

async function textOf(country: string, { caches, fetch }: Shelf): Promise<Listed[]> {
  const address = `places/${country}.txt`
  const store = await caches.open(storeName)
  const kept = readPlaces(country, (await (await store.match(address))?.text()) ?? '')
  if (kept) return kept
  const answer = await fetch(address)
  const copy = answer.clone()
  const places = answer.ok ? readPlaces(country, await answer.text()) : undefined
  if (!places) throw new NoPlaces()
  // Without room it goes as well, until the next time.
  await store.put(address, copy).catch(() => undefined)
  return places
}

async function withNames(listed: readonly Listed[]): Promise<Place[]> {
  const { names } = await import('virtual:places')
  return listed.map((place) => ({
    ...place,
    names: Object.fromEntries(
      languages.flatMap((language, at) => {
        const name = names[place.id]?.[at]
        return name ? [[language, name]] : []
      }),
    ),
  }))
}

/**
 * All places of a country that has a list, larger ones first; fetched when it is first wanted and kept for good.
 * Rejects with NoPlaces.
 */
export async function loadPlaces(country: string, shelf: Shelf): Promise<Place[]> {
  try {
    return await withNames(await textOf(country, shelf))
  } catch (error) {
    throw error instanceof NoPlaces ? error : new NoPlaces(error)
  }
}

const loaded = new Map<string, Promise<readonly Place[]>>()

/** The same from the browser's store and network, once a start. */
export function placesOf(country: string): Promise<readonly Place[]> {
  const before = loaded.get(country)
  if (before) return before
  const now = loadPlaces(country, ofBrowser)
  loaded.set(country, now)
  // What failed is tried again.
  now.catch(() => loaded.delete(country))
  return now
}
