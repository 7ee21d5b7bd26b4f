import type { ComponentType } from 'preact'
import type { Feature, Screen } from '../ui/feature.ts'
import { learn } from './i18n.ts'

type Load<P> = () => Promise<ComponentType<P>>

/** A feature whose screens come together with their texts; what it shows on Start speaks from the first texts. */
export function withWords(feature: Feature): Feature {
  const known = new Map<unknown, unknown>()
  // The very first screen is not to wait for all the others' texts.
  const part = feature.name === 'welcome' ? 'welcome' : 'rest'
  // The same loader stays the same loader: patterns that share one share a screen.
  const ready = <P>(load: Load<P>): Load<P> => {
    const begun = known.get(load) as Load<P> | undefined
    if (begun) return begun
    const both: Load<P> = async () => {
      const [screen] = await Promise.all([load(), learn('ui'), learn(part)])
      return screen
    }
    known.set(load, both)
    return both
  }
  const routes = Object.entries(feature.routes).map(([pattern, load]): [string, () => Promise<Screen>] => [
    pattern,
    ready(load),
  ])
  return {
    ...feature,
    // Start itself speaks from the first texts too, and waits for no others.
    routes: feature.name === 'start' ? feature.routes : Object.fromEntries(routes),
    ...(feature.about ? { about: ready(feature.about) } : {}),
  }
}
