import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'erase',
  routes: { '/erase/:id': () => import('./page.tsx').then((module) => module.ErasePage) },
  details: () => import('./details.ts'),
}
