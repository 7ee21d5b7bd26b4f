import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/contacts-in', '/contacts-in/:step'],
}
