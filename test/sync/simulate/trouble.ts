import { between } from '../../../bench/random.ts'
import { lookWhetherShort, troubleDisk } from './loss.ts'
import { errorOf } from './violation.ts'
import type { World } from './world.ts'

const second = 1000
const day = 24 * 60 * 60 * second

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
  const { server, weather, fault } = world
  if (world.happens(weather.restart)) {
    world.say('the exchange starts again')
    world.told.restarts += 1
    if (fault.isHasty) await server.setBack()
    else server.restart()
  }
  if (weather.hasSetBack && !fault.isHasty && world.chance() < 0.03) await troubleDisk(world)
  await lookWhetherShort(world)
}

/** Mostly seconds; now and then days. */
export function passTime(world: World): void {
  const { chance } = world
  const roll = chance()
  world.time +=
    roll < 0.005 ? between(chance, 0, 20 * day) : between(chance, 0, (roll < 0.1 ? 1200 : 30) * second)
}
