import { Refused } from '../../../src/sync/ask.ts'
import { copyOf } from './copies.ts'
import { closeTab, openTab, Tablet } from './tablet.ts'
import { begin, letEnd, newLife } from './under-way.ts'
import { join, someClock } from './verbs.ts'
import type { World } from './world.ts'

/** Of whoever comes with an invitation that another one used, or that was revoked. */
const useless = new Set(['slip', 'revoked', 'expired', 'unknown'])

/** Somebody opens the app. */
export async function wake(world: World, tablet: Tablet): Promise<void> {
  const life = newLife(world)
  world.say(`${tablet.name} opens`)
  await begin(world, tablet, 'open', life, () => openTab(world, tablet, life))
}

/** Somebody opens an invitation, or tries again. */
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

/** A second tablet comes to have the same disk; the first may be gone from then on. */
export async function makeCopy(world: World, tablet: Tablet): Promise<void> {
  const copy = await copyOf(world, tablet)
  world.told.copies += 1
  world.tablets.push(copy)
  world.say(`${copy.name} is a copy of ${tablet.name}`)
  if (!world.isFilling && world.chance() < 0.4) await bury(world, tablet)
}

/** It is thrown away, with all that it had. */
export async function bury(world: World, tablet: Tablet): Promise<void> {
  world.say(`${tablet.name} is thrown away`)
  tablet.isGone = true
  if (tablet.tab) tablet.tab.life.isOver = true
  await letEnd(world, tablet)
  closeTab(tablet)
}
