import { utf8 } from '../../shared/bytes.ts'
import { roleNow } from '../../shared/roster/roster.ts'
import type { Asker, House } from './house.ts'

const beat = 25_000
/** Lines that may wait for a slow reader. */
const most = 8

/** Whether this device may still hear of the space: at once no more, however long its token would hold. */
async function isStillIn({ rosters }: House, { space, id }: Asker): Promise<boolean> {
  const roster = await rosters.of(space)
  return roster !== undefined && roleNow(roster, id) !== undefined
}

/** The lines of `endpoints.poke`. */
export function poke(house: House, asker: Asker): ReadableStream<Uint8Array> {
  const { bell, now, report } = house
  let leave = (): void => undefined
  const begin = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    let isOver = false
    // A reader that doesn't keep up needs no second `new` behind one that waits; an empty line never takes the last place.
    const say = (line: string, leaving: number): void => {
      if (!isOver && (controller.desiredSize ?? 0) > leaving) controller.enqueue(utf8(`${line}\n`))
    }
    const end = (): void => {
      leave()
      controller.close()
    }
    const rung = (): void =>
      void isStillIn(house, asker)
        .then((isIn) => (isIn ? say('new', 0) : isOver || end()))
        .catch(report)
    const timer = setInterval(() => (now() < asker.expires ? say('', 1) : end()), beat)
    leave = () => {
      isOver = true
      clearInterval(timer)
      stop()
    }
    let stop = (): void => undefined
    say('new', 0)
    stop = bell.listen(asker.space, { who: asker.id, rung, end })
  }
  return new ReadableStream({ start: begin, cancel: () => leave() }, { highWaterMark: most })
}
