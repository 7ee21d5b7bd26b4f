import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'saved',
  routes: { '/saved': () => import('./saved.tsx').then((module) => module.Saved) },
  startLine: () => import('./start-line.tsx').then((module) => module.StartLine),
  itemLine: () => import('./item-line.tsx').then((module) => module.ItemLine),
}
