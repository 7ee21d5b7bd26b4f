import { textOf } from '../../records/fields.ts'
import type { Language } from '../../shared/language.ts'
import type { Fields } from '../../shared/value.ts'
import { longRange } from '../../ui/date-range.ts'

/** "Freitag, 5. Juni 2026", or "5.–8. Juni 2026"; a last day that lies before the first one says nothing. */
export function dateWords(fields: Fields, language: Language): string {
  const [from, to] = [textOf(fields, 'date'), textOf(fields, 'endDate')]
  return longRange(from, to > from ? to : '', language)
}
