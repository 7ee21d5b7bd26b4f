import { pick } from '../../../bench/random.ts'
import { exchangeRound } from '../../../src/sync/round.ts'
import { calmly, isThere } from './calmly.ts'
import { checkServer } from './checks.ts'
import { moveHands } from './hands.ts'
import { noteAllAside } from './set-aside.ts'
import type { Tablet } from './tablet.ts'
import { year } from './weather.ts'
import type { World } from './world.ts'

const isWriter = ({ role, isLeaving, tab }: Tablet): boolean =>
  role !== 'reader' && !isLeaving && tab?.notebook.isReader !== true

async function write(world: World, tablet: Tablet): Promise<void> {
  if (isWriter(tablet)) await calmly(world, tablet, moveHands)
}

/** The others write and exchange: often enough for a checkpoint that two agree on, and for dropping what it covers. */
async function goOn(world: World, others: readonly Tablet[]): Promise<void> {
  for (const other of others.filter(isThere)) await write(world, other)
  for (let turn = 0; turn < 2; turn += 1)
    for (const other of others.filter(isThere))
      await calmly(world, other, function roundOfTheYear(_world, _tablet, { exchange }) {
        return exchangeRound(exchange)
      })
}

/**
 * A tablet lies in a drawer for a year, with something that it had not sent; now and then somebody writes on it all the same. The
 * others go on meanwhile, and by then the log that it would need is a checkpoint. What comes of it is seen when it has a network again,
 * in whatever weather.
 */
export async function beAway(world: World): Promise<void> {
  const { chance, tablets, jobs, told } = world
  const there = tablets.filter((one) => isThere(one) && !one.isLeaving)
  // Nobody goes where a request of theirs, or of another one, is still under way.
  if (there.length < 3 || jobs.parked.length > 0 || world.isShort || world.isFilling) return
  const away = pick(chance, there)
  const others = there.filter((one) => one !== away && one.disk !== away.disk)
  world.say(`${away.name} is away for a year`)
  told.years += 1
  await write(world, away)
  for (let quarter = 0; quarter < 4; quarter += 1) {
    await goOn(world, others)
    // Before any of it can be dropped.
    await checkServer(world)
    world.time += year / 4
    await noteAllAside(world)
    if (chance() < 0.3) await write(world, away)
  }
  await goOn(world, others)
}
