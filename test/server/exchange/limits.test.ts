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
    ['2001:0DB8:0001:2::6', '2001:db8:1:2'],
  ])('of %s counts as %s', (socket, counted) => expect(addressOf(socket, null)).toBe(counted))

  it('is what a trusted proxy saw, never what the asker says of itself', () => {
    expect(addressOf('127.0.0.1', '10.0.0.1, 203.0.113.9')).toBe('203.0.113.9')
    expect(addressOf('127.0.0.1', '')).toBe('127.0.0.1')
    expect(addressOf(undefined, null)).toBe('')
    expect(addressOf('127.0.0.1', '203.0.113.9:4711')).toBe('203.0.113.9')
    expect(addressOf('127.0.0.1', '[2001:db8:1:2::6]:4711')).toBe('2001:db8:1:2')
  })

  it('is the proxy’s own where what it says is no address', () => {
    for (const said of ['unknown', '203.0.113.999', 'a'.repeat(5000), '1:2', '::1, nobody'])
      expect(addressOf('127.0.0.1', said)).toBe('127.0.0.1')
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

  it('remembers ten thousand of a million, those that asked last', { timeout: 60_000 }, () => {
    const often = makeOften({ burst: 1, perMinute: 60 }, () => 0)
    for (let count = 0; count < 1_000_000; count += 1) often.take(`${count}`)
    expect([often.take('999999'), often.take('991001')]).toEqual([1, 1])
    expect([often.take('989000'), often.take('0')]).toEqual([0, 0])
  })

  it('forgets nobody who goes on asking, however many others come', () => {
    const often = makeOften({ burst: 1, perMinute: 60 }, () => 0)
    often.take('a')
    for (let count = 0; count < 30_000; count += 1) {
      often.take(`${count}`)
      if (count % 5000 === 0) expect(often.take('a')).toBe(1)
    }
    expect(often.wait('a')).toBe(1)
  })
})
