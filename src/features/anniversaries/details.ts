import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/anniversaries/:id/:anniversary/change'],
}
