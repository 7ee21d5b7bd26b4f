import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'start',
  place: { path: '/', icon: 'house', titleKey: 'start.title', order: 1 },
  routes: { '/': () => import('./start.tsx').then((module) => module.Start) },
}
