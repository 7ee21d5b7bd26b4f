import { hasBin } from '../../../src/db/binned.ts'
import { wishedErasures } from '../../../src/db/erasing.ts'
import { keptStatement } from '../../../src/sync/checkpoint/kept.ts'
import { coveredOn } from './checks.ts'
import { coordinates } from './coordinators.ts'
import type { Tablet } from './tablet.ts'
import type { World } from './world.ts'

/** Tablets that are in the notebook and come again. */
const those = ({ tablets }: World): Tablet[] =>
  tablets.filter(({ isGone, isShared, own }) => !isGone && isShared && !own.joining)

const entriesThere = async ({ server, tablets }: World): Promise<number> =>
  (await server.store.space(tablets[0]?.own.space ?? ''))?.entries ?? 0

/** Whether the exchange lacks entries of the roster: until it has them again nobody says anything that isn't in it. */
export async function lookWhetherShort(world: World): Promise<void> {
  if (world.isShort) world.isShort = (await entriesThere(world)) < world.entriesBefore
}

/** Whether it may be the next to say that something is erased: what it wants to be, or what lies in its bin. */
const mayErase = async (tablet: Tablet): Promise<boolean> =>
  (await coordinates(tablet)) &&
  ((await hasBin(tablet.witness)) || (await wishedErasures(tablet.witness)).length > 0)

const keptOn = async ({ witness }: Tablet): Promise<number> =>
  (await keptStatement({ tables: witness }))?.statement.n ?? 0

/**
 * Whether an erasure that it says comes to name the chunks of the newest checkpoint that anybody goes by: because it keeps that, or because
 * somebody does who coordinates, and says it once more. Where nobody does that checkpoint would be nobody's: a known hole.
 */
export async function isNamed(world: World, tablet: Tablet): Promise<boolean> {
  const all = those(world)
  const kept = await Promise.all(all.map(keptOn))
  const newest = Math.max(...kept)
  for (const [at, one] of all.entries())
    if (kept[at] === newest && (one === tablet || (await coordinates(one)))) return true
  return false
}

/**
 * Whether the roster would come again whole: somebody has all of it. Copies say an entry of their own as soon as they notice, so
 * there everybody has to have all of it: else it would fork.
 */
async function isKeptWhole(world: World, entries: number): Promise<boolean> {
  const counts: number[] = []
  let isWithWriter = false
  const isWhole = (count: number): boolean => count >= entries
  for (const tablet of those(world)) {
    const { witness, wasLowered } = tablet
    const count = await witness.roster.count()
    // It would say what it has to erase.
    const isReady = isWhole(count) && (await isNamed(world, tablet))
    if (!isReady && (await mayErase(tablet))) return false
    // It would write on by the roster that it knows; and whoever sees that before the entry comes after keeps a version more.
    if (wasLowered && !isWhole(count)) return false
    counts.push(count)
    // A reader can bring it only as long as the invitations of those who came are not over.
    isWithWriter ||= isWhole(count) && (await witness.meta.get('role'))?.value !== 'reader'
  }
  return isWithWriter && (!world.weather.hasCopies || counts.every(isWhole))
}

/** How far any of these tablets, or the exchange as it is now, has each device's chain. */
async function keptChains(world: World): Promise<Map<string, number>> {
  const kept = new Map<string, number>()
  const keep = (device: string, seq: number): void =>
    void kept.set(device, Math.max(kept.get(device) ?? 0, seq))
  for (const [device, { seq }] of world.truth?.chains ?? []) keep(device, seq)
  for (const { witness } of those(world)) {
    for (const [device, seq] of await coveredOn(witness)) keep(device, seq)
    for (const [device, lastSeq] of await witness.log.toCollection().primaryKeys()) keep(device, lastSeq)
  }
  return kept
}

/** A backup of the exchange is made or put back, or its disk is lost. What comes first then fills it again. */
export async function troubleDisk(world: World): Promise<void> {
  const { server, truth, jobs, chance } = world
  await jobs.endAll()
  const entries = await entriesThere(world)
  if (!truth || world.isShort || entries === 0) return
  const roll = chance()
  if (!world.hasBackup || roll < 0.1) {
    world.hasBackup = true
    return server.keepBackup()
  }
  await loseDisk(world, roll < 0.6)
}

/** The disk is lost, or put back to the backup, if all that the roster said by then comes again. True if so. */
export async function loseDisk(world: World, isPutBack: boolean): Promise<boolean> {
  const { server, truth, late } = world
  const entries = await entriesThere(world)
  if (!truth || !(await isKeptWhole(world, entries))) return false
  world.say(isPutBack ? 'the exchange is put back' : 'the exchange loses its disk')
  if (isPutBack) world.told.backups += 1
  else world.told.refills += 1
  late.length = 0
  await truth.read(server)
  await (isPutBack ? server.setBack() : server.loseDisk())
  truth.forgetLog()
  await truth.read(server)
  truth.lose(await keptChains(world))
  world.isSetBack = true
  world.isFilling = true
  world.entriesBefore = entries
  world.isShort = true
  await lookWhetherShort(world)
  if (isPutBack && world.isShort) world.told.mixed += 1
  return true
}
