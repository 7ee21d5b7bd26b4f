import { fold, spellings } from '../../shared/fold.ts'
import type { Place } from '../../shared/place.ts'

const isPlain = (text: string): boolean => /^[ -~]*$/.test(text)

/** Words with one blank before each. */
const spaced = (folded: string): string => ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`

// Sixteen thousand American towns are folded at once: nearly all need nothing but small letters.
const foldedTwice = (name: string): string[] =>
  isPlain(name) ? [name.toLowerCase()] : [...new Set(spellings(name))]

const hays = new WeakMap<Place, string>()

/** All its names, folded, in both spellings. */
function hayOf(place: Place): string {
  const before = hays.get(place)
  if (before !== undefined) return before
  const hay = [place.name, ...Object.values(place.names)].flatMap(foldedTwice).map(spaced).join(' ')
  hays.set(place, hay)
  return hay
}

/**
 * The places in whose names, in any of the four languages, each typed word begins a word: those that are called just so
 * first, then as they stand. Nothing typed finds the first ones.
 */
export function matchPlaces(places: readonly Place[], query: string, most: number): Place[] {
  const typed = spaced(fold(query))
  const words = typed.trim().split(' ').filter(Boolean)
  const exact: Place[] = []
  const others: Place[] = []
  for (const place of places) {
    const hay = hayOf(place)
    if (!words.every((word) => hay.includes(` ${word}`))) continue
    const isExact = words.length > 0 && ` ${hay}  `.includes(` ${typed}  `)
    ;(isExact ? exact : others).push(place)
  }
  return [...exact, ...others].slice(0, most)
}

const inRadians = Math.PI / 180
const farthest = 80

/** Kilometres over the round earth. */
function kilometres(a: NonNullable<Place['point']>, b: NonNullable<Place['point']>): number {
  const [latA, latB] = [a.lat * inRadians, b.lat * inRadians]
  const half =
    Math.sin((latB - latA) / 2) ** 2 +
    Math.cos(latA) * Math.cos(latB) * Math.sin(((b.lon - a.lon) * inRadians) / 2) ** 2
  return 12_742 * Math.asin(Math.sqrt(half))
}

/** The nearest place of 50,000 and more within 80 km that is larger than this one. Larger ones stand first. */
export function nearestLarger(
  places: readonly Place[],
  { id, name, point, population }: Place,
): Place | undefined {
  if (!point) return undefined
  let best: { readonly place: Place; readonly far: number } | undefined
  for (const place of places) {
    if (place.population < 50_000 || place.population <= population) break
    if (!place.point || (place.id === id && place.name === name)) continue
    const far = kilometres(point, place.point)
    if (far <= (best?.far ?? farthest)) best = { place, far }
  }
  return best?.place
}
