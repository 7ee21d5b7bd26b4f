import { tryToJoin, wake } from './arrivals.ts'
import { coordinates, raiseAgain } from './coordinators.ts'
import { healForks } from './forks.ts'
import { lookWhetherShort } from './loss.ts'
import { fullRound } from './steps.ts'
import type { Tablet } from './tablet.ts'
import { begin, closeDead, letEnd } from './under-way.ts'
import { mustHold } from './violation.ts'
import type { World } from './world.ts'

const turns = 8

function rethrow(world: World): void {
  if (world.failure !== undefined) throw world.failure
}

/** Everything that is under way comes to its end; every tablet is there and has a network. */
export async function gather(world: World): Promise<void> {
  world.isFullThere = false
  world.aheadThere = 0
  world.server.hasRoom(undefined)
  for (const tablet of world.tablets) {
    tablet.isOnline = true
    tablet.room.clear()
    if (tablet.tab) tablet.tab.life.fuse = Infinity
    await letEnd(world, tablet)
    // It may have been opening just then.
    if (tablet.tab) tablet.tab.life.fuse = Infinity
    closeDead(world, tablet)
    if (tablet.isGone) continue
    if (tablet.own.joining && !world.isShort) await tryToJoin(world, tablet)
    if (!tablet.tab && !tablet.isGone && !tablet.own.joining) await wake(world, tablet)
    rethrow(world)
  }
  for (const send of world.late.splice(0)) if (world.chance() < 0.5) await send().catch(() => undefined)
}

/** Those that are in the notebook. */
export const present = ({ tablets }: World): Tablet[] =>
  tablets.filter(({ isGone, isShared, own }) => !isGone && isShared && !own.joining)

async function coordinatorIn(world: World): Promise<Tablet | undefined> {
  for (const tablet of present(world)) if (tablet.tab && (await coordinates(tablet))) return tablet
  return undefined
}

/** Everybody comes once, so that an exchange which lost its roster has it again. */
export async function fillUp(world: World): Promise<void> {
  for (let turn = 0; world.isShort && turn < 2; turn += 1)
    for (const tablet of present(world)) {
      await fullRound(world, tablet)
      rethrow(world)
    }
  await lookWhetherShort(world)
  mustHold(!world.isShort, () => 'the exchange does not have the whole roster again')
}

/** A coordinator gives back what it, or another one, took. */
async function giveBack(world: World): Promise<void> {
  const coordinator = await coordinatorIn(world)
  for (const lowered of present(world).filter(({ isLowered }) => isLowered)) {
    const { tab } = coordinator ?? {}
    if (!coordinator || !tab) return
    await begin(world, coordinator, 'exchange', tab.life, () => raiseAgain(lowered, tab))
    rethrow(world)
  }
}

/** All of them exchange until nothing is new any more. */
export async function exchangeAll(world: World): Promise<void> {
  await healForks(world)
  await giveBack(world)
  let before = ''
  for (let turn = 0; turn < turns; turn += 1) {
    for (const tablet of present(world)) {
      await fullRound(world, tablet)
      rethrow(world)
    }
    const { store } = world.server
    const space = await store.space(world.tablets[0]?.own.space ?? '')
    const now = `${space?.n} ${space?.head}`
    // Twice without anything new: what the last one brought has come to the first one too.
    if (now === before && turn > 1) return
    before = now
  }
  mustHold(false, () => 'they exchange again and again, and there is always something new')
}
