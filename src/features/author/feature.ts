import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'author',
  routes: {},
  about: () => import('./about.tsx').then((module) => module.WriteToAuthor),
}
