import { emptyState, type Register, type Registers, type Seen, type State, type Version } from './merge.ts'
import { readStamp, type Stamp } from './stamp.ts'

const unsent = (seq: number): boolean => seq <= 0

/** Above the other's seen: it never met this version, so its absence there says nothing. */
function isAbove(seen: Seen, stamp: Stamp): boolean {
  const { device, seq } = readStamp(stamp)
  return unsent(seq) || seq > (seen[device] ?? 0)
}

function joinRegister(left: Register | undefined, right: Register | undefined, x: Seen, y: Seen): Register {
  const [a, b] = [left?.live ?? {}, right?.live ?? {}]
  const ahead = new Set([...(left?.ahead ?? []), ...(right?.ahead ?? [])])
  const live: Record<Stamp, Version> = {}
  for (const [stamp, version] of [...Object.entries(a), ...Object.entries(b)]) {
    const kept = (stamp in a || isAbove(x, stamp)) && (stamp in b || isAbove(y, stamp))
    if (kept && !ahead.has(stamp)) live[stamp] = version
  }
  return { live, ahead: [...ahead].filter((stamp) => isAbove(x, stamp) && isAbove(y, stamp)) }
}

const keysOf = (...maps: object[]): string[] => [...new Set(maps.flatMap(Object.keys))]

/** Joins one record's registers on two sides; `x` and `y` say what each side has seen of all devices. */
export const joinRegisters = (left: Registers, right: Registers, x: Seen, y: Seen): Registers =>
  Object.fromEntries(
    keysOf(left, right).map((field) => [field, joinRegister(left[field], right[field], x, y)]),
  )

/** Kinds never differ between honest devices; where somebody makes them differ, all come to the same one. */
export const sameKind = (one: string | undefined, other: string): string =>
  one === undefined || other < one ? other : one

/**
 * Joins two whole states of one space: what either has and the other has not replaced.
 * Commutative, associative, idempotent. A checkpoint is joined with what a device holds this way.
 */
export function joinStates(x: State, y: State): State {
  const seen = Object.fromEntries(
    keysOf(x.seen, y.seen).map((device) => [device, Math.max(x.seen[device] ?? 0, y.seen[device] ?? 0)]),
  )
  const records = Object.fromEntries(
    keysOf(x.records, y.records).map((id) => {
      const [left, right] = [x.records[id], y.records[id]]
      const registers = joinRegisters(left?.registers ?? {}, right?.registers ?? {}, x.seen, y.seen)
      return [id, { kind: left?.kind ?? right?.kind ?? '', registers }]
    }),
  )
  return { ...emptyState, seen, records }
}
