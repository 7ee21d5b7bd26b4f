import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'news',
  routes: { '/news': () => import('./page.tsx').then((module) => module.NewsPage) },
  onStart: { order: 1, load: () => import('./on-start.tsx').then((module) => module.NewsOnStart) },
}
