import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'help',
  routes: { '/help': () => import('./help.tsx').then((module) => module.Help) },
}
