import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/channels/new', '/channels/:id/change'],
  fieldWords: {
    channel: () => import('./field-words.ts').then((module) => module.channelWords),
  },
}
