import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/ideas/new', '/ideas/:id/change', '/ideas/:id/agreed'],
  fieldWords: {
    idea: () => import('./field-words.ts').then((module) => module.ideaWords),
  },
}
