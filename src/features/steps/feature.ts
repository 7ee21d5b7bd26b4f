import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'steps',
  kindKeys: { step: 'steps.step' },
  routes: {},
}
