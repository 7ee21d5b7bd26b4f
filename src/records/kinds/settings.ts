import type { Fields } from '../../shared/value.ts'
import type { RecordKind } from '../kind.ts'

/**
 * What is agreed upon in a notebook, one record in each, always with this id: `controller` and `contact` (who answers for the
 * data, texts), and for how long something is kept, in numbers: `hostingDays`, `dietDays`, `logisticsDays` (after a visit),
 * `contactMonths` (then people are asked again). 0 stands for "until somebody deletes it".
 */
export const settings: RecordKind = {
  kind: 'settings',
  path: 'privacy',
  label: () => '',
  sort: () => '',
  words: () => [],
}

/** The id of that record. */
export const settingsRecord = '73657474696e67730000000000000000'

/** For how long things are kept. */
export type Retention = {
  readonly hostingDays: number
  readonly dietDays: number
  readonly logisticsDays: number
  readonly contactMonths: number
}

export type RetentionField = keyof Retention

const usual: Retention = { hostingDays: 30, dietDays: 30, logisticsDays: 30, contactMonths: 12 }

/** What a notebook keeps for how long; what nobody has set is as usual. */
export function retentionOf(fields: Fields): Retention {
  const number = (field: RetentionField): number => {
    const value = fields[field]
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : usual[field]
  }
  return {
    hostingDays: number('hostingDays'),
    dietDays: number('dietDays'),
    logisticsDays: number('logisticsDays'),
    contactMonths: number('contactMonths'),
  }
}

export { settings as kind }
