import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/posts/new/:about', '/posts/new/:about/:anniversary', '/posts/:id'],
  fieldWords: {
    post: () => import('./field-words.ts').then((module) => module.postWords),
  },
}
