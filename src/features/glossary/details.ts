import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/glossary/new', '/glossary/:id/change'],
  fieldWords: {
    term: () => import('./field-words.ts').then((module) => module.termWords),
  },
}
