import type { Feature, Screen } from '../../ui/feature.ts'

const join = (): Promise<Screen> => import('./join.tsx').then((module) => module.Join)

export const feature: Feature = {
  name: 'join',
  routes: { '/join': join, '/join/:digits': join },
}
