import fc from 'fast-check'
import type { Change, Version } from '../../src/db/merge.ts'
import { stampOf, type Stamp } from '../../src/db/stamp.ts'

/** The chains of several devices: `history[d]` is what device d wrote, in its order. */
export type History = readonly (readonly Change[])[]

type Write = { field: string; value: number; hidden: number }
type Step =
  | { does: 'hear'; device: number; from: number; most: number }
  | { does: 'write'; device: number; record: string; time: number; ago: number; writes: readonly Write[] }

const nameOf = (device: number): string => `device-${device}`

/**
 * The specification, and all that is trusted here: a version lives unless a received change names it in `over`.
 * The live versions of one field, for a set of received changes in any order.
 */
export function specifiedLive(
  received: readonly Change[],
  record: string,
  field: string,
): Map<Stamp, Version> {
  const here = received.filter((change) => change.record === record && field in change.set)
  const named = new Set(here.flatMap((change) => change.over[field] ?? []))
  const living = here.filter((change) => !named.has(stampOf(change.device, change.seq)))
  return new Map(
    living.map((change) => [
      stampOf(change.device, change.seq),
      { value: change.set[field] ?? null, time: change.time },
    ]),
  )
}

/** What device d has after it heard `heard[e]` changes of each device e. */
const heardOf = (history: History, heard: readonly number[]): Change[] =>
  history.flatMap((chain, device) => chain.slice(0, heard[device]))

function write(history: readonly Change[][], heard: readonly number[], step: Step & { does: 'write' }): void {
  const chain = history[step.device] ?? []
  const seen = heardOf(history, heard)
  const over = step.writes.map(({ field, hidden }): [string, Stamp[]] => {
    const live = [...specifiedLive(seen, step.record, field).keys()]
    // What hid behind "two versions" was not shown, so it isn't replaced.
    return [field, live.filter((_, at) => ((hidden >> at) & 1) === 0)]
  })
  chain.push({
    record: step.record,
    kind: 'note',
    device: nameOf(step.device),
    seq: chain.length + 1,
    time: step.time,
    set: Object.fromEntries(step.writes.map(({ field, value }) => [field, value])),
    over: Object.fromEntries(over),
  })
}

/** Plays the steps: devices hear of each other in any order and write over what they held, or had held a while ago. */
function play(devices: number, steps: readonly Step[]): History {
  const history: Change[][] = Array.from({ length: devices }, () => [])
  const views = history.map(() => [history.map(() => 0)])
  for (const raw of steps) {
    const step = { ...raw, device: raw.device % devices }
    const mine = views[step.device] ?? []
    const now = [...(mine.at(-1) ?? [])]
    if (step.does === 'hear') {
      const from = step.from % devices
      if (from !== step.device) now[from] = Math.min((now[from] ?? 0) + step.most, history[from]?.length ?? 0)
    } else {
      // A form that was opened some steps ago shows what there was then.
      write(history, mine.at(-1 - Math.min(step.ago, mine.length - 1)) ?? now, step)
      now[step.device] = history[step.device]?.length ?? 0
    }
    mine.push(now)
  }
  return history
}

const anyDevice = fc.nat(5)
const anyWrite = fc.record({
  field: fc.constantFrom('name', 'town', 'phones/1'),
  // Few values and few times, so that equal ones meet.
  value: fc.nat(2),
  hidden: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(15) }),
})
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant('hear' as const),
    device: anyDevice,
    from: anyDevice,
    most: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    does: fc.constant('write' as const),
    device: anyDevice,
    record: fc.oneof({ weight: 4, arbitrary: fc.constant('a') }, { weight: 1, arbitrary: fc.constant('b') }),
    time: fc.nat(4),
    ago: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) }),
    writes: fc.uniqueArray(anyWrite, { minLength: 1, maxLength: 3, selector: (one) => one.field }),
  }),
)

/** Three to six devices and what they wrote. */
export const anyHistory: fc.Arbitrary<History> = fc
  .tuple(fc.integer({ min: 3, max: 6 }), fc.array(anyStep, { maxLength: 30 }))
  .map(([devices, steps]) => play(devices, steps))

/** In which order a receiver meets the changes: each number picks a device, or something to hear again. */
export const anyPicks = fc.array(fc.nat(999), { maxLength: 40 })

/** All changes of a history in an order that keeps each device's own; some come more than once. */
export function deliver(history: History, picks: readonly number[]): Change[] {
  const next = history.map(() => 0)
  const sequence: Change[] = []
  for (const pick of picks) {
    const device = pick % history.length
    const again = pick % 4 === 0 && sequence.length > 0
    const change = again ? sequence[pick % sequence.length] : history[device]?.[next[device] ?? 0]
    if (!change) continue
    sequence.push(change)
    if (!again) next[device] = (next[device] ?? 0) + 1
  }
  return [...sequence, ...history.flatMap((chain, device) => chain.slice(next[device]))]
}

/** The beginning of each chain: what a device has that heard less. */
export const cut = (history: History, lengths: readonly number[]): History =>
  history.map((chain, device) => chain.slice(0, lengths[device] ?? 0))

/** How much of each chain is known somewhere. */
export const anyLengths = fc.array(fc.nat(12), { minLength: 6, maxLength: 6 })
