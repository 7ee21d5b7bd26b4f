import { describe, expect, it } from 'vitest'
import { addressOf } from '../../../src/server/exchange/address.ts'
import { makeOften } from '../../../src/server/exchange/often.ts'

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::', 'fe80:0:0:0'],
  ])('of %s counts as %s', (socket, counted) => expect(addressOf(socket, null)).toBe(counted))

  it('is what a trusted proxy saw, never what the asker says of itself', () => {
    expect(addressOf('127.0.0.1', '10.0.0.1, 203.0.113.9')).toBe('203.0.113.9')
    expect(addressOf('127.0.0.1', '')).toBe('127.0.0.1')
    expect(addressOf(undefined, null)).toBe('')
  })
})

describe('how often one may ask', () => {
  it('fills up again in time, and never above the burst', () => {
    const clock = { now: 0 }
    const often = makeOften({ burst: 2, perMinute: 60 }, () => clock.now)
    expect([often.take('a'), often.take('a'), often.take('a')]).toEqual([0, 0, 1])
    expect(often.take('b')).toBe(0)
    clock.now += 1000
    expect([often.take('a'), often.take('a')]).toEqual([0, 1])
    clock.now += 3_600_000
    expect([often.wait('a'), often.take('a'), often.take('a'), often.take('a')]).toEqual([0, 0, 0, 1])
  })

  it('survives a clock that is set back', () => {
    const clock = { now: 1_000_000 }
    const often = makeOften({ burst: 1, perMinute: 60 }, () => clock.now)
    often.take('a')
    clock.now = 0
    expect(often.take('a')).toBe(1)
    clock.now += 1000
    expect(often.take('a')).toBe(0)
  })

  it('forgets who has not asked for long', () => {
    const clock = { now: 0 }
    const often = makeOften({ burst: 1, perMinute: 60 }, () => clock.now)
    for (let count = 0; count < 25_000; count += 1) often.take(`${count}`)
    expect(often.take('24999')).toBe(1)
  })
})
