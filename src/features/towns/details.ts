import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/towns/new', '/towns/:id/change'],
  fieldWords: {
    town: () => import('./field-words.ts').then((module) => module.townWords),
  },
}
