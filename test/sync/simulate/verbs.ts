import { between, pick } from '../../../bench/random.ts'
import { askAt, Refused } from '../../../src/sync/ask.ts'
import { pushOnly } from '../../../src/sync/background.ts'
import { askVisits } from '../../../src/sync/circle.ts'
import { askerOf } from '../../../src/sync/copy.ts'
import { inviteGuest } from '../../../src/sync/invite.ts'
import { joinSpace, newKeys, openSlip, secretOf } from '../../../src/sync/join.ts'
import { leaveSpace } from '../../../src/sync/leave.ts'
import { knownRoster } from '../../../src/sync/roster.ts'
import { exchangeRound } from '../../../src/sync/round.ts'
import { shareSpace } from '../../../src/sync/share.ts'
import { cheat } from './cheat.ts'
import { lower, raise, remove, revoke, sheet } from './coordinators.ts'
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

export async function leave(_: World, tablet: Tablet, { exchange }: Tab): Promise<void> {
  try {
    await leaveSpace(exchange)
  } catch (error) {
    // It has left already, and the answer was lost.
    if (!(error instanceof Refused) || error.reason !== 'cutoff') throw error
  }
  tablet.isGone = true
}

const removing = [remove, remove, remove, lower, lower, lower]
const coordinating = [...removing, invite, invite, invite, raise, sheet, sheet]

/** What whoever coordinates does now and then. */
export async function coordinate(world: World, tablet: Tablet, tab: Tab): Promise<void> {
  const verb = pick(world.chance, coordinating)
  world.say(`${tablet.name} ${verb.name}`)
  await verb(world, tablet, tab)
}

/** What a tablet asks of the exchange. */
export async function askExchange(world: World, tablet: Tablet, tab: Tab): Promise<void> {
  const { chance } = world
  const isRound = chance() < 0.85 || world.isShort
  const verb = isRound ? round : pick(chance, [invite, invite, revoke, cheat])
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
    await world.fault.beforeFirstRound?.(world, exchange)
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
