import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { keepExchanging, pauseAfter } from '../../src/sync/loop.ts'
import { readSafety } from '../../src/sync/status.ts'
import { edit } from '../db/notebook.ts'
import { found, newId, Server, write, type Tablet } from './town.ts'

describe('the pause after a round that failed', () => {
  it('doubles up to five minutes, and is never the same for all', () => {
    expect([1, 2, 3, 4].map((failures) => pauseAfter(failures, 1))).toEqual([2000, 4000, 8000, 16_000])
    expect(pauseAfter(30, 1)).toBe(5 * 60 * 1000)
    expect(pauseAfter(3, 0)).toBe(4000)
  })
})

/** A loop whose pauses end when the test says so. */
function loopOf({ exchange }: Tablet) {
  const pauses: number[] = []
  let next: (() => void) | undefined
  const problems: unknown[] = []
  const loop = keepExchanging(exchange, {
    alone: (job) => job(),
    later(milliseconds, job) {
      pauses.push(milliseconds)
      next = job
      return () => (next = undefined)
    },
    chance: () => 1,
    report: (error) => problems.push(error),
  })
  const untilPause = async (count: number): Promise<void> => {
    while (pauses.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { loop, pauses, problems, untilPause, goOn: () => next?.() }
}

const waitingOn = async (tablet: Tablet): Promise<number> =>
  (await readSafety(await tablet.notebook())).waiting

describe('the loop', () => {
  it('sends what was written, waits longer with each failure, and goes on at once when it is woken', async () => {
    const server = new Server()
    const helga = await found(server)
    await write(helga, edit(newId(), 'note', { text: 'waits' }))
    server.line = () => Promise.reject(new TypeError('no network'))
    const { loop, pauses, problems, untilPause, goOn } = loopOf(helga)
    await untilPause(1)
    goOn()
    await untilPause(2)
    expect(pauses).toEqual([2000, 4000])
    expect(await waitingOn(helga)).toBe(1)
    server.line = (send) => send()
    loop.wake()
    await untilPause(3)
    expect(pauses[2]).toBe(5 * 60 * 1000)
    expect(await waitingOn(helga)).toBe(0)
    expect(problems).toEqual([])
    loop.stop()
  })

  it('keeps what a full exchange has no room for, says so, and sends it once there is room', async () => {
    const server = new Server()
    const helga = await found(server)
    await write(helga, edit(newId(), 'note', { text: 'no room' }))
    server.giveRoom(1)
    const { loop, problems, untilPause, goOn } = loopOf(helga)
    await untilPause(1)
    const full = await readSafety(await helga.notebook())
    expect([full.stopped, full.waiting, full.safeAt]).toEqual(['full', 1, undefined])
    server.giveRoom(1_000_000)
    goOn()
    await untilPause(2)
    const sent = await readSafety(await helga.notebook())
    expect([sent.stopped, sent.waiting]).toEqual([undefined, 0])
    expect(problems).toEqual([])
    loop.stop()
  })

  it('goes on when a full disk takes nothing at all, and sends once there is room', async () => {
    const server = new Server()
    const helga = await found(server)
    await write(helga, edit(newId(), 'note', { text: 'no room here' }))
    let isFull = true
    const { meta } = helga.exchange.tables
    const refuse = (): void => {
      if (isFull) throw new DOMException('no room', 'QuotaExceededError')
    }
    meta.hook('creating', refuse)
    meta.hook('updating', refuse)
    meta.hook('deleting', refuse)
    server.giveRoom(1)
    const { loop, problems, untilPause, goOn } = loopOf(helga)
    await untilPause(1)
    expect(problems.length).toBeGreaterThan(0)
    isFull = false
    server.giveRoom(1_000_000)
    goOn()
    await untilPause(2)
    expect(await waitingOn(helga)).toBe(0)
    loop.stop()
  })
})
