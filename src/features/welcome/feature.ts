import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'welcome',
  routes: { '/welcome': () => import('./welcome.tsx').then((module) => module.Welcome) },
}
