import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { joinStates } from '../../src/db/join.ts'
import { applyChange, emptyState, setFields, type Change, type State } from '../../src/db/merge.ts'
import { anyHistory, anyLengths, anyPicks, cut, deliver, specifiedLive, type History } from './history.ts'
import { patience, runs, untilFound } from './runs.ts'
import { inOneOrder } from './states.ts'

const stateOf = (history: History, lengths: readonly number[], picks: readonly number[]): State =>
  deliver(cut(history, lengths), picks).reduce(applyChange, emptyState)

const alike = (x: State, y: State): boolean => isDeepStrictEqual(inOneOrder(x), inOneOrder(y))
const longer = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((length, at) => Math.max(length, b[at] ?? 0))

/** A state with unsent changes in it, as they stand in a device's own tables: `seen` knows nothing of them. */
function withUnsent(state: State, unsent: readonly Change[]): State {
  return unsent.reduce(({ seen, records }, change) => {
    const registers = setFields(records[change.record]?.registers ?? {}, change, {})
    return { seen, records: { ...records, [change.record]: { kind: change.kind, registers } } }
  }, state)
}

const anyUnsent = fc.array(
  fc.record({
    field: fc.constantFrom('name', 'town'),
    value: fc.nat(2),
    time: fc.nat(4),
    hidden: fc.nat(15),
  }),
  { maxLength: 3 },
)
type Unsent = typeof anyUnsent extends fc.Arbitrary<infer T> ? T : never

/** Device 0's unsent changes (me, 0), (me, -1) ... of record a, each over some of what stood there before. */
function unsentChanges(known: readonly Change[], wishes: Unsent): Change[] {
  const made: Change[] = []
  for (const { field, value, time, hidden } of wishes) {
    const live = [...specifiedLive([...known, ...made], 'a', field).keys()]
    const over = { [field]: live.filter((_, at) => ((hidden >> at) & 1) === 0) }
    made.push({
      record: 'a',
      kind: 'note',
      device: 'device-0',
      seq: 0 - made.length,
      time,
      set: { [field]: value },
      over,
    })
  }
  return made
}

describe('the join of two states', () => {
  test('is the state of one that heard what either has heard', { timeout: patience }, () => {
    fc.assert(
      fc.property(anyHistory, anyLengths, anyLengths, anyPicks, anyPicks, (history, a, b, one, other) =>
        alike(
          joinStates(stateOf(history, a, one), stateOf(history, b, other)),
          stateOf(history, longer(a, b), one),
        ),
      ),
      runs(),
    )
  })

  test('is the same from either side, in any grouping, and with itself', { timeout: patience }, () => {
    const threeLengths = fc.tuple(anyLengths, anyLengths, anyLengths)
    fc.assert(
      fc.property(anyHistory, threeLengths, anyPicks, (history, [a, b, c], picks) => {
        const [x, y, z] = [stateOf(history, a, picks), stateOf(history, b, picks), stateOf(history, c, [])]
        expect(alike(joinStates(x, y), joinStates(y, x))).toBe(true)
        expect(alike(joinStates(joinStates(x, y), z), joinStates(x, joinStates(y, z)))).toBe(true)
        expect(alike(joinStates(x, x), x)).toBe(true)
        expect(alike(joinStates(x, emptyState), x)).toBe(true)
      }),
      runs(0.5),
    )
  })

  test('goes on like any other state when more changes come', { timeout: patience }, () => {
    fc.assert(
      fc.property(anyHistory, anyLengths, anyLengths, anyPicks, (history, a, b, picks) => {
        const joined = joinStates(stateOf(history, a, picks), stateOf(history, b, []))
        return alike(
          deliver(history, picks).reduce(applyChange, joined),
          deliver(history, []).reduce(applyChange, emptyState),
        )
      }),
      runs(0.5),
    )
  })

  test('keeps unsent changes, and what they replaced stays replaced', { timeout: patience }, () => {
    fc.assert(
      fc.property(anyHistory, anyLengths, anyLengths, anyPicks, anyUnsent, (history, a, b, picks, wishes) => {
        // Nobody knows more of a device's chain than itself.
        const mine = [99, ...a.slice(1)]
        const known = cut(history, mine).flat()
        const unsent = unsentChanges(known, wishes)
        const [here, there] = [withUnsent(stateOf(history, mine, picks), unsent), stateOf(history, b, picks)]
        const joined = joinStates(here, there)
        const all = [...cut(history, longer(mine, b)).flat(), ...unsent]
        for (const field of ['name', 'town']) {
          const live = joined.records['a']?.registers[field]?.live ?? {}
          expect(live).toEqual(Object.fromEntries(specifiedLive(all, 'a', field)))
        }
        expect(alike(joined, joinStates(there, here))).toBe(true)
        expect(alike(joinStates(joined, there), joined)).toBe(true)
        expect(alike(joinStates(joined, joined), joined)).toBe(true)
      }),
      runs(0.5),
    )
  })

  test('keeps the first and the second unsent change of a record beside what came', () => {
    const version = (value: string) => ({ value, time: 1 })
    const register = (live: Record<string, { value: string; time: number }>) => ({
      r: { kind: 'note', registers: { text: { live, ahead: [] } } },
    })
    const here: State = {
      seen: { me: 4 },
      records: register({ 'me:0': version('a'), 'me:-1': version('b') }),
    }
    const there: State = {
      seen: { me: 4, you: 2 },
      records: register({ 'me:4': version('old'), 'you:2': version('c') }),
    }
    const live = { 'me:0': version('a'), 'me:-1': version('b'), 'you:2': version('c') }
    expect(joinStates(here, there)).toEqual({ seen: { me: 4, you: 2 }, records: register(live) })
  })

  test('would fail if it kept what the other has replaced, or forgot what the other never heard', () => {
    const keepsAll = (x: State, y: State): State => joinStates({ ...x, seen: {} }, { ...y, seen: {} })
    const forgetsUnheard = (x: State, y: State): State => {
      const seen = { ...x.seen, ...y.seen }
      return joinStates({ ...x, seen }, { ...y, seen })
    }
    for (const wrong of [keepsAll, forgetsUnheard]) {
      const property = fc.property(anyHistory, anyLengths, anyLengths, anyPicks, (history, a, b, picks) => {
        const { records } = wrong(stateOf(history, a, picks), stateOf(history, b, picks))
        return alike(
          { seen: {}, records },
          { seen: {}, records: stateOf(history, longer(a, b), picks).records },
        )
      })
      expect(fc.check(property, untilFound).failed).toBe(true)
    }
  })
})
