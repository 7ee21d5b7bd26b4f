import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/notes/new', '/notes/new/:about', '/notes/:id/change'],
  fieldWords: {
    note: () => import('./field-words.ts').then((module) => module.noteWords),
  },
}
