import { rowOf } from '../../db/find.ts'
import type { Notebook } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'

/** The project that a record belongs to, where that is another one than the record itself; else ''. */
export async function projectBehind(notebook: Notebook, id: string): Promise<string> {
  const fields = (id && (await rowOf(notebook, id))?.fields) || {}
  const about = textOf(fields, 'about')
  const own = textOf(fields, 'project')
  if (own || !about) return own
  // A note stands under a project without a field of that name.
  return (await rowOf(notebook, about))?.kind === 'project' ? about : ''
}
