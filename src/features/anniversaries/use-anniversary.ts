import { readEnds, type Ends } from '../../db/anniversaries.ts'
import { rowOf, rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { anniversaryCalled, type Anniversary } from '../../records/anniversaries.ts'
import { celebrationOf, type Celebration } from '../../records/celebration.ts'

export type Known = {
  readonly partnership: Row
  readonly ends: Ends
  /** The other town; undefined between two towns that are not ours. */
  readonly with: Row | undefined
  readonly anniversary: Anniversary
  readonly celebration: Celebration
  /** The project of the celebration, if it is there and not deleted. */
  readonly project: Row | undefined
}

/** One anniversary with all that is known of it; null where there is none of that name, undefined until it is known. */
export function useAnniversary(id: string, key: string): Known | null | undefined {
  const notebook = useNotebook()
  return useLive(async () => {
    const partnership = await rowOf(notebook, id)
    const anniversary = partnership && anniversaryCalled(partnership.fields, key)
    if (!partnership || !anniversary || partnership.list === 'bin') return null
    const celebration = celebrationOf(partnership.fields, key)
    const [project] = await rowsOf(notebook, [celebration.project])
    const ends = (await readEnds(notebook))(partnership)
    const other = ends.isOurs ? ends.there : undefined
    return { partnership, ends, with: other, anniversary, celebration, project }
  }, [notebook, id, key])
}
