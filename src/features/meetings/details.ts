import type { FeatureDetails } from '../../ui/feature.ts'

export const details: FeatureDetails = {
  writes: ['/events/:id/minutes/:occasion', '/events/:id/slots'],
}
