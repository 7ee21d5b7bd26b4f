import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import type { Fields } from '../../shared/value.ts'
import { useText } from '../../ui/text.ts'
import { townName, type Sides } from './words.ts'

export type Towns = {
  readonly here: Row | undefined
  readonly there: Row | undefined
  /** What they are called in the reader's language; '' where their records aren't here. */
  readonly names: Sides
}

/** Both towns of a partnership; undefined until they are read. */
export function useTowns(partnership: Fields | undefined): Towns | undefined {
  const { language } = useText()
  const notebook = useNotebook()
  const [hereId, thereId] = ['here', 'there'].map((side) => textOf(partnership ?? {}, side))
  const found = useLive(async () => {
    const [here, there] = await Promise.all([rowOf(notebook, hereId ?? ''), rowOf(notebook, thereId ?? '')])
    return { here, there }
  }, [notebook, hereId, thereId])
  return (
    found && {
      ...found,
      names: { here: townName(found.here, language), there: townName(found.there, language) },
    }
  )
}
