import { between } from '../../../bench/random.ts'
import { eraseForGood, withBelongings } from '../../../src/db/erasing.ts'
import { coordinates } from './coordinators.ts'
import { tap } from './hands.ts'
import { isNamed } from './loss.ts'
import { someRecord } from './promise.ts'
import type { Tab, Tablet } from './tablet.ts'
import type { World } from './world.ts'

/** A few records that lie there, with all that goes with them, and never the one that carries the notebook's name. */
async function some(world: World, tablet: Tablet, tab: Tab): Promise<string[]> {
  const ids = new Set<string>()
  for (let left = world.chance() < 0.7 ? 1 : between(world.chance, 2, 5); left > 0; left -= 1) {
    const there = await someRecord(world, tab)
    if (there && there.id !== tablet.own.space) ids.add(there.id)
  }
  return withBelongings(tab.tables, [...ids])
}

/** Somebody who coordinates wants records to be gone for good: they lie in the bin until the next round says so to everybody. */
export async function wishAway(world: World, tablet: Tablet, tab: Tab): Promise<void> {
  const { notebook } = tab
  // Whatever is said where the exchange lacks entries would fork the roster.
  if (!tablet.isShared || world.isShort || !(await coordinates(tablet))) return
  if (world.isFilling && !(await isNamed(world, tablet))) return
  const ids = await some(world, tablet, tab)
  if (ids.length === 0) return
  const deletedAt = notebook.now()
  const still = { ...notebook, now: () => deletedAt }
  world.say(`${tablet.name} wants ${ids.join()} to be erased`)
  for (const id of ids)
    await tap(world, tablet, tab, id, { deletedAt }, async () => {
      await eraseForGood(still, [id])
    })
  world.told.wishes += ids.length
}
