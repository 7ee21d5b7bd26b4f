import { pick } from '../../../bench/random.ts'
import { roleNow } from '../../../src/shared/roster/roster.ts'
import { revokeSlip } from '../../../src/sync/invite.ts'
import { removeDevices, setRole } from '../../../src/sync/remove.ts'
import { knownRoster } from '../../../src/sync/roster.ts'
import { exchangeRound } from '../../../src/sync/round.ts'
import { makeSheet } from '../../../src/sync/sheet.ts'
import { publicUrl } from './server.ts'
import type { Tab, Tablet } from './tablet.ts'
import type { World } from './world.ts'

/** By which names a tablet goes and went. */
export async function namesOf({ own, witness }: Tablet): Promise<string[]> {
  const rows = await witness.own.toArray()
  return [own.keys.id, ...rows.map((row) => row.device.id)]
}

/**
 * Whether the tablet itself knows that it coordinates. That somebody wanted it to is not enough: the entry may never have come, and
 * then the last one who could give anybody a right again would lie in a drawer.
 */
export async function coordinates({ role, witness }: Tablet): Promise<boolean> {
  const known = (await witness.meta.get('role'))?.value ?? 'coordinator'
  return role === 'coordinator' && known === 'coordinator'
}

/** Those of somebody else that are in the notebook, and that somebody uses. */
const othersOf = ({ tablets, weather }: World, tablet: Tablet): Tablet[] =>
  tablets.filter(
    (one) =>
      one.disk !== tablet.disk &&
      one.isShared &&
      !one.own.joining &&
      !one.isGone &&
      !one.isLeaving &&
      // Forks are healed by the first one.
      (one.index > 0 || !weather.hasForks),
  )

export async function raise(world: World, _: Tablet, { exchange }: Tab): Promise<void> {
  const roster = await knownRoster(exchange)
  const device = pick(world.chance, [...roster.devices.keys()])
  const now = roleNow(roster, device)
  if (!now || now === 'coordinator') return
  const role = now === 'reader' && world.chance() < 0.5 ? 'member' : 'coordinator'
  // Said before it is done: the answer may be lost.
  for (const one of world.tablets) if ((await namesOf(one)).includes(device)) one.role = role
  await setRole(exchange, device, role)
}

export async function revoke(world: World, _: Tablet, { exchange }: Tab): Promise<void> {
  const slips = [...(await knownRoster(exchange)).slips.values()].filter(({ state }) => state === 'live')
  if (slips.length > 0) await revokeSlip(exchange, pick(world.chance, slips).slip)
}

/** One that was lost and is still in the roster. */
async function lostOne(world: World, { exchange }: Tab): Promise<string[] | undefined> {
  const roster = await knownRoster(exchange)
  for (const one of world.tablets.filter(({ isGone, own }) => isGone && own.joining?.head !== '')) {
    const names = await namesOf(one)
    if (names.some((name) => roleNow(roster, name))) return names
  }
  return undefined
}

/**
 * Whether the exchange may lack what it had of somebody: a cut-off that is said by its word then would end that one's chain before it.
 */
const mayLack = ({ isFilling, isSetBack, weather }: World): boolean =>
  isFilling || (weather.hasForks && isSetBack)

/** A tablet was lost: from now on it lies in a drawer, and a coordinator takes it out. */
export async function remove(world: World, tablet: Tablet, tab: Tab): Promise<void> {
  // A copy goes by the name of another one; and what only the lost one has is not yet with the exchange again.
  if (world.weather.hasCopies || mayLack(world)) return
  const gone = world.chance() < 0.5 ? await lostOne(world, tab) : undefined
  if (gone) {
    await removeDevices(tab.exchange, gone)
    world.told.removals += 1
    return
  }
  const others = othersOf(world, tablet)
  if (others.length < 2) return
  const lost = pick(world.chance, others)
  lost.isGone = true
  await removeDevices(tab.exchange, await namesOf(lost))
  world.told.removals += 1
}

/** A coordinator lets somebody only read for a while, who doesn't know it yet and goes on writing. */
export async function lower(world: World, tablet: Tablet, { exchange }: Tab): Promise<void> {
  const others = othersOf(world, tablet).filter(({ role }) => role === 'member')
  if (world.weather.hasCopies || mayLack(world) || others.length === 0) return
  const one = pick(world.chance, others)
  one.isLowered = true
  one.wasLowered = true
  await setRole(exchange, one.own.keys.id, 'reader')
  world.told.lowered += 1
}

/** Whoever may only read for a while may write again, by whatever name. */
export async function raiseAgain(lowered: Tablet, { exchange }: Tab): Promise<void> {
  // It may have come since this coordinator looked last.
  await exchangeRound(exchange)
  for (const name of await namesOf(lowered))
    if (roleNow(await knownRoster(exchange), name) !== undefined) await setRole(exchange, name, 'member')
  lowered.isLowered = false
}

/** A sheet is printed and put away. */
export async function sheet(world: World, _: Tablet, { exchange }: Tab): Promise<void> {
  if (world.sheets.length > 3) return
  const { digits, slip } = await makeSheet(exchange, `${publicUrl}/`)
  world.sheets.push({ digits, slip })
  world.told.sheets += 1
}
