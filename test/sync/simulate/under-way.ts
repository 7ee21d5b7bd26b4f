import { between } from '../../../bench/random.ts'
import { Refused } from '../../../src/sync/ask.ts'
import { Forked, SyncProblem } from '../../../src/sync/problem.ts'
import { Life } from './life.ts'
import { isFullDisk } from './room.ts'
import { closeTab, type Tablet } from './tablet.ts'
import { errorOf } from './violation.ts'
import type { World } from './world.ts'

/**
 * What the exchange may refuse while requests are lost, doubled and late; and what somebody may not do whose tablet didn't
 * know that, or not yet.
 */
const usual = new Set([
  'chain',
  'cutoff',
  'epoch',
  'head',
  'token',
  'busy',
  'last-coordinator',
  'too-many',
  'member',
  'role',
  'slip',
  'erased',
])

function isUsual(world: World, tablet: Tablet, error: unknown): boolean {
  if (error instanceof SyncProblem) return error.code === 'offline'
  if (error instanceof Forked) {
    // An entry of somebody's went with the exchange's disk, and others had seen it. Whoever coordinates heals it.
    world.hasForked = true
    return true
  }
  if (!(error instanceof Refused)) return isFullDisk(error) && tablet.room.refused > 0
  if (error.reason === 'full') return world.told.fullThere > 0
  // It was admitted after the backup that the exchange was put back to.
  if (error.reason === 'device' || error.reason === 'unknown') return world.isSetBack
  // By a clock there that was set, or after a backup; the invitation was good when it was used.
  if (error.reason === 'expired') return world.isSetBack || world.told.jumpsThere > 0
  return usual.has(error.reason)
}

/** Begins something on a tablet; a tab that dies in it is closed later. */
export async function begin(
  world: World,
  tablet: Tablet,
  name: string,
  life: Life,
  act: () => Promise<void>,
): Promise<void> {
  await world.jobs.begin(tablet.index, name, async () => {
    try {
      await act()
    } catch (error) {
      if (life.isOver) world.say(`${tablet.name} dies in ${name}`)
      else if (isUsual(world, tablet, error)) world.say(`${tablet.name} ${name}: ${(error as Error).message}`)
      else world.failure ??= errorOf(error)
    } finally {
      if (name === 'exchange') tablet.isExchanging = false
    }
  })
}

/** A new life, short or long. */
export function newLife(world: World): Life {
  const life = new Life()
  light(world, life)
  return life
}

/** The tab may die soon. */
export function light(world: World, life: Life): void {
  if (world.happens(world.weather.crash)) life.fuse = between(world.chance, 1, world.weather.crashWithin)
}

/** Whatever a dead tab still had under way comes to its end. */
export async function letEnd(world: World, tablet: Tablet): Promise<void> {
  for (;;) {
    const job = world.jobs.parked.find(({ who }) => who === tablet.index)
    if (!job) return
    await world.jobs.goOn(job)
  }
}

/** A tab that died, and has nothing under way any more, is gone. */
export function closeDead(world: World, tablet: Tablet): void {
  if (!tablet.tab?.life.isOver) return
  closeTab(tablet)
  tablet.isStale = false
  world.told.crashes += 1
}
