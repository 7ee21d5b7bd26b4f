import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { applyChange, emptyState, type Change } from '../../src/db/merge.ts'
import { stampOf } from '../../src/db/stamp.ts'
import { anyHistory, anyPicks, deliver, specifiedLive, type History } from './history.ts'
import { patience, runs, untilFound } from './runs.ts'
import { inOneOrder } from './states.ts'
import { wrongMerges, type Merge } from './wrong-merges.ts'

type Place = { record: string; field: string }

const placesOf = (history: History): Place[] =>
  history.flat().flatMap(({ record, set }) => Object.keys(set).map((field) => ({ record, field })))

/** Whether, after every single change, every field holds exactly the versions that the specification names. */
function followsAllTheWay(merge: Merge, history: History, sequence: readonly Change[]): boolean {
  const places = placesOf(history)
  const received = new Set<Change>()
  let state = emptyState
  return sequence.every((change) => {
    state = merge(state, change)
    received.add(change)
    return places.every(({ record, field }) => {
      const live = state.records[record]?.registers[field]?.live ?? {}
      return isDeepStrictEqual(live, Object.fromEntries(specifiedLive([...received], record, field)))
    })
  })
}

const follows = (merge: Merge, order = deliver) =>
  fc.property(anyHistory, anyPicks, (history, picks) =>
    followsAllTheWay(merge, history, order(history, picks)),
  )

/** The same changes, but each device's own come in any order. */
const outOfOrder = (history: History, picks: readonly number[]): Change[] =>
  history
    .flat()
    .map((change, at) => ({ change, rank: picks[at % Math.max(1, picks.length)] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ change }) => change)

describe('the merge rule', () => {
  test(
    'holds at every step exactly the versions that no received change has replaced',
    { timeout: patience },
    () => {
      fc.assert(follows(applyChange), runs())
    },
  )

  test(
    'comes to the same state in whatever order the devices are heard, and however often',
    { timeout: patience },
    () => {
      fc.assert(
        fc.property(anyHistory, anyPicks, anyPicks, (history, one, other) => {
          const [left, right] = [one, other].map((picks) =>
            inOneOrder(deliver(history, picks).reduce(applyChange, emptyState)),
          )
          return isDeepStrictEqual(left, right)
        }),
        runs(),
      )
    },
  )

  test(
    'lets no version vanish that nobody replaced, and remembers nothing once all is heard',
    { timeout: patience },
    () => {
      fc.assert(
        fc.property(anyHistory, anyPicks, (history, picks) => {
          const state = deliver(history, picks).reduce(applyChange, emptyState)
          for (const change of history.flat()) {
            const stamp = stampOf(change.device, change.seq)
            for (const [field, value] of Object.entries(change.set)) {
              const register = state.records[change.record]?.registers[field]
              const isReplaced = history
                .flat()
                .some((other) => other.record === change.record && other.over[field]?.includes(stamp))
              expect(register?.live[stamp]?.value).toBe(isReplaced ? undefined : value)
              expect(register?.ahead).toEqual([])
            }
          }
        }),
        runs(0.25),
      )
    },
  )

  test('hears a change a second time without any effect', () => {
    fc.assert(
      fc.property(anyHistory, anyPicks, (history, picks) => {
        const state = deliver(history, picks).reduce(applyChange, emptyState)
        return history.flat().every((change) => applyChange(state, change) === state)
      }),
      runs(0.25),
    )
  })

  test('keeps kinds and fields that this version of the app does not know', () => {
    const change: Change = {
      record: 'r',
      kind: 'dovecote',
      device: 'a',
      seq: 1,
      time: 1,
      set: { doves: { white: 3 } },
      over: {},
    }
    const live = { 'a:1': { value: { white: 3 }, time: 1 } }
    expect(applyChange(emptyState, change).records).toEqual({
      r: { kind: 'dovecote', registers: { doves: { live, ahead: [] } } },
    })
  })
})

describe('the property above', () => {
  test.each(wrongMerges)('catches a rule that $does', { timeout: patience }, ({ merge }) => {
    expect(fc.check(follows(merge), untilFound).failed).toBe(true)
  })

  test("catches one device's changes that come out of order", () => {
    expect(fc.check(follows(applyChange, outOfOrder), untilFound).failed).toBe(true)
  })

  test('catches a rule that lets the last change win', () => {
    const lastWins: Merge = (state, change) => {
      const held = state.records[change.record]?.registers ?? {}
      const all = Object.keys(change.set).map((field) => [field, Object.keys(held[field]?.live ?? {})])
      return applyChange(state, { ...change, over: Object.fromEntries(all) as Change['over'] })
    }
    expect(fc.check(follows(lastWins), untilFound).failed).toBe(true)
  })
})
