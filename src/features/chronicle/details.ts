import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/chronicle/new', '/chronicle/new/:about', '/chronicle/:id/change'],
  fieldWords: {
    document: () => import('./field-words.ts').then((module) => module.documentWords),
  },
}
