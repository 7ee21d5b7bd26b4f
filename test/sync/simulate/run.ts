import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { between, chanceFrom } from '../../../bench/random.ts'
import { makeDevice } from '../../../src/crypto/device.ts'
import { makeGenesis } from '../../../src/crypto/genesis.ts'
import { openGenesis } from '../../crypto/open-genesis.ts'
import { checkServer, checkTablet } from './checks.ts'
import { noFault, type Fault } from './faults.ts'
import { seedKeys } from './keys.ts'
import { settleDown } from './quiet.ts'
import { step } from './steps.ts'
import { closeTab, Tablet } from './tablet.ts'
import { Truth } from './truth.ts'
import { weatherFrom, type Weather } from './weather.ts'
import { World } from './world.ts'

export type Wanted = {
  readonly seed: number
  readonly fault?: Fault
  readonly weather?: Partial<Weather>
  readonly say?: (line: string) => void
}

/** What a run was made of. */
export type Told = {
  readonly steps: number
  readonly edits: number
  readonly changes: number
  readonly rounds: number
  readonly requests: number
  readonly crashes: number
  readonly tablets: number
}

async function begin(world: World): Promise<void> {
  const keys = await makeDevice()
  const genesis = await makeGenesis(keys, world.random)
  world.truth = new Truth(genesis.spaceId, await openGenesis(genesis, keys))
  const own = { space: genesis.spaceId, keys, genesis }
  world.tablets.push(new Tablet(0, `${genesis.spaceId}-0`, own, 'coordinator'))
}

async function checkStep(world: World): Promise<void> {
  if (world.failure !== undefined) throw world.failure
  await checkServer(world)
  // One of them each time: the look at all of them would take longer than everything else.
  const tablet = world.tablets[world.steps % (2 * world.tablets.length)]
  if (tablet && !tablet.isGone && !tablet.own.joining) await checkTablet(world, tablet)
}

async function play(world: World): Promise<void> {
  await begin(world)
  const phases = between(world.chance, 1, 2)
  for (let phase = 0; phase < phases; phase += 1) {
    const steps = between(world.chance, 40, 160)
    for (let done = 0; done < steps; done += 1) {
      await step(world)
      await checkStep(world)
    }
    await settleDown(world)
  }
}

/** Plays the history of a seed. Rejects with what didn't hold. */
export async function run({ seed, fault = noFault, weather = {}, say }: Wanted): Promise<Told> {
  seedKeys(seed)
  Dexie.dependencies.indexedDB = new IDBFactory()
  const chance = chanceFrom(seed)
  const world = new World(chance, { ...weatherFrom(chance), ...weather }, fault)
  if (say) world.say = say
  try {
    await play(world)
  } finally {
    for (const tablet of world.tablets) {
      closeTab(tablet)
      tablet.witness.close()
    }
    await world.server.close()
  }
  const { steps, rounds, requests, crashes, ledger, truth, tablets } = world
  const changes = truth?.changes.size ?? 0
  return { steps, edits: ledger.count, changes, rounds, requests, crashes, tablets: tablets.length }
}
