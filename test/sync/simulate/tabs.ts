import type { Tablet } from './tablet.ts'
import type { World } from './world.ts'

/** What each tab has of its own; all else is the tablet's. */
type OwnPart = Pick<Tablet, 'index' | 'name' | 'tab' | 'isStale' | 'isUpdating'>

const isOwn = (own: OwnPart, key: string | symbol): key is keyof OwnPart => key in own

/** The same tablet as its second tab: the same disk, name and rights, and the same lock around each exchange. */
function secondOf(tablet: Tablet, index: number): Tablet {
  const name = `${tablet.name}'s second tab ${index}`
  const own: OwnPart = { index, name, tab: undefined, isStale: false, isUpdating: false }
  return new Proxy(tablet, {
    get: (one, key): unknown => (isOwn(own, key) ? own[key] : Reflect.get(one, key)),
    set: (one, key, value) => Reflect.set(isOwn(own, key) ? own : one, key, value),
  })
}

/** Somebody opens the app once more on the same tablet. */
export function openAgain(world: World, tablet: Tablet): void {
  const second = secondOf(tablet, world.tablets.length)
  tablet.hasSecond = true
  world.tablets.push(second)
  world.told.tabs += 1
  world.say(`${second.name} is opened`)
}
