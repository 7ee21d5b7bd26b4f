import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: [
    '/events/new',
    '/events/new/:about',
    '/events/:id/change',
    '/events/:id/call-off',
    '/events/:id/figures/:occasion',
    '/events/:id/dates/:day/move',
  ],
  fieldWords: {
    event: () => import('./field-words.ts').then((module) => module.eventWords),
  },
}
