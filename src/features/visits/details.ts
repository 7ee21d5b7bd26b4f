import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/visits/new', '/visits/new/:about', '/visits/:id/ask/:step', '/visits/:id/change'],
  fieldWords: {
    visit: () => import('./field-words.ts').then((module) => module.visitWords),
  },
}
