import { Dexie } from 'dexie'
import { between } from '../../../bench/random.ts'
import type { Tablet } from './tablet.ts'
import type { World } from './world.ts'

/** The tables as an earlier version of the app made them. */
const earlier = {
  version: 2,
  records: 'id, [list+sort], [list+changedAt], *words, *about, changedAt',
  log: '[device+lastSeq], n',
}

/** A newer version of the app is there: soon, between any two awaits, the tab ends and begins anew with it. */
export function beginUpdate(world: World, tablet: Tablet): void {
  const { tab } = tablet
  if (!tab || tablet.isUpdating) return
  tablet.isUpdating = true
  tab.life.fuse = Math.min(tab.life.fuse, between(world.chance, 1, 60))
}

/** The old tab is gone; the newer app finds what it left, some of it in the tables of an earlier version. */
export async function endUpdate(world: World, tablet: Tablet): Promise<void> {
  tablet.isUpdating = false
  world.told.updates += 1
  // Another tab holds the tables open, as it does in a browser: then they wait for it.
  if (world.chance() < 0.5 || tablet.tabs.size > 0) return
  world.told.upgrades += 1
  await makeEarlier(tablet)
  await world.fault.onUpdate?.(tablet.witness)
}

/** Puts the same rows into the tables of an earlier version. */
async function makeEarlier({ witness }: Tablet): Promise<void> {
  await witness.open()
  const tables = await Promise.all(
    witness.tables.map(async (table) => ({ name: table.name, rows: await table.toArray() })),
  )
  const { version, ...indexes } = earlier
  const stores = Object.fromEntries(
    witness.tables.map(({ name, schema }) => {
      const { primKey } = schema
      return [name, [primKey, ...schema.indexes].map(({ src }) => src).join()]
    }),
  )
  await witness.delete({ disableAutoOpen: false })
  const old = new Dexie(witness.name)
  old.version(version).stores({ ...stores, ...indexes })
  await old.open()
  for (const { name, rows } of tables) await old.table(name).bulkAdd(rows)
  // It knew fewer kinds: the rows are to be made anew.
  await old.table('meta').delete('kinds')
  old.close()
  await witness.open()
}
