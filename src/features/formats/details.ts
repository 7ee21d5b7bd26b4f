import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/formats/:id/for/:about/:anniversary'],
}
