import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'copies',
  routes: { '/copies/:id': () => import('./page.tsx').then((module) => module.CopyPage) },
  about: () => import('./about.tsx').then((module) => module.CopyLink),
}
