import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'more',
  routes: { '/more': () => import('./more.tsx').then((module) => module.More) },
}
