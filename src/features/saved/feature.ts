import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'saved',
  routes: { '/saved': () => import('./saved.tsx').then((module) => module.Saved) },
}
