import { describe, expect, it } from 'vitest'
import { isContradictory, sinceOf } from '../../src/records/partnership-since.ts'
import type { Fields } from '../../src/shared/value.ts'

const dates = (...all: readonly (readonly [date: string, type: string, counts: string])[]): Fields =>
  Object.fromEntries(
    all.map(([date, type, counts], at) => [`dates/${at}`, { date, type, counts, source: '' }]),
  )

describe('since when a partnership counts', () => {
  it('is its earliest date that a side counts', () =>
    expect(
      sinceOf(
        dates(
          ['1992', 'signedHere', 'both'],
          ['1991-05', 'signedThere', 'there'],
          ['1988', 'firstContact', 'nobody'],
        ),
      ),
    ).toBe('1991-05'))
  it('is unknown where nobody counts or knows', () => {
    expect(sinceOf(dates(['1988', 'firstContact', 'nobody'], ['', 'signedHere', 'both']))).toBe('')
    expect(sinceOf({})).toBe('')
  })
})

describe('dates of a partnership', () => {
  it('contradict where the same thing has two', () =>
    expect(isContradictory(dates(['1978', 'signedHere', 'both'], ['1975', 'signedHere', 'there']))).toBe(
      true,
    ))
  it('agree where one is only known better, or where they are of different things', () => {
    expect(isContradictory(dates(['1978', 'signedHere', 'both'], ['1978-05-03', 'signedHere', 'both']))).toBe(
      false,
    )
    expect(isContradictory(dates(['1978', 'signedHere', 'both'], ['1979', 'signedThere', 'both']))).toBe(
      false,
    )
    expect(isContradictory(dates(['1978', 'renewed', 'both'], ['1998', 'renewed', 'both']))).toBe(false)
  })
})
