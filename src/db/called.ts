import { kindOf } from '../records/kinds.ts'
import { listOf } from './find.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'
import { called, isCalled } from './who.ts'

/** The first record of a kind in this notebook of that name, however it is accented. */
export async function recordCalled(notebook: Notebook, kind: string, name: string): Promise<Row | undefined> {
  if (kindOf(kind)?.isLookedUp) return (await called(notebook, kind, name))[0]
  const rows = await listOf(notebook, kind)
  return rows.find((row) => isCalled(row, kind, name))
}
