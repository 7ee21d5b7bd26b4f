import { change } from '../../../db/save.ts'
import { registerOf } from '../../../db/register/open.ts'
import type { Row } from '../../../db/show.ts'
import type { Notebook } from '../../../db/tables.ts'
import { textOf } from '../../../records/fields.ts'
import { entryTypeOf, isPublic, revisionOf } from '../../../records/kinds/publication.ts'
import type { Content } from '../../../shared/register/content.ts'
import { publish, takeRegister } from '../../../sync/verbs.ts'

/** The next revision: higher than any that the notebook or the register knows. */
async function nextRevision(notebook: Notebook, { fields }: Row): Promise<number> {
  const item = await registerOf(notebook).entries.get(textOf(fields, 'entry'))
  return Math.max(revisionOf(fields), item?.revision ?? 0) + 1
}

/** The register on this device is to know it too; if that fails, the next time brings it. */
const catchUp = (): void => void takeRegister().catch(() => undefined)

/** Publishes an entry, or its next revision: only once the exchange has it does the notebook say so. Throws SyncProblem. */
export async function publishNow(notebook: Notebook, row: Row, content: Content): Promise<void> {
  const { id, fields } = row
  const revision = await nextRevision(notebook, row)
  await publish({ entry: textOf(fields, 'entry'), type: entryTypeOf(fields), revision, content })
  const now = new Date(notebook.now()).toISOString()
  await change(notebook, [id], {
    revision,
    publishedAt: isPublic(fields) ? textOf(fields, 'publishedAt') : now,
    changedAt: now,
    withdrawnAt: '',
    published: content,
  })
  catchUp()
}

/** Takes an entry out of the register. Throws SyncProblem; then it still stands there. */
export async function withdrawNow(notebook: Notebook, row: Row): Promise<void> {
  const { id, fields } = row
  const revision = await nextRevision(notebook, row)
  await publish({ entry: textOf(fields, 'entry'), type: entryTypeOf(fields), revision, content: null })
  await change(notebook, [id], { revision, withdrawnAt: new Date(notebook.now()).toISOString() })
  catchUp()
}
