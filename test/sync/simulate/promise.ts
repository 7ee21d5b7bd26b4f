import { problemOf } from '../../../src/db/problem.ts'
import { pick } from '../../../bench/random.ts'
import type { Edit } from './ledger.ts'
import type { Tab, Tablet } from './tablet.ts'
import type { World } from './world.ts'

/** It couldn't be kept, and nothing was promised. */
export const isRefused = (error: unknown): boolean => ['too-long', 'full'].includes(problemOf(error).code)

/** Does what the edits are about; what was promised then is kept in the tablet's list. */
export async function promise(
  tablet: Tablet,
  edits: readonly Edit[],
  act: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await act()
  } catch (error) {
    if (isRefused(error)) return false
    throw error
  }
  for (const edit of edits) edit.isKept = true
  tablet.kept.push(...edits)
  return true
}

/** Any record that lies there. */
export async function someRecord(
  world: World,
  { tables }: Tab,
): Promise<{ id: string; kind: string } | undefined> {
  const ids = await tables.versions.toCollection().primaryKeys()
  if (ids.length === 0) return undefined
  const row = await tables.versions.get(pick(world.chance, ids))
  return row && { id: row.record, kind: row.kind }
}
