import type { Fields } from '../../shared/value.ts'
import { textOf } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

/** "2026", "2025–2026": the years of a period, in figures that every language reads. */
const yearsOf = (fields: Fields): string =>
  [...new Set(['from', 'to'].map((name) => textOf(fields, name).slice(0, 4)).filter(Boolean))].join('–')

/**
 * A report made from what is recorded: `kindOf` ('yearly' for the meeting with the office, 'funder' for who paid a
 * `project`), `from` and `to` (days), `language`, `contact`, `funder`, `state` ('draft' or 'given'). `texts/<section>` is
 * what somebody wrote in place of the made text, `bases/<section>` the mark of what that was made from; `receipts/<id>`
 * are a funder's receipts, `given/<place>` the sections as they were handed over.
 */
export const report: RecordKind = {
  kind: 'report',
  path: 'yearly',
  label: (fields) => textOf(fields, 'funder') || yearsOf(fields),
  sort: (fields) => `${textOf(fields, 'to')} ${textOf(fields, 'from')}`,
  words: () => [],
  about: (fields) => [textOf(fields, 'project')].filter(Boolean),
}

export { report as kind }
