import { between, pick } from '../../../bench/random.ts'
import { Refused } from '../../../src/sync/ask.ts'
import { SyncProblem } from '../../../src/sync/problem.ts'
import { exchangeRound } from '../../../src/sync/round.ts'
import { copyOf } from './copies.ts'
import { putAway, useHands } from './hands.ts'
import { Life } from './life.ts'
import { closeTab, isStale, openTab, Tablet, type Tab } from './tablet.ts'
import { join, leave, share, someClock, useExchange } from './verbs.ts'
import type { World } from './world.ts'

const second = 1000
const day = 24 * 60 * 60 * second

/** What the exchange may refuse while requests are lost, doubled and late. */
/** Beside what somebody may not do, and the tablet didn't know that, or not yet. */
const usual = new Set([
  'chain',
  'head',
  'token',
  'busy',
  'last-coordinator',
  'too-many',
  'member',
  'role',
  'slip',
])
/** Of whoever comes with an invitation that another one used, or that was revoked. */
const useless = new Set(['slip', 'revoked', 'expired', 'unknown'])

function isUsual(world: World, error: unknown): boolean {
  if (error instanceof SyncProblem) return error.code === 'offline'
  if (!(error instanceof Refused)) return false
  // It was admitted after the backup that the exchange was put back to.
  if (error.reason === 'device' || error.reason === 'unknown') return world.isSetBack
  return usual.has(error.reason)
}

/** Begins something on a tablet; a tab that dies in it is closed later. */
async function begin(
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
      else if (isUsual(world, error)) world.say(`${tablet.name} ${name}: ${(error as Error).message}`)
      else world.failure ??= error
    } finally {
      if (name === 'exchange') tablet.isExchanging = false
    }
  })
}

/** A new life, short or long. */
function newLife(world: World): Life {
  const life = new Life()
  light(world, life)
  return life
}

function light(world: World, life: Life): void {
  if (world.happens(world.weather.crash)) life.fuse = between(world.chance, 1, world.weather.crashWithin)
}

export async function wake(world: World, tablet: Tablet): Promise<void> {
  const life = newLife(world)
  world.say(`${tablet.name} opens`)
  await begin(world, tablet, 'open', life, () => openTab(world, tablet, life))
}

export async function tryToJoin(world: World, tablet: Tablet): Promise<void> {
  const life = newLife(world)
  world.say(`${tablet.name} joins`)
  await begin(world, tablet, 'join', life, async () => {
    try {
      await join(world, tablet, life)
    } catch (error) {
      if (!(error instanceof Refused) || !useless.has(error.reason)) throw error
      tablet.isGone = true
    }
  })
}

/** Somebody new comes with an invitation. */
export async function welcome(world: World): Promise<void> {
  const at = Math.floor(world.chance() * world.tickets.length)
  const [ticket] = world.chance() < 0.9 ? world.tickets.splice(at, 1) : world.tickets.slice(at, at + 1)
  const [first] = world.tablets
  if (!ticket || !first) return
  const index = world.tablets.length
  const own = { ...first.own, joining: { digits: ticket.digits, head: '' } }
  const tablet = new Tablet(index, `${first.own.space}-${index}`, own, ticket.role)
  tablet.ahead = someClock(world)
  world.tablets.push(tablet)
  await tryToJoin(world, tablet)
}

async function makeCopy(world: World, tablet: Tablet): Promise<void> {
  const copy = await copyOf(world, tablet)
  world.told.copies += 1
  world.tablets.push(copy)
  world.say(`${copy.name} is a copy of ${tablet.name}`)
  if (world.chance() < 0.4) await bury(world, tablet)
}

/** It is thrown away, with all that it had. */
async function bury(world: World, tablet: Tablet): Promise<void> {
  world.say(`${tablet.name} is thrown away`)
  tablet.isGone = true
  if (tablet.tab) tablet.tab.life.isOver = true
  await letEnd(world, tablet)
  closeTab(tablet)
}

/** Whatever a dead tab still had under way comes to its end. */
export async function letEnd(world: World, tablet: Tablet): Promise<void> {
  for (;;) {
    const job = world.jobs.parked.find(({ who }) => who === tablet.index)
    if (!job) return
    await world.jobs.goOn(job)
  }
}

type Verb = (world: World, tablet: Tablet, tab: Tab) => Promise<void>

/** Does one thing on an open tablet. */
export async function useSome(world: World, tablet: Tablet, verb: Verb): Promise<void> {
  const { tab } = tablet
  if (tab) await begin(world, tablet, 'hands', tab.life, () => verb(world, tablet, tab))
}

async function useTab(world: World, tablet: Tablet): Promise<void> {
  const { tab } = tablet
  if (!tab) return
  const { chance } = world
  light(world, tab.life)
  const roll = chance()
  const isBusy = world.jobs.parked.some(({ who, name }) => who === tablet.index && name !== 'exchange')
  if (roll < 0.04) tablet.isOnline = !tablet.isOnline
  else if (roll < 0.05) tablet.ahead = someClock(world)
  else if ((roll < 0.07 || (tablet.isStale && roll < 0.6)) && !isBusy) await reload(world, tablet)
  else if (roll < 0.08 && world.weather.hasCopies && world.tablets.length < 10) await makeCopy(world, tablet)
  else if (roll < 0.4 && tablet.isShared) {
    if (!tablet.isExchanging) await exchange(world, tablet)
  } else if (!isBusy && !tablet.isLeaving && tablet.role !== 'reader' && !tab.notebook.isReader)
    await begin(world, tablet, 'hands', tab.life, () => useHands(world, tablet, tab))
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

async function exchange(world: World, tablet: Tablet): Promise<void> {
  const { tab } = tablet
  if (!tab) return
  tablet.isExchanging = true
  const { hasSetBack } = world.weather
  if (
    !hasSetBack &&
    !tablet.isLeaving &&
    world.chance() < 0.01 &&
    tablet.role !== 'coordinator' &&
    !tablet.isTwin
  ) {
    const isBusy = world.jobs.parked.some(({ who }) => who === tablet.index)
    tablet.isLeaving = !isBusy && tab.forms.length === 0
  }
  const verb = tablet.isLeaving ? leave : useExchange
  await begin(world, tablet, 'exchange', tab.life, () => verb(world, tablet, tab))
  tablet.isStale = await isStale(tablet)
}

/** The app begins anew, after its forms were left. */
export async function reload(world: World, tablet: Tablet): Promise<void> {
  const { tab } = tablet
  if (!tab) return
  await begin(world, tablet, 'hands', tab.life, async () => {
    await putAway(world, tablet, tab)
    tab.life.isOver = true
  })
}

async function deliverLate(world: World): Promise<void> {
  const [send] = world.late.splice(Math.floor(world.chance() * world.late.length), 1)
  if (!send) return
  await world.jobs.begin(-1, 'late', async () => {
    await send().catch((error: unknown) => {
      if (!(error instanceof TypeError)) world.failure ??= error
    })
  })
}

async function troubleServer(world: World): Promise<void> {
  const { server, weather, fault } = world
  if (world.happens(weather.restart)) {
    world.say('the exchange starts again')
    world.told.restarts += 1
    if (fault.isHasty) await server.setBack()
    else server.restart()
  }
  if (weather.hasSetBack && !fault.isHasty && world.truth && world.chance() < 0.05) await useBackup(world)
}

/** A backup of the exchange is made, or put back. Only where the roster has not gone on since: else it would fork. */
async function useBackup(world: World): Promise<void> {
  const { server, truth, jobs, tablets } = world
  if (jobs.parked.length > 0 || !truth) return
  const entries = (await server.store.space(tablets[0]?.own.space ?? ''))?.entries ?? 0
  if (world.backup !== entries) {
    world.backup = entries
    return server.keepBackup()
  }
  world.say('the exchange is put back')
  world.told.backups += 1
  await truth.read(server)
  await server.setBack()
  truth.forgetLog()
  world.isSetBack = true
}

function passTime(world: World): void {
  const { chance } = world
  const roll = chance()
  world.time +=
    roll < 0.005 ? between(chance, 0, 20 * day) : between(chance, 0, (roll < 0.1 ? 1200 : 30) * second)
}

/** One more thing happens. */
export async function step(world: World): Promise<void> {
  const { chance, jobs, tablets } = world
  world.told.steps += 1
  passTime(world)
  await troubleServer(world)
  const dying = tablets.find(({ tab, index }) => tab?.life.isOver && jobs.isBusy(index))
  if (dying) return letEnd(world, dying)
  if (jobs.parked.length > 0 && chance() < 0.5) return jobs.goOn(pick(chance, jobs.parked))
  if (world.late.length > 0 && chance() < 0.1) return deliverLate(world)
  if (world.tickets.length > 0 && tablets.length < 9 && chance() < 0.3) return welcome(world)
  const there = tablets.filter(({ isGone }) => !isGone)
  await use(world, pick(chance, there))
}

/** A tab that died, and has nothing under way any more, is gone. */
export function closeDead(world: World, tablet: Tablet): void {
  if (!tablet.tab?.life.isOver) return
  closeTab(tablet)
  tablet.isStale = false
  world.told.crashes += 1
}

/** Something happens at this tablet. */
async function use(world: World, tablet: Tablet): Promise<void> {
  const { jobs } = world
  closeDead(world, tablet)
  if (tablet.own.joining) return jobs.isBusy(tablet.index) ? undefined : tryToJoin(world, tablet)
  if (!tablet.tab) return jobs.isBusy(tablet.index) ? undefined : wake(world, tablet)
  const { tab } = tablet
  if (!tablet.isShared && world.chance() < 0.15 && !tablet.isExchanging) {
    tablet.isExchanging = true
    return begin(world, tablet, 'exchange', tab.life, () => share(world, tablet, tab))
  }
  return useTab(world, tablet)
}
