import type { Feature, Screen } from '../ui/feature.ts'
import { learn } from './i18n.ts'

async function onlyToRead(): Promise<Screen> {
  const [module] = await Promise.all([import('./only-to-read.tsx'), learn('ui'), learn('rest')])
  return module.OnlyToRead
}

/** A feature as those see it who may only read: behind the addresses of its forms stands the one page that says so. */
async function forReader(feature: Feature): Promise<Feature> {
  const { routes, doors = [] } = feature
  const { writes = [] } = (await feature.details?.())?.details ?? {}
  return {
    ...feature,
    routes: { ...routes, ...Object.fromEntries(writes.map((pattern) => [pattern, onlyToRead])) },
    doors: doors.filter((door) => !writes.includes(door.path)),
    startButtons: [],
  }
}

/** All features for somebody who may only read. */
export const forReaders = (features: readonly Feature[]): Promise<readonly Feature[]> =>
  Promise.all(features.map(forReader))
