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
  /** The one of the two that isn't ours: what is done together is done with it. */
  readonly partner: Row | undefined
  /** What they are called in the reader's language; '' where their records aren't here. */
  readonly names: Sides
}

const isOwn = (town: Row | undefined): boolean => town?.fields['isOurs'] === true

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
      partner: isOwn(found.there) && !isOwn(found.here) ? found.here : found.there,
      names: { here: townName(found.here, language), there: townName(found.there, language) },
    }
  )
}
