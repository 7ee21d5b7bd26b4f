import type { Fields, Value } from '../shared/value.ts'
import { readStamp, stampOf, type Stamp } from './stamp.ts'

export type Version = { readonly value: Value; readonly time: number }

/** A multi-value register: `live` are the versions that nothing replaced; `ahead` names versions replaced before they came. */
export type Register = {
  readonly live: { readonly [stamp: Stamp]: Version }
  readonly ahead: readonly Stamp[]
}

/** A record's registers by field. */
export type Registers = { readonly [field: string]: Register }

/** Per device the number of its last change that was merged. */
export type Seen = { readonly [device: string]: number }

export type Over = { readonly [field: string]: readonly Stamp[] }

/** The values that a person saw of each field: one, or more when versions stood side by side. */
export type Shown = { readonly [field: string]: readonly Value[] }

export type Change = {
  readonly record: string
  readonly kind: string
  readonly device: string
  readonly seq: number
  readonly time: number
  readonly set: Fields
  readonly over: Over
}

export type RecordState = { readonly kind: string; readonly registers: Registers }
export type State = { readonly seen: Seen; readonly records: { readonly [id: string]: RecordState } }

export const emptyState: State = { seen: {}, records: {} }
const emptyRegister: Register = { live: {}, ahead: [] }

const isSeen = (seen: Seen, stamp: Stamp): boolean => {
  const { device, seq } = readStamp(stamp)
  return seq <= (seen[device] ?? 0)
}

function setField(
  register: Register,
  stamp: Stamp,
  version: Version,
  over: readonly Stamp[],
  seen: Seen,
): Register {
  const live = { ...register.live }
  const ahead = new Set(register.ahead)
  for (const old of over) {
    if (old in live) delete live[old]
    else if (old !== stamp && !isSeen(seen, old)) ahead.add(old)
  }
  // Whoever replaced this version had seen it; that it comes later here changes nothing.
  if (ahead.delete(stamp)) return { live, ahead: [...ahead] }
  live[stamp] = version
  return { live, ahead: [...ahead] }
}

/**
 * The merge rule for one record's registers. `seen` is the state before this change.
 * The caller applies each device's changes in their order, once, and moves `seen` on.
 */
export function setFields(registers: Registers, change: Change, seen: Seen): Registers {
  const stamp = stampOf(change.device, change.seq)
  const next: Record<string, Register> = { ...registers }
  for (const [field, value] of Object.entries(change.set)) {
    const version = { value, time: change.time }
    next[field] = setField(next[field] ?? emptyRegister, stamp, version, change.over[field] ?? [], seen)
  }
  return next
}

/** Applies one sent change (seq >= 1) to a whole state; a repeated one changes nothing. */
export function applyChange(state: State, change: Change): State {
  if (change.seq <= (state.seen[change.device] ?? 0)) return state
  const before = state.records[change.record]?.registers ?? {}
  return {
    seen: { ...state.seen, [change.device]: change.seq },
    records: {
      ...state.records,
      [change.record]: { kind: change.kind, registers: setFields(before, change, state.seen) },
    },
  }
}
