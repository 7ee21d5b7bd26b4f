import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksOf, doubtIn, tieOf, type Doubt } from '../../../src/features/fit/doubts.ts'

describe('a link', () => {
  it('that rests or is over is in doubt, whenever it began', () =>
    fc.assert(
      fc.property(fc.constantFrom('resting', 'ended'), fc.array(fc.string()), (state, dates) => {
        expect(doubtIn(state, dates)).toBe(state)
      }),
    ))

  it.each([
    ['1913', ''],
    ['1914-08-01', 'wartime'],
    ['1918', 'wartime'],
    ['1919', ''],
    ['1938-12', ''],
    ['1939', 'wartime'],
    ['1945-05-09', 'wartime'],
    ['1946', ''],
    ['194', ''],
    ['', ''],
  ])('that began in %j is %j', (date, doubt) => expect(doubtIn('active', [date])).toBe(doubt))

  it('began on the earliest of its dates', () => {
    expect(doubtIn('active', ['1964', '1944'])).toBe('wartime')
    expect(doubtIn('active', ['1944', '1936'])).toBe('')
    expect(doubtIn('active', [])).toBe('')
  })

  it('is the same from both sides', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(tieOf(a, b)).toBe(tieOf(b, a))
      }),
    ))
})

describe('what has to be checked', () => {
  const spots = new Map(
    [
      ['home', 'DE'],
      ['one', 'GB'],
      ['other', 'PL'],
      ['far', 'HU'],
      ['port', 'RU'],
    ].map(([name = '', country = '']) => [name, { name, country }] as const),
  )
  const seen = (...doubts: [string, string, Doubt][]) => ({
    home: 'home',
    spots,
    doubts: new Map(doubts.map(([a, b, why]) => [tieOf(a, b), why])),
  })

  it('are the links that a reason speaks of, each once, and no others', () => {
    const known = seen(
      ['one', 'home', 'resting'],
      ['far', 'one', 'ended'],
      ['other', 'one', 'wartime'],
      ['home', 'other', ''],
    )
    const network = { part: 'network' as const, points: 1, via: ['one', 'other'] }
    const friends = { part: 'friends' as const, points: 1, via: ['one', 'other'] }
    expect(checksOf(known, 'far', [network])).toEqual([
      { why: 'resting', towns: ['home', 'one'] },
      { why: 'ended', towns: ['one', 'far'] },
    ])
    expect(checksOf(known, 'far', [friends, network]).map(({ why }) => why)).toEqual([
      'resting',
      'wartime',
      'ended',
    ])
    expect(checksOf(known, 'far', [{ part: 'region', points: 1, via: ['other', 'one'] }])).toEqual([
      { why: 'wartime', towns: ['other', 'one'] },
    ])
    expect(checksOf(known, 'far', [{ part: 'size', points: 1 }])).toEqual([])
  })

  it('are towns of countries at war, suggested or in between', () => {
    expect(checksOf(seen(), 'port', [])).toEqual([{ why: 'war', towns: ['port'] }])
    expect(checksOf(seen(), 'far', [{ part: 'network', points: 1, via: ['port'] }])).toEqual([
      { why: 'war', towns: ['port'] },
    ])
    expect(checksOf(seen(), 'far', [{ part: 'network', points: 1, via: ['one'] }])).toEqual([])
  })
})
