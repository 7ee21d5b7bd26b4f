import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: [
    '/register/experience',
    '/register/advice',
    '/register/new/:about',
    '/register/:id/change',
    '/register/:id/publish',
  ],
  fieldWords: {
    publication: () => import('./field-words.ts').then((module) => module.publicationWords),
  },
}
