import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/groups/new', '/groups/:id/change'],
  fieldWords: {
    group: () => import('./field-words.ts').then((module) => module.groupWords),
  },
}
