import { kindOf } from '../records/kinds.ts'
import { tell, textFields, type Reader } from '../records/translation.ts'
import type { Language } from '../shared/language.ts'
import type { Fields } from '../shared/value.ts'
import { happeningsWith, type Happening } from './happenings.ts'
import { useLive } from './live.ts'
import { useNotebook } from './notebook.ts'
import { useReader } from './own-words.ts'
import type { Row } from './show.ts'

/** What a list shows of something done with a town. */
export type ToldHappening = Omit<Happening, 'row'> & {
  readonly id: string
  readonly kind: string
  /** In the reader's words, where somebody translated it. */
  readonly title: string
  /** The language of the title; '' where nobody said. */
  readonly lang: string
}

/** What a record is called in the reader's words, and in which language that is. */
function titleOf({ kind, fields, label }: Row, reader: Reader): Pick<ToldHappening, 'title' | 'lang'> {
  const known = kindOf(kind)
  const told = textFields(known, fields).map((field) => [field, tell(fields, field, reader)] as const)
  const shown = Object.fromEntries(told.map(([field, { text }]) => [field, text]))
  const title = known?.label({ ...fields, ...shown }) ?? label
  return { title, lang: told.find(([, { text }]) => text.trim().startsWith(title))?.[1].language ?? '' }
}

/** What is done with a town, in the words of whoever reads here; undefined until it is known. See `happeningsWith`. */
export function useHappenings(
  town: Fields | undefined,
  language: Language,
): readonly ToldHappening[] | undefined {
  const notebook = useNotebook()
  const reader = useReader(language)
  const found = useLive(
    async () => (town ? happeningsWith(notebook, town) : []),
    [notebook, JSON.stringify(town)],
  )
  if (!found || !reader) return undefined
  return found.map(({ row, date, stage }) => ({
    ...titleOf(row, reader),
    id: row.id,
    kind: row.kind,
    date,
    stage,
  }))
}
