import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'bin',
  doors: [{ group: 'tablet', path: '/deleted', picture: 'door-deleted', titleKey: 'bin.title', order: 10 }],
  routes: { '/deleted': () => import('./list.tsx').then((module) => module.BinList) },
  details: () => import('./details.ts'),
}
