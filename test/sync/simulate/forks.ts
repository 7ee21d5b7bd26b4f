import { between, pick } from '../../../bench/random.ts'
import { Forked } from '../../../src/sync/problem.ts'
import { roleNow } from '../../../src/shared/roster/roster.ts'
import { cursorKey } from '../../../src/db/exchange/receive.ts'
import { toHex } from '../../../src/shared/bytes.ts'
import type { Cursor } from '../../../src/shared/exchange/endpoints.ts'
import { headOf } from '../../../src/shared/roster/entry.ts'
import { knownRoster } from '../../../src/sync/roster.ts'
import { exchangeRound, healRound } from '../../../src/sync/round.ts'
import { calmly, isThere } from './calmly.ts'
import { moveHands } from './hands.ts'
import type { Tab, Tablet } from './tablet.ts'
import { begin } from './under-way.ts'
import { namesOf, raise, remove } from './coordinators.ts'
import { invite } from './verbs.ts'
import type { World } from './world.ts'

/** A round by somebody who does what the screen asks for. */
async function roundWithTap({ told, say }: World, _: Tablet, { exchange }: Tab): Promise<void> {
  try {
    await exchangeRound(exchange)
  } catch (error) {
    if (!(error instanceof Forked) || !error.mayHeal) throw error
    say('a coordinator taps')
    told.taps += 1
    await healRound(exchange)
  }
}

/** Lets the first tablet, which always coordinates, come to know all that the exchange has. False if it doesn't. */
async function knowsAll(world: World, first: Tablet): Promise<boolean> {
  await calmly(world, first, roundWithTap)
  const there = await world.server.store.space(first.own.space)
  const last = await first.witness.roster.orderBy('index').last()
  const cursor = await first.witness.meta.get(cursorKey)
  const head = last && toHex(await headOf(new Uint8Array(last.bytes)))
  return head === there?.head && (JSON.parse(cursor?.value ?? '{}') as Partial<Cursor>).n === there?.n
}

/** What the exchange is going to lose: what the first tablet says about the others, and what some of them write meanwhile. */
async function goOn(world: World, first: Tablet): Promise<void> {
  const { chance } = world
  for (let left = between(chance, 1, 3); left > 0; left -= 1)
    await calmly(world, first, pick(chance, [remove, raise, invite]))
  for (const other of world.tablets.filter((one) => one !== first && isThere(one))) {
    if (chance() < 0.4) continue
    if (other.role !== 'reader' && other.tab?.notebook.isReader !== true)
      await calmly(world, other, moveHands)
    await calmly(world, other, roundWithTap)
  }
}

/** Somebody who never saw what the exchange has lost appends something else. */
async function goOnThere(world: World, entries: number): Promise<void> {
  const { chance, tablets } = world
  const counts = await Promise.all(tablets.map(({ witness }) => witness.roster.count()))
  const others = tablets.filter(
    (one, at) => one.index > 0 && isThere(one) && one.role !== 'reader' && (counts[at] ?? 0) <= entries,
  )
  if (others.length === 0) return
  const one = pick(chance, others)
  if (chance() < 0.6 && one.tab?.notebook.isReader !== true) await calmly(world, one, moveHands)
  await calmly(world, one, one.role === 'coordinator' && chance() < 0.6 ? remove : invite)
}

/** Lets all who were lowered come to know it: else they write on where that is forgotten (see loss.ts). False if one doesn't. */
async function loweredKnow(world: World): Promise<boolean> {
  for (const tablet of world.tablets) {
    if (!tablet.wasLowered || tablet.isGone || tablet.own.joining) continue
    await calmly(world, tablet, roundWithTap)
    const there = await world.server.store.space(tablet.own.space)
    if ((await tablet.witness.roster.count()) !== there?.entries) return false
  }
  return true
}

/**
 * The exchange is put back to a backup that lacks entries of the roster, and somebody who never saw these appends others. False if
 * this is no moment for it.
 */
export async function fork(world: World): Promise<boolean> {
  const { server, truth, tablets, told } = world
  const [first] = tablets
  if (!first || !truth || !isThere(first) || world.chance() < 0.5 || !(await knowsAll(world, first)))
    return false
  const before = await server.store.space(first.own.space)
  server.keepBackup()
  await goOn(world, first)
  if (!(await loweredKnow(world)) || !(await knowsAll(world, first))) return true
  world.say('the exchange is put back behind the roster')
  await truth.read(server)
  await server.setBack()
  truth.forgetLog()
  world.isSetBack = true
  told.backups += 1
  told.forks += 1
  world.hasForked = true
  // Who had begun to come by an invitation of that branch begins anew some other time.
  for (const tablet of tablets) if (tablet.own.joining?.head) tablet.isGone = true
  await goOnThere(world, before?.entries ?? 0)
  // What was lost with a tablet replaced nothing, though another one may have written the same.
  for (const { isGone, kept } of tablets) if (isGone) for (const edit of kept) edit.isKept = false
  return true
}

/** Heals what is forked, with a tap where one is needed. Whoever nobody vouches for any more, or may write no more, is known by then. */
export async function healForks(world: World): Promise<void> {
  const [first] = world.tablets
  const { tab } = first ?? {}
  if (!world.hasForked || !first || !tab) return
  for (let turn = 0; turn < 2; turn += 1)
    await begin(world, first, 'exchange', tab.life, () => roundWithTap(world, first, tab))
  const roster = await knownRoster(tab.exchange)
  world.told.heals += roster.abandoned.length
  for (const tablet of world.tablets) {
    if (tablet.isGone || !tablet.isShared || tablet.own.joining) continue
    const roles = (await namesOf(tablet)).flatMap((id) => roleNow(roster, id) ?? [])
    if (roles.length === 0) {
      world.say(`${tablet.name} is in no branch any more`)
      world.told.strays += 1
      tablet.isGone = true
    } else if (roles.every((role) => role === 'reader') && tablet.role !== 'reader') tablet.isLowered = true
  }
}
