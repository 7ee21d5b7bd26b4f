import { pick } from '../../../bench/random.ts'
import { exchangeRound } from '../../../src/sync/round.ts'
import { beAway } from './away.ts'
import { makeCopy, tryToJoin, wake, welcome } from './arrivals.ts'
import { coordinates } from './coordinators.ts'
import { handleFile } from './files.ts'
import { putAway } from './forms.ts'
import { wishAway } from './erasing.ts'
import { moveHands } from './hands.ts'
import { recover } from './recovery.ts'
import { noteAllAside } from './set-aside.ts'
import { isStale, type Tab, type Tablet } from './tablet.ts'
import { openAgain } from './tabs.ts'
import { beginUpdate, endUpdate } from './update.ts'
import { deliverLate, fillDisk, jumpClock, passTime, troubleServer } from './trouble.ts'
import { begin, closeDead, letEnd, light } from './under-way.ts'
import { askExchange, coordinate, leave, share, someClock } from './verbs.ts'
import type { World } from './world.ts'

/** Less is too short for anything to be forgotten. */
const day = 24 * 60 * 60 * 1000

type Verb = (world: World, tablet: Tablet, tab: Tab) => Promise<void>

/** Does one thing on an open tablet. */
export async function doOn(world: World, tablet: Tablet, verb: Verb): Promise<void> {
  const { tab } = tablet
  if (tab) await begin(world, tablet, 'hands', tab.life, () => verb(world, tablet, tab))
}

function pickVerb(world: World): Verb {
  const { files, erases } = world.weather
  if (world.happens(files)) return handleFile
  return world.happens(erases) ? wishAway : moveHands
}

async function touchTab(world: World, tablet: Tablet): Promise<void> {
  const { tab } = tablet
  if (!tab) return
  const { chance } = world
  light(world, tab.life)
  jumpClock(world, tablet)
  if (tablet.hasSecond) tablet.isStale = await isStale(tablet)
  if (world.happens(world.weather.update)) beginUpdate(world, tablet)
  if (!tablet.hasSecond && !tablet.isLeaving && world.happens(world.weather.second)) openAgain(world, tablet)
  const roll = chance()
  const isBusy = world.jobs.parked.some(({ who, name }) => who === tablet.index && name !== 'exchange')
  const mayWrite = !isBusy && !tablet.isLeaving && tablet.role !== 'reader' && !tab.notebook.isReader
  if (roll < 0.04) tablet.isOnline = !tablet.isOnline
  else if (roll < 0.05) tablet.ahead = someClock(world)
  else if ((roll < 0.07 || (tablet.isStale && roll < 0.6)) && !isBusy) await reload(world, tablet)
  else if (roll < 0.08 && world.weather.hasCopies && world.tablets.length < 10) await makeCopy(world, tablet)
  else if (roll < 0.4 && tablet.isShared) {
    if (!tablet.isExchanging) await exchange(world, tablet)
  } else if (mayWrite) {
    const verb = pickVerb(world)
    await begin(world, tablet, 'hands', tab.life, () => verb(world, tablet, tab))
  }
}

/** A whole round, or the end of leaving. */
export async function fullRound(world: World, tablet: Tablet): Promise<void> {
  const { tab } = tablet
  if (!tab) return
  world.told.rounds += 1
  await begin(world, tablet, 'exchange', tab.life, () =>
    tablet.isLeaving ? leave(world, tablet, tab) : exchangeRound(tab.exchange),
  )
}

/** Somebody who coordinates does something about the others. */
async function coordinateSome(world: World): Promise<void> {
  const those = world.tablets.filter(
    ({ role, tab, isShared, isExchanging, isGone, own }) =>
      role === 'coordinator' && tab && isShared && !isExchanging && !isGone && !own.joining,
  )
  const tablet = those[Math.floor(world.chance() * those.length)]
  const { tab } = tablet ?? {}
  if (!tablet || !tab || !(await coordinates(tablet))) return
  tablet.isExchanging = true
  await begin(world, tablet, 'exchange', tab.life, () => coordinate(world, tablet, tab))
}

async function exchange(world: World, tablet: Tablet): Promise<void> {
  const { tab } = tablet
  if (!tab) return
  tablet.isExchanging = true
  const { hasSetBack } = world.weather
  if (
    !hasSetBack &&
    !tablet.isLeaving &&
    !tablet.hasSecond &&
    world.chance() < 0.01 &&
    tablet.role !== 'coordinator' &&
    !tablet.isTwin
  ) {
    const isBusy = world.jobs.parked.some(({ who }) => who === tablet.index)
    tablet.isLeaving = !isBusy && tab.forms.length === 0
  }
  const verb = tablet.isLeaving ? leave : askExchange
  await begin(world, tablet, 'exchange', tab.life, () => verb(world, tablet, tab))
  tablet.isStale = await isStale(tablet)
}

/** The app begins anew, after its forms were left. */
async function reload(world: World, tablet: Tablet): Promise<void> {
  const { tab } = tablet
  if (!tab) return
  await begin(world, tablet, 'hands', tab.life, async () => {
    await putAway(world, tablet, tab)
    tab.life.isOver = true
  })
}

/** One more thing happens. */
export async function step(world: World): Promise<void> {
  const { chance, jobs, tablets } = world
  world.told.steps += 1
  const { time } = world
  passTime(world)
  if (world.time - time > day) await noteAllAside(world)
  await troubleServer(world)
  const dying = tablets.find(({ tab, index }) => tab?.life.isOver && jobs.isBusy(index))
  if (dying) {
    await letEnd(world, dying)
    return dying.isUpdating && !dying.isGone ? touch(world, dying) : undefined
  }
  if (jobs.parked.length > 0 && chance() < 0.5) return jobs.goOn(pick(chance, jobs.parked))
  if (world.late.length > 0 && chance() < 0.1) return deliverLate(world)
  const there = tablets.filter(({ isGone }) => !isGone)
  if (!world.isShort && chance() < 0.02) await recover(world)
  if (world.happens(world.weather.away)) return beAway(world)
  if (!world.isShort && chance() < 0.1) return coordinateSome(world)
  if (!world.isShort && world.tickets.length > 0 && there.length < 9 && chance() < 0.3) return welcome(world)
  await touch(world, pick(chance, there))
}

/** Something happens at this tablet. */
async function touch(world: World, tablet: Tablet): Promise<void> {
  const { jobs } = world
  closeDead(world, tablet)
  fillDisk(world, tablet)
  if (!tablet.tab && tablet.isUpdating) await endUpdate(world, tablet)
  if (tablet.own.joining)
    return jobs.isBusy(tablet.index) || world.isShort ? undefined : tryToJoin(world, tablet)
  if (!tablet.tab) return jobs.isBusy(tablet.index) ? undefined : wake(world, tablet)
  const { tab } = tablet
  if (!tablet.isShared && world.chance() < 0.15 && !tablet.isExchanging) {
    tablet.isExchanging = true
    return begin(world, tablet, 'exchange', tab.life, () => share(world, tablet, tab))
  }
  return touchTab(world, tablet)
}
