import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { reportKindOf } from '../../records/report.ts'
import type { Language } from '../../shared/language.ts'
import type { Fields } from '../../shared/value.ts'
import { dateRange } from '../../ui/date-range.ts'
import type { Translate } from '../../ui/text.ts'

/** "2026" for a whole year, else "5. Mai – 2. Juni 2026". */
export function periodWords(fields: Fields, language: Language): string {
  const [from, to] = [textOf(fields, 'from'), textOf(fields, 'to')]
  const year = from.slice(0, 4)
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year
  return dateRange(from, to, language)
}

/** What a report is called: by its period, or by the project that was paid for. */
export function titleOf(fields: Fields, project: Row | undefined, t: Translate, language: Language): string {
  if (reportKindOf(fields) === 'yearly') return t('yearly.titleOf', { period: periodWords(fields, language) })
  return t('yearly.funderTitleOf', { project: project?.label || t('yearly.untitled') })
}
