import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { between, chanceFrom } from '../../../bench/random.ts'
import { makeDevice } from '../../../src/crypto/device.ts'
import { makeGenesis } from '../../../src/crypto/genesis.ts'
import { verifyRoster } from '../../../src/crypto/entry.ts'
import type { EpochKey } from '../../../src/crypto/epoch.ts'
import { branchWith, type Roster } from '../../../src/shared/roster/roster.ts'
import { openKept } from '../../../src/sync/keys.ts'
import { checkServer, checkTablet } from './checks.ts'
import { noFault, type Fault } from './faults.ts'
import { seedKeys } from './keys.ts'
import { settleDown } from './quiet.ts'
import { moveHands } from './hands.ts'
import { wake, welcome } from './arrivals.ts'
import { doOn, step } from './steps.ts'
import { closeTab, Tablet } from './tablet.ts'
import { Truth } from './truth.ts'
import { invite, share } from './verbs.ts'
import { weatherFrom, type Weather } from './weather.ts'
import { World } from './world.ts'

export type Wanted = {
  readonly seed: number
  /** How many tablets at most, copies not counted; 3 to 8 unless it is said. */
  readonly tablets?: number | undefined
  readonly fault?: Fault
  readonly weather?: Partial<Weather>
  readonly say?: (line: string) => void
}

/** What a run was made of. */
export type Told = { readonly [what: string]: number }

/** The roster with this head, or the branch of it that was given up and has it. */
function rosterWith(roster: Roster, head: string): Roster {
  const branch = branchWith(roster, head)
  return branch ? rosterWith(branch.roster, head) : roster
}

/** The key that an epoch has where the roster has this head, out of the store with the keys of any tablet that was there. */
async function keyOf(
  { server, tablets }: World,
  space: string,
  epoch: number,
  head: string,
): Promise<EpochKey> {
  const roster = rosterWith(await verifyRoster(await server.store.entries(space, 0), space), head)
  for (const { own, witness } of tablets) {
    if (own.joining?.head === '') continue
    const others = (await witness.own.toArray()).map((row) => row.device)
    for (const keys of [own.keys, ...others]) {
      const wrap = roster.devices.get(keys.id)?.wraps.find((one) => one.epoch === epoch)
      if (wrap) return openKept(roster, wrap, keys.agree)
    }
  }
  throw new Error(`no tablet has the key of the epoch ${epoch}`)
}

async function begin(world: World): Promise<void> {
  const keys = await makeDevice()
  const genesis = await makeGenesis(keys, world.random)
  const own = { space: genesis.spaceId, keys, genesis }
  const known = new Map<string, Promise<EpochKey>>()
  // Where the roster forks, an epoch has one key in each branch.
  world.truth = new Truth(genesis.spaceId, (epoch, head) => {
    const name = `${epoch} ${head}`
    const key = known.get(name) ?? keyOf(world, own.space, epoch, head)
    known.set(name, key)
    return key
  })
  world.tablets.push(new Tablet(0, `${genesis.spaceId}-0`, own, 'coordinator'))
}

/** Somebody shares the notebook and invites; half of the guests come at once, and the others some time. */
async function gather(world: World, tablets: number): Promise<void> {
  const { weather } = world
  world.calmDown()
  const [first] = world.tablets
  if (!first) return
  await wake(world, first)
  for (let edits = between(world.chance, 0, 8); edits > 0; edits -= 1) await doOn(world, first, moveHands)
  await doOn(world, first, share)
  for (let guest = 1; guest < tablets; guest += 1) {
    await doOn(world, first, invite)
    if (guest % 2 === 1) await welcome(world)
  }
  world.weather = weather
}

async function checkStep(world: World): Promise<void> {
  if (world.failure !== undefined) throw world.failure
  await checkServer(world)
  // One of them each time: the look at all of them would take longer than everything else.
  const tablet = world.tablets[world.told.steps % (2 * world.tablets.length)]
  if (tablet && !tablet.isGone && !tablet.own.joining) await checkTablet(world, tablet)
}

async function play(world: World, tablets: number): Promise<void> {
  await begin(world)
  const early = world.chance() < 0.1
  // Some share only when they have been writing for a while, in whatever weather.
  if (!early) await gather(world, tablets)
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
export async function run({
  seed,
  tablets: most,
  fault = noFault,
  weather = {},
  say,
}: Wanted): Promise<Told> {
  seedKeys(seed)
  Dexie.dependencies.indexedDB = new IDBFactory()
  const chance = chanceFrom(seed)
  const world = new World(chance, { ...weatherFrom(chance), ...fault.weather, ...weather }, fault)
  if (say) world.say = say
  try {
    await play(world, most ?? between(chance, 3, 8))
  } finally {
    for (const tablet of world.tablets) {
      closeTab(tablet)
      tablet.witness.close()
    }
    await world.server.close()
  }
  const changes = world.truth?.changes.size ?? 0
  const refused = world.tablets.reduce((sum, { room }) => sum + room.refused, 0)
  const erased = world.truth?.erased.by.size ?? 0
  return { ...world.told, refused, erased, edits: world.ledger.count, changes, tablets: world.tablets.length }
}
