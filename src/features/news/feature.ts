import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'news',
  routes: {},
}
