import { between, pick } from '../../../bench/random.ts'
import { lookWhetherShort, troubleDisk } from './loss.ts'
import { fork } from './forks.ts'
import { errorOf } from './violation.ts'
import type { Tablet } from './tablet.ts'
import type { World } from './world.ts'

const second = 1000
const day = 24 * 60 * 60 * second
const thirtyYears = 30 * 365.25 * day

/** A request arrives that nobody waits for any more. */
export async function deliverLate(world: World): Promise<void> {
  const [send] = world.late.splice(Math.floor(world.chance() * world.late.length), 1)
  if (!send) return
  await world.jobs.begin(-1, 'late', async () => {
    await send().catch((error: unknown) => {
      if (!(error instanceof TypeError)) world.failure ??= errorOf(error)
    })
  })
}

/** The exchange's process may end here, or its disk be another one. */
export async function troubleServer(world: World): Promise<void> {
  const { server, weather, fault, chance } = world
  if (world.happens(weather.restart)) {
    world.say('the exchange starts again')
    world.told.restarts += 1
    if (fault.isHasty) await server.setBack()
    else server.restart()
  }
  if (world.isFullThere ? chance() < 0.15 : world.happens(weather.fullThere)) fillThere(world)
  if (weather.hasSetBack && !fault.isHasty && chance() < 0.05) {
    if (!weather.hasForks) await troubleDisk(world)
    else if (world.jobs.parked.length === 0) await fork(world)
  }
  await lookWhetherShort(world)
  jumpThere(world)
}

/** The exchange's disk, or what a space may take, is full, or has room again. */
function fillThere(world: World): void {
  world.isFullThere = !world.isFullThere
  const { server, chance } = world
  if (!world.isFullThere) return server.hasRoom(undefined)
  world.told.fullThere += 1
  world.say('the exchange is full')
  server.hasRoom(chance() < 0.5 ? 'space' : 'disk')
}

/** A tablet's disk is full after a few writes, or has room again. */
export function fillDisk(world: World, { room, name }: Tablet): void {
  const { chance, weather } = world
  if (room.left < Infinity) {
    if (chance() < 0.2) room.clear()
  } else if (world.happens(weather.full)) {
    room.left = between(chance, 0, 12)
    room.isLate = chance() < 0.3
    world.told.full += 1
    world.say(`${name} has room for ${room.left} writes`)
  }
}

/** A tablet's clock is set, to now and some minutes or to another decade. */
export function jumpClock(world: World, tablet: Tablet): void {
  if (!world.happens(world.weather.jump)) return
  tablet.ahead = tablet.ahead === 0 ? pick(world.chance, [thirtyYears, -thirtyYears]) : 0
  world.told.jumps += 1
  world.say(`${tablet.name} has its clock ${tablet.ahead} ahead`)
}

function jumpThere(world: World): void {
  if (!world.happens(world.weather.jumpThere)) return
  world.aheadThere = world.aheadThere === 0 ? pick(world.chance, [thirtyYears, -thirtyYears]) : 0
  world.told.jumpsThere += 1
  world.say(`the exchange has its clock ${world.aheadThere} ahead`)
}

/** Mostly seconds; now and then days. */
export function passTime(world: World): void {
  const { chance } = world
  const roll = chance()
  world.time +=
    roll < 0.005 ? between(chance, 0, 20 * day) : between(chance, 0, (roll < 0.1 ? 1200 : 30) * second)
}
