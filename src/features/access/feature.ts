import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'access',
  under: '/people',
  routes: { '/people/:id/all': () => import('./page.tsx').then((module) => module.AccessPage) },
  about: () => import('./about.tsx').then((module) => module.AccessAbout),
}
