import type { Feature, Screen } from '../ui/feature.ts'

const onlyToRead = (): Promise<Screen> => import('./only-to-read.tsx').then((module) => module.OnlyToRead)

/** A feature as those see it who may only read: behind the addresses of its forms stands the one page that says so. */
function forReader(feature: Feature): Feature {
  const { routes, writes = [], doors = [] } = feature
  return {
    ...feature,
    routes: { ...routes, ...Object.fromEntries(writes.map((pattern) => [pattern, onlyToRead])) },
    doors: doors.filter((door) => !writes.includes(door.path)),
    startButtons: [],
  }
}

/** All features for somebody who may only read. */
export const forReaders = (features: readonly Feature[]): readonly Feature[] => features.map(forReader)
