import type { Feature } from '../../ui/feature.ts'
import { Start } from './start.tsx'

export const feature: Feature = {
  name: 'start',
  place: { path: '/', icon: 'house', titleKey: 'start.title', order: 1 },
  // Not on demand: it is what every start of the app shows.
  routes: { '/': () => Promise.resolve(Start) },
}
