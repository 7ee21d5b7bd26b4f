import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import type { Language } from '../../shared/language.ts'
import { compareRough, decadeOf } from '../../ui/rough-dates.ts'

export type Decade = { readonly decade: string; readonly documents: readonly Row[] }

const dateOf = ({ fields }: Row): string => textOf(fields, 'date')

/** Oldest first, those without a date last; of one date by title. */
export function inTime(documents: readonly Row[], language: Language): Row[] {
  const titles = new Intl.Collator(language)
  return [...documents].sort(
    (a, b) =>
      compareRough(dateOf(a), dateOf(b)) || titles.compare(a.label, b.label) || (a.id < b.id ? -1 : 1),
  )
}

/** Documents in their order of time by decade: '198', or '' for those without a date. */
export function byDecade(documents: readonly Row[]): Decade[] {
  const decades: { decade: string; documents: Row[] }[] = []
  for (const document of documents) {
    const decade = decadeOf(dateOf(document))
    const last = decades.at(-1)
    if (last?.decade === decade) last.documents.push(document)
    else decades.push({ decade, documents: [document] })
  }
  return decades
}
