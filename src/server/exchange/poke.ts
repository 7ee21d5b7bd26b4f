import { utf8 } from '../../shared/bytes.ts'
import type { Asker, House } from './house.ts'

const beat = 25_000
/** Lines that may wait for a slow reader. */
const most = 8

/** The lines of `endpoints.poke`. */
export function poke({ bell, now }: House, { space, id, expires }: Asker): ReadableStream<Uint8Array> {
  let leave = (): void => undefined
  const begin = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    // A reader that doesn't keep up needs no second `new` behind one that waits; an empty line never takes the last place.
    const say = (line: string, leaving: number): void => {
      if ((controller.desiredSize ?? 0) > leaving) controller.enqueue(utf8(`${line}\n`))
    }
    const end = (): void => {
      leave()
      controller.close()
    }
    const timer = setInterval(() => (now() < expires ? say('', 1) : end()), beat)
    const stop = bell.listen(space, { who: id, rung: () => say('new', 0), end })
    leave = () => {
      clearInterval(timer)
      stop()
    }
    say('new', 0)
  }
  return new ReadableStream({ start: begin, cancel: () => leave() }, { highWaterMark: most })
}
