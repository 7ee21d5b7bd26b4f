import { Tablet } from './tablet.ts'
import type { World } from './world.ts'

/** A tablet with the same disk: cloned, or what a backup of it will make of another one. */
export async function copyOf(world: World, tablet: Tablet): Promise<Tablet> {
  const index = world.tablets.length
  const copy = new Tablet(index, `${tablet.own.space}-${index}`, tablet.own, tablet.role)
  const { witness } = tablet
  const tables = await witness.transaction('r', witness.tables, () =>
    Promise.all(witness.tables.map(async (table) => ({ name: table.name, rows: await table.toArray() }))),
  )
  for (const { name, rows } of tables) await copy.witness.table(name).bulkAdd(rows)
  copy.kept.push(...tablet.kept)
  for (const [id, edit] of tablet.drafts) copy.drafts.set(id, edit)
  for (const [place, values] of tablet.aside) copy.aside.set(place, new Set(values))
  copy.isShared = tablet.isShared
  copy.ahead = tablet.ahead
  copy.isTwin = true
  tablet.isTwin = true
  return copy
}
