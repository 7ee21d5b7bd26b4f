import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/steps/new', '/steps/new/:about', '/steps/:id/change'],
  fieldWords: {
    step: () => import('./field-words.ts').then((module) => module.stepWords),
  },
}
