import { between } from '../../../bench/random.ts'
import { fork } from './forks.ts'
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
  if (weather.hasSetBack && !fault.isHasty && world.truth && world.chance() < 0.05) await putBack(world)
}

/** A backup of the exchange is made, or put back. Only where the roster has not gone on since: else it would fork. */
async function putBack(world: World): Promise<void> {
  const { server, truth, jobs, tablets } = world
  if (jobs.parked.length > 0 || !truth) return
  const entries = (await server.store.space(tablets[0]?.own.space ?? ''))?.entries ?? 0
  if (await fork(world)) return
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

/** Mostly seconds; now and then days. */
export function passTime(world: World): void {
  const { chance } = world
  const roll = chance()
  world.time +=
    roll < 0.005 ? between(chance, 0, 20 * day) : between(chance, 0, (roll < 0.1 ? 1200 : 30) * second)
}
