import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  fieldWords: {
    photo: () => import('./field-words.ts').then((module) => module.photoWords),
  },
}
