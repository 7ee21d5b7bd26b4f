import { pick } from '../../../bench/random.ts'
import { setRole } from '../../../src/sync/remove.ts'
import { exchangeRound } from '../../../src/sync/round.ts'
import { calmly, isThere } from './calmly.ts'
import { checkServer } from './checks.ts'
import { coordinates } from './coordinators.ts'
import { wishAway } from './erasing.ts'
import { moveHands } from './hands.ts'
import { loseDisk } from './loss.ts'
import { noteAllAside } from './set-aside.ts'
import type { Tab, Tablet } from './tablet.ts'
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
    for (const other of others.filter(isThere)) await calmly(world, other, roundOfTheYear)
}

function roundOfTheYear(_world: World, _tablet: Tablet, { exchange }: Tab): Promise<void> {
  return exchangeRound(exchange)
}

/** Where the exchange may be put back, rather somebody who coordinates. */
async function thoseWhoMayGo(
  { weather, chance }: World,
  there: readonly Tablet[],
): Promise<readonly Tablet[]> {
  if (!weather.hasSetBack || weather.hasForks || chance() < 0.5) return there
  const isOne = await Promise.all(there.map(coordinates))
  const some = there.filter((_, at) => isOne[at])
  return some.length > 0 ? some : there
}

/** A backup of the exchange is made before a coordinator goes, while another one stays who coordinates too. True if so. */
async function keepFor(world: World, away: Tablet, others: readonly Tablet[]): Promise<boolean> {
  const { server, weather, chance } = world
  if (!weather.hasSetBack || weather.hasForks || chance() < 0.3 || !(await coordinates(away))) return false
  const other = others.find(({ role }) => role !== 'reader')
  if (!other) return false
  if (!(await coordinates(other)))
    await calmly(world, away, async function raiseForTheYear(_world, _tablet, { exchange }) {
      other.role = 'coordinator'
      await setRole(exchange, other.own.keys.id, 'coordinator')
    })
  for (const one of [other, away]) await calmly(world, one, roundOfTheYear)
  if (!(await coordinates(other))) return false
  world.hasBackup = true
  server.keepBackup()
  return true
}

/** The exchange is put back to before the year, and who comes first erases something, knowing nothing of the checkpoints since. */
async function eraseInIgnorance(world: World, away: Tablet): Promise<void> {
  if (!isThere(away) || !(await loseDisk(world, true))) return
  world.told.ignorant += 1
  await calmly(world, away, wishAway)
  await calmly(world, away, roundOfTheYear)
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
  const away = pick(chance, await thoseWhoMayGo(world, there))
  const others = there.filter((one) => one !== away && one.disk !== away.disk)
  world.say(`${away.name} is away for a year`)
  told.years += 1
  const isKept = await keepFor(world, away, others)
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
  if (isKept) await eraseInIgnorance(world, away)
}
