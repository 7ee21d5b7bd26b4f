import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/translate', '/translate/:id/:language'],
}
