import { textOf } from '../records/fields.ts'
import { tell } from '../records/translation.ts'
import type { Language } from '../shared/language.ts'
import type { Fields } from '../shared/value.ts'
import { happeningsWith, type Happening } from './happenings.ts'
import { useLive } from './live.ts'
import { useNotebook } from './notebook.ts'
import { useReader } from './own-words.ts'

/** What a list shows of something done with a town. */
export type ToldHappening = Omit<Happening, 'row'> & {
  readonly id: string
  readonly kind: string
  /** In the reader's words, where somebody translated it. */
  readonly title: string
  /** The language of the title; '' where nobody said. */
  readonly lang: string
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
  return found.map(({ row, date, stage }) => {
    const { id, kind, fields, label } = row
    const isTitled = textOf(fields, 'title').trim() !== ''
    const told = tell(fields, isTitled ? 'title' : '', reader)
    return {
      id,
      kind,
      date,
      stage,
      title: told.text || label,
      lang: told.text ? told.language : kind === 'note' ? textOf(fields, 'language') : '',
    }
  })
}
