import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'print',
  doors: [{ group: 'tablet', path: '/print', picture: 'door-report', titleKey: 'print.title', order: 2 }],
  routes: { '/print': () => import('./print.tsx').then((module) => module.Print) },
}
