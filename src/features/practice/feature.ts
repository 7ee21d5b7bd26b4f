import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'practice',
  doors: [
    { group: 'tablet', path: '/practice', picture: 'door-steps', titleKey: 'practice.title', order: 1 },
  ],
  routes: { '/practice': () => import('./practice.tsx').then((module) => module.Practice) },
}
