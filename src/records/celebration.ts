import type { Fields } from '../shared/value.ts'
import { textOf } from './fields.ts'

/** What is known of a celebration. */
export type Celebration = {
  /** Days, 'YYYY-MM-DD'; '' where nothing is said. */
  readonly plannedOn: string
  readonly celebratedOn: string
  /** The id of the project that it is prepared in. */
  readonly project: string
}

/** How an anniversary of a partnership is celebrated, by its key: when it is meant to be and when it was. */
export const celebrationOf = (fields: Fields, key: string): Celebration => ({
  plannedOn: textOf(fields, `plannedOn/${key}`),
  celebratedOn: textOf(fields, `celebratedOn/${key}`),
  project: textOf(fields, `celebration/${key}`),
})
