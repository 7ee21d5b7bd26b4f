import type { Tab, Tablet } from './tablet.ts'
import { begin } from './under-way.ts'
import type { World } from './world.ts'

/** Whether it is in the notebook, open, has a network and nothing to do with it just now. */
export const isThere = ({ isGone, isShared, isOnline, isExchanging, tab, own }: Tablet): boolean =>
  !isGone && isShared && isOnline && !isExchanging && tab?.life.isOver === false && !own.joining

type Verb = (world: World, tablet: Tablet, tab: Tab) => Promise<void>

/** Somebody does something, whatever the weather. */
export async function calmly(world: World, tablet: Tablet, verb: Verb): Promise<void> {
  const { weather } = world
  const { tab } = tablet
  if (!tab) return
  world.calmDown()
  tab.life.fuse = Infinity
  world.say(`${tablet.name} ${verb.name}, calmly`)
  await begin(world, tablet, 'exchange', tab.life, () => verb(world, tablet, tab))
  world.weather = weather
}
