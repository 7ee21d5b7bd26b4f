import { between, pick } from '../../../bench/random.ts'
import { roleNow } from '../../../src/shared/roster/roster.ts'
import { askAt, Refused } from '../../../src/sync/ask.ts'
import { pushOnly } from '../../../src/sync/background.ts'
import { askVisits } from '../../../src/sync/circle.ts'
import { askerOf } from '../../../src/sync/copy.ts'
import { inviteGuest, revokeSlip } from '../../../src/sync/invite.ts'
import { removeDevices, setRole } from '../../../src/sync/remove.ts'
import { joinSpace, newKeys, openSlip, secretOf } from '../../../src/sync/join.ts'
import { leaveSpace } from '../../../src/sync/leave.ts'
import { knownRoster } from '../../../src/sync/roster.ts'
import { exchangeRound } from '../../../src/sync/round.ts'
import { shareSpace } from '../../../src/sync/share.ts'
import { cheat } from './cheat.ts'
import type { Life } from './life.ts'
import { lineOf } from './line.ts'
import { publicUrl } from './server.ts'
import { exchangeOn, type Tab, type Tablet } from './tablet.ts'
import type { Ticket, World } from './world.ts'

/** One round, by the tab or by the service worker. */
export async function round(world: World, _: Tablet, tab: Tab): Promise<void> {
  const { exchange, tables } = tab
  world.told.rounds += 1
  await world.fault.beforeRound?.(tab)
  if (world.chance() < 0.1 && (await tables.roster.count()) > 0) await pushOnly(exchange)
  else await exchangeRound(exchange)
  if (world.chance() < 0.05) await askVisits(exchange, await askerOf(exchange, await knownRoster(exchange)))
}

export async function share(_: World, tablet: Tablet, { exchange, notebook }: Tab): Promise<void> {
  const { genesis } = tablet.own
  if (!genesis) throw new Error('only who founded can share')
  const founding = { name: 'Helga', device: 'tablet', notebook: 'Verein Altenbrück', code: '' } as const
  await shareSpace(exchange, notebook, genesis, founding)
  tablet.isShared = true
  await exchangeRound(exchange)
}

export async function invite(world: World, tablet: Tablet, { exchange }: Tab): Promise<void> {
  const own = world.chance() < 0.3
  const wanted = world.chance() < 0.25 ? 'reader' : 'member'
  const role: Ticket['role'] = own && tablet.role !== 'reader' ? 'member' : own ? 'reader' : wanted
  const guest = { guest: 'Anna', role, own, language: 'pl', helper: '', phone: '' }
  const { digits } = await inviteGuest(exchange, `${publicUrl}/`, guest)
  world.tickets.push({ digits, role })
}

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

export async function namesOf({ own, witness }: Tablet): Promise<string[]> {
  const rows = await witness.own.toArray()
  return [own.keys.id, ...rows.map((row) => row.device.id)]
}

async function revoke(world: World, _: Tablet, { exchange }: Tab): Promise<void> {
  const slips = [...(await knownRoster(exchange)).slips.values()].filter(({ state }) => state === 'live')
  if (slips.length > 0) await revokeSlip(exchange, pick(world.chance, slips).slip)
}

export async function leave(_: World, tablet: Tablet, { exchange }: Tab): Promise<void> {
  try {
    await leaveSpace(exchange)
  } catch (error) {
    // It has left already, and the answer was lost.
    if (!(error instanceof Refused) || error.reason !== 'cutoff') throw error
  }
  tablet.isGone = true
}

/** A tablet was lost: from now on it lies in a drawer, and a coordinator takes it out. */
export async function remove(world: World, tablet: Tablet, { exchange }: Tab): Promise<void> {
  const others = world.tablets.filter(
    (one) =>
      one !== tablet && one.index > 0 && one.isShared && !one.own.joining && !one.isGone && !one.isLeaving,
  )
  // A copy goes by the name of another one, and somebody has to be there.
  if (world.weather.hasCopies || others.length < 2) return
  const lost = pick(world.chance, others)
  lost.isGone = true
  await removeDevices(exchange, await namesOf(lost))
  world.told.removals += 1
}

/** A coordinator lets somebody only read for a while, who doesn't know it yet and goes on writing. */
export async function lower(world: World, tablet: Tablet, { exchange }: Tab): Promise<void> {
  const others = world.tablets.filter(
    (one) =>
      one !== tablet &&
      one.role === 'member' &&
      one.isShared &&
      !one.own.joining &&
      !one.isGone &&
      !one.isLeaving,
  )
  if (world.weather.hasCopies || others.length === 0) return
  const one = pick(world.chance, others)
  one.isLowered = true
  await setRole(exchange, one.own.keys.id, 'reader')
  world.told.lowered += 1
}

/** Whoever may only read for a while may write again. */
export async function raiseAgain(lowered: Tablet, { exchange }: Tab): Promise<void> {
  if (roleNow(await knownRoster(exchange), lowered.own.keys.id) !== undefined)
    await setRole(exchange, lowered.own.keys.id, 'member')
  lowered.isLowered = false
}

/** What a tablet asks of the exchange. */
export async function askExchange(world: World, tablet: Tablet, tab: Tab): Promise<void> {
  const { chance } = world
  const coordinators = tablet.role === 'coordinator' ? [remove, remove, raise, lower, lower] : []
  const verb = chance() < 0.85 ? round : pick(chance, [invite, invite, raise, revoke, cheat, ...coordinators])
  if (verb === raise && tablet.role !== 'coordinator') return
  if (verb === cheat && tablet.role !== 'reader') return
  if (verb === invite && tablet.role === 'reader') return
  world.say(`${tablet.name} ${verb.name}`)
  await verb(world, tablet, tab)
}

/** Somebody opens an invitation; again after a lost answer, with the same keys. */
export async function join(world: World, tablet: Tablet, life: Life): Promise<void> {
  const ask = askAt(publicUrl, lineOf(world, tablet, life))
  const { joining } = tablet.own
  if (!joining) return
  const open = (): ReturnType<typeof openSlip> => openSlip(ask, secretOf(joining.digits))
  if (joining.head === '') {
    const { box } = await open()
    const keys = await newKeys()
    tablet.own = { space: box.space, keys, joining: { ...joining, head: box.head } }
  }
  const { head = '' } = tablet.own.joining ?? {}
  const exchange = exchangeOn(world, tablet, life)
  try {
    await joinSpace({ exchange, head }, open, { name: 'Anna', device: 'tablet' })
    await exchangeRound(exchange)
    const { space, keys } = tablet.own
    tablet.own = { space, keys }
    tablet.isShared = true
  } finally {
    exchange.tables.close()
  }
}

/** How far clocks are off. */
export const someClock = (world: World): number =>
  world.weather.clocks === 0 ? 0 : between(world.chance, -world.weather.clocks, world.weather.clocks)
