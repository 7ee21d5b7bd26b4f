import { verifyRoster } from '../../../src/crypto/entry.ts'
import { presentDevices, roleNow, type Roster } from '../../../src/shared/roster/roster.ts'
import { bury, tryToJoin } from './arrivals.ts'
import { namesOf } from './coordinators.ts'
import { Tablet } from './tablet.ts'
import { mustHold } from './violation.ts'
import type { World } from './world.ts'

/** The roster as the exchange has it; undefined if it has none. */
export async function rosterThere({ server, tablets }: World): Promise<Roster | undefined> {
  const space = tablets[0]?.own.space ?? ''
  const entries = await server.store.entries(space, 0)
  return entries.length === 0 ? undefined : verifyRoster(entries, space)
}

/** All coordinators' tablets are lost at once; somebody comes in on another one, by the digits of a sheet. */
export async function recover(world: World): Promise<void> {
  const { tablets, jobs, weather, sheets, late } = world
  const [first] = tablets
  if (!first || sheets.length === 0 || weather.hasCopies || weather.hasForks || world.isFilling) return
  await jobs.endAll()
  const roster = await rosterThere(world)
  const live = sheets.filter(({ slip }) => roster?.slips.get(slip)?.state === 'live')
  sheets.splice(0, sheets.length, ...live)
  const paper = sheets.shift()
  if (!paper) return
  // What they sent last is lost too: it might have been the sheet's end.
  late.length = 0
  const coordinators = tablets.filter(({ role, isGone }) => role === 'coordinator' && !isGone)
  for (const tablet of coordinators) await bury(world, tablet)
  const index = tablets.length
  const own = { space: first.own.space, keys: first.own.keys, joining: { digits: paper.digits, head: '' } }
  const tablet = new Tablet(index, `${first.own.space}-${index}`, own, 'coordinator')
  tablet.isRecovering = true
  tablets.push(tablet)
  world.told.recoveries += 1
  world.say(`${tablet.name} comes by a sheet, and ${coordinators.length} are lost`)
  await tryToJoin(world, tablet)
}

/** Whoever came by a sheet coordinates, and so somebody does. */
export async function checkRecovered(world: World): Promise<void> {
  const roster = await rosterThere(world)
  if (!roster) return
  const recovering = world.tablets.filter(({ isRecovering, isGone }) => isRecovering && !isGone)
  for (const tablet of recovering) {
    mustHold(!tablet.own.joining, () => `${tablet.name} did not come in by its sheet`)
    const names = await namesOf(tablet)
    const coordinates = names.some((name) => roleNow(roster, name) === 'coordinator')
    mustHold(coordinates, () => `${tablet.name} came by a sheet and does not coordinate`)
  }
  const some = presentDevices(roster).some(({ id }) => roleNow(roster, id) === 'coordinator')
  mustHold(some || presentDevices(roster).length === 0, () => 'nobody coordinates any more')
}
