import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/people/new', '/people/new/:group', '/people/:id/change', '/people/:id/hosting'],
  fieldWords: {
    person: () => import('./field-words.ts').then((module) => module.personWords),
    hosting: () => import('./field-words.ts').then((module) => module.hostingWords),
  },
}
