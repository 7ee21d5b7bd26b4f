import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: [
    '/yearly/new',
    '/yearly/new/:about',
    '/yearly/:id/change',
    '/yearly/:id/missing',
    '/yearly/:id/receipts',
    '/yearly/:id/receipts/:receipt',
    '/yearly/:id/sections/:section',
  ],
  fieldWords: {
    report: () => import('./field-words.ts').then((module) => module.reportWords),
  },
}
