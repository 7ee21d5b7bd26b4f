import { describe, expect, it } from 'vitest'
import { makeBell, type Listener } from '../../../src/server/exchange/bell.ts'
import { readBody } from '../../../src/server/exchange/body.ts'
import { makeCrowd } from '../../../src/server/exchange/crowd.ts'
import { isCrowded } from '../../../src/server/exchange/names.ts'
import { Refused } from '../../../src/server/exchange/refuse.ts'
import { readEntry } from '../../../src/shared/roster/entry.ts'
import type { Roster, RosterSlip } from '../../../src/shared/roster/roster.ts'
import { newId } from '../../../src/shared/ids.ts'
import { foundAt } from './circle.ts'
import { day, openExchange } from './house.ts'

const refusalOf = (job: () => unknown): string => {
  try {
    job()
  } catch (error) {
    if (error instanceof Refused) return error.reason
    throw error
  }
  return 'none'
}

describe('questions under way', () => {
  it('are sixteen of one device, until one is answered', () => {
    const crowd = makeCrowd()
    const leave = Array.from({ length: 16 }, () => crowd.enter('space', 'one'))
    expect(refusalOf(() => crowd.enter('space', 'one'))).toBe('busy')
    leave[0]?.()
    leave[0]?.()
    crowd.enter('space', 'one')
    expect(refusalOf(() => crowd.enter('space', 'one'))).toBe('busy')
    crowd.enter('other', 'one')
  })

  it('leave a place for each device that has none, however many others have', () => {
    const crowd = makeCrowd()
    for (let count = 0; count < 48; count += 1) crowd.enter('space', `${count % 3}`)
    crowd.enter('space', 'honest')
    expect(refusalOf(() => crowd.enter('space', 'honest'))).toBe('busy')
  })
})

describe('streams of news', () => {
  it('are four hundred in a space; whoever has most gives way', () => {
    const bell = makeBell()
    const ended: string[] = []
    const listen = (who: string): void => {
      const listener: Listener = { who, rung: () => undefined, end: () => ended.push(who) }
      bell.listen('space', listener)
    }
    listen('honest')
    for (let count = 0; count < 420; count += 1) listen(`hostile ${count % 140}`)
    expect(ended).toHaveLength(21)
    expect(ended).not.toContain('honest')
  })

  it('end at once where the exchange has stopped', () => {
    const bell = makeBell()
    bell.stop()
    let isOver = false
    bell.listen('space', { who: 'late', rung: () => undefined, end: () => (isOver = true) })
    expect(isOver).toBe(true)
  })
})

it('a body that comes too slowly is given up by name', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(1)),
  })
  const init = { method: 'POST', body, duplex: 'half' }
  const request = new Request('http://localhost/', init)
  await expect(readBody(request, 1000, 50)).rejects.toMatchObject({ reason: 'too-slow' })
})

describe('a roster', () => {
  it('grows by one member’s coming and going only so far, and by all so far', async () => {
    const there = openExchange()
    const { founder } = await foundAt(there)
    const roster = await founder.roster()
    const own = newId()
    const { entry } = await founder.issue(roster, 'member', there.clock.now + day, own)
    const read = readEntry(entry.bytes)
    const withSlips = (count: number, memberOf: (at: number) => string): Roster => ({
      ...roster,
      slips: new Map(
        Array.from({ length: count }, (_, at) => [
          newId(),
          { member: memberOf(at), state: 'used' } as RosterSlip,
        ]),
      ),
    })
    expect(
      isCrowded(
        withSlips(199, () => own),
        read,
      ),
    ).toBe(false)
    expect(
      isCrowded(
        withSlips(200, () => own),
        read,
      ),
    ).toBe(true)
    expect(
      isCrowded(
        withSlips(1998, (at) => `${at}`),
        read,
      ),
    ).toBe(false)
    expect(
      isCrowded(
        withSlips(1999, (at) => `${at}`),
        read,
      ),
    ).toBe(true)
    const slip = withSlips(2500, (at) => `${at}`)
    const revoke = await founder.sign(roster, 'revoke', { slip: newId() })
    expect(isCrowded(slip, readEntry(revoke.bytes))).toBe(false)
  })
})
