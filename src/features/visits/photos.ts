import { listAbout } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'

/** The photos of a visit, in the order in which they were added. */
export async function photosOf(notebook: Notebook, visit: string): Promise<Row[]> {
  const about = await listAbout(notebook, visit)
  return about.filter((row) => row.kind === 'photo').sort((a, b) => (a.sort < b.sort ? -1 : 1))
}

/** The same, again with every change; undefined until they are loaded. */
export function usePhotosOf(visit: string): Row[] | undefined {
  const notebook = useNotebook()
  return useLive(() => photosOf(notebook, visit), [notebook, visit])
}
