import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/projects/new', '/projects/:id/change', '/projects/:id/state'],
  fieldWords: {
    project: () => import('./field-words.ts').then((module) => module.projectWords),
  },
}
