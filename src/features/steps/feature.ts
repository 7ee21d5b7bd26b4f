import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'steps',
  under: '/projects',
  kindKeys: { step: 'steps.step' },
  routes: {},
}
