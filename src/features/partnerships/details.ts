import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/partnerships/new', '/partnerships/new/:town', '/partnerships/:id/change'],
  fieldWords: {
    partnership: () => import('./field-words.ts').then((module) => module.partnershipWords),
  },
}
