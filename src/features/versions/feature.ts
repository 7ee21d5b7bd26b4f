import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'versions',
  routes: {},
  about: () => import('./versions.tsx').then((module) => module.Versions),
}
