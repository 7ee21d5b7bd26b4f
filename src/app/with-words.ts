import type { ComponentType } from 'preact'
import type { Feature, Screen } from '../ui/feature.ts'
import { learn, type Part } from './i18n.ts'

type Load<P> = () => Promise<ComponentType<P>>

/** What texts a feature's screens need; the very first screen is not to wait for all the others'. */
function partsOf({ name }: Feature): readonly Part[] {
  if (name === 'welcome') return ['ui', 'welcome']
  return name === 'saved' ? ['ui', 'rest', 'saved'] : ['ui', 'rest']
}

/** A feature whose screens come together with their texts; what it shows on Start speaks from the first texts. */
export function withWords(feature: Feature): Feature {
  const known = new Map<unknown, unknown>()
  // The same loader stays the same loader: patterns that share one share a screen.
  const ready = <P>(load: Load<P>, parts = partsOf(feature)): Load<P> => {
    const begun = known.get(load) as Load<P> | undefined
    if (begun) return begun
    const both: Load<P> = async () => {
      const [screen] = await Promise.all([load(), ...parts.map(learn)])
      return screen
    }
    known.set(load, both)
    return both
  }
  const { about, itemLine, startLine, reminder } = feature
  const routes = Object.entries(feature.routes).map(([pattern, load]): [string, () => Promise<Screen>] => [
    pattern,
    ready(load),
  ])
  return {
    ...feature,
    // Start itself speaks from the first texts too, and waits for no others.
    routes: feature.name === 'start' ? feature.routes : Object.fromEntries(routes),
    ...(about ? { about: ready(about) } : {}),
    ...(itemLine ? { itemLine: ready(itemLine) } : {}),
    ...(reminder ? { reminder: { ...reminder, load: ready(reminder.load) } } : {}),
    ...(startLine ? { startLine: ready(startLine, ['saved']) } : {}),
  }
}
