import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { endpoints } from '../../../src/shared/exchange/endpoints.ts'
import { requestOf } from './caller.ts'
import { foundAt, type TestDevice } from './circle.ts'
import { day, openExchange, type TestExchange } from './house.ts'

let there: TestExchange
let founder: TestDevice
let member: TestDevice
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  there = openExchange()
  founder = (await foundAt(there)).founder
  member = await founder.invite('member', there.clock.now + day)
})
afterEach(() => vi.useRealTimers())

async function listen(device: TestDevice) {
  const request = requestOf(there.url + endpoints.poke.path, '{}', {
    Authorization: `Bearer ${device.token}`,
  })
  const response = await there.fetch(request)
  const reader = response.body?.getReader()
  if (!reader) throw new Error('no stream')
  const next = async () => {
    const { value, done } = await reader.read()
    return done ? 'end' : new TextDecoder().decode(value)
  }
  return { next, cancel: () => reader.cancel() }
}

const write = async () => member.push('new', await member.seal(await member.roster(), 1))

describe('a stream of pokes', () => {
  it('says at once that there may be news, and then each time that there is', async () => {
    const { next } = await listen(founder)
    expect(await next()).toBe('new\n')
    await write()
    expect(await next()).toBe('new\n')
    await founder.invite('reader', there.clock.now + day)
    expect([await next(), await next()]).toEqual(['new\n', 'new\n'])
  })

  it('is silent about what was there already, and about other spaces', async () => {
    const run = await member.seal(await member.roster(), 1)
    await member.push('new', run)
    const { next } = await listen(founder)
    expect(await next()).toBe('new\n')
    await member.push('new', run)
    const { founder: other } = await foundAt(there)
    await other.push('new', await other.seal(await other.roster(), 1))
    vi.advanceTimersByTime(25_000)
    expect(await next()).toBe('\n')
  })

  it('says something every 25 seconds, until the token ends', async () => {
    const { next } = await listen(founder)
    await next()
    for (let count = 0; count < 3; count += 1) {
      vi.advanceTimersByTime(25_000)
      expect(await next()).toBe('\n')
    }
    there.clock.now += 15 * 60_000
    vi.advanceTimersByTime(25_000)
    expect(await next()).toBe('end')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('keeps no more than a few lines for who does not read, and never loses the news', async () => {
    const { next } = await listen(founder)
    for (let count = 0; count < 50; count += 1) vi.advanceTimersByTime(25_000)
    await write()
    const lines: string[] = []
    for (let line = await next(); line !== 'end' && lines.length < 20; line = await next()) {
      lines.push(line)
      if (line === 'new\n' && lines.length > 1) break
    }
    expect(lines.length).toBeLessThanOrEqual(8)
    expect(lines.at(-1)).toBe('new\n')
  })

  it('ends when its reader goes, and when the exchange stops', async () => {
    const gone = await listen(founder)
    await gone.cancel()
    expect(vi.getTimerCount()).toBe(0)
    const stays = await listen(founder)
    await stays.next()
    there.stop()
    expect(await stays.next()).toBe('end')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is there four times for one device, the oldest gives way', async () => {
    const streams = [
      await listen(founder),
      await listen(founder),
      await listen(founder),
      await listen(founder),
    ]
    for (const { next } of streams) await next()
    await listen(member)
    await listen(founder)
    expect(await streams[0]?.next()).toBe('end')
    await write()
    expect(await streams[1]?.next()).toBe('new\n')
  })
})
