import type { Fields, Value } from '../../shared/value.ts'
import { mostBytes, type Edit } from '../save.ts'
import { valuesOf } from '../show.ts'
import type { Stamp } from '../stamp.ts'
import type { DraftRow, VersionsRow } from '../tables.ts'
import type { Entry } from './format.ts'

/** The last moment that a calendar has. */
const lastMoment = 8.64e15

/** A time as a backup says it: also of a clock before 1970, which no file may name. */
export const isoTime = (time: number): string =>
  new Date(Math.min(Math.max(time, 0), lastMoment)).toISOString()

type Shown = {
  readonly field: string
  readonly values: readonly (Said & { readonly stamps: readonly Stamp[] })[]
}
type Said = { readonly value: Value; readonly time: number }

/** A part of an entry with what there is to say by field; without those of which there is nothing. */
function byField(name: string, all: readonly (readonly [field: string, said: unknown])[]): object {
  const some = all.filter(([, said]) => said !== undefined)
  return some.length > 0 ? { [name]: Object.fromEntries(some) } : {}
}

/** A record with everything that is known of it, but its photo's bytes. */
export function toEntry(row: Pick<VersionsRow, 'record' | 'kind' | 'registers'>): Entry {
  const registers = Object.entries(row.registers)
  const shown = registers
    .map(([field, register]): Shown => ({ field, values: valuesOf(register) }))
    .filter(({ values }) => values.length > 0)
  const changed = isoTime(Math.max(0, ...shown.flatMap(({ values }) => values.map(({ time }) => time))))
  const said = <T>(of: (shown: Shown) => T | undefined): [string, T | undefined][] =>
    shown.map((one) => [one.field, of(one)])
  const timeOf = ({ values: [first] }: Shown): string => isoTime(first?.time ?? 0)
  return {
    id: row.record,
    kind: row.kind,
    changed,
    fields: Object.fromEntries(said(({ values: [first] }) => first?.value)) as Fields,
    ...byField(
      'times',
      said((one) => (timeOf(one) === changed ? undefined : timeOf(one))),
    ),
    ...byField(
      'others',
      said(({ values: [, ...others] }) =>
        others.length > 0 ? others.map(({ value, time }) => ({ value, changed: isoTime(time) })) : undefined,
      ),
    ),
    ...byField(
      'stamps',
      said(({ values }) => values.map(({ stamps }) => stamps)),
    ),
    ...byField(
      'ahead',
      registers.map(([field, { ahead }]) => [field, ahead.length > 0 ? ahead : undefined]),
    ),
  }
}

/** What was begun of a record, and waits for one of its questions. */
export const toBegun = ({ record, kind, set }: DraftRow, now: number): Entry => ({
  id: record,
  kind,
  changed: isoTime(now),
  fields: set,
  isBegun: true,
})

/** How much of a record goes into one change, in bytes: whoever amends that change later needs room too. */
const packed = 16 * 1024

/** The bytes of a change of this one field, as `save` counts them. */
const sizeOf = (field: string, value: Value): number =>
  new TextEncoder().encode(JSON.stringify([{ [field]: value }, { [field]: [] }])).length

/** Whether a field fits into a change, alone. */
export const fits = (field: string, value: Value): boolean => sizeOf(field, value) <= mostBytes

/** One version of a field, and the names that it goes by in the file; none in files of version 1. */
export type Written = {
  readonly field: string
  readonly value: Value
  readonly time: number
  readonly stamps: readonly Stamp[]
}

/** All versions that an entry holds of a field, the shown one first. */
export function versionsIn({ fields, times, others, stamps, changed }: Entry, field: string): Written[] {
  const shown = { value: fields[field] ?? null, changed: times?.[field] ?? changed }
  return [shown, ...(others?.[field] ?? [])].map((one, index) => ({
    field,
    value: one.value,
    time: Date.parse(one.changed),
    stamps: stamps?.[field]?.[index] ?? [],
  }))
}

/** What is to be written of a record: one version, and what it replaces. */
export type ToWrite = Pick<Written, 'field' | 'value' | 'time'> & { readonly over: readonly Stamp[] }

/**
 * The edits that write these versions: one for each time at which something was written, the oldest first, and never two
 * versions of a field in one.
 */
export function toEdits({ id, kind }: Pick<Entry, 'id' | 'kind'>, versions: readonly ToWrite[]): Edit[] {
  type Open = {
    set: Record<string, Value>
    over: Record<string, readonly Stamp[]>
    time: number
    size: number
  }
  const edits: Open[] = []
  for (const { field, value, time, over } of [...versions].reverse().sort((a, b) => a.time - b.time)) {
    const size = sizeOf(field, value)
    const last = edits.at(-1)
    if (last && last.time === time && !(field in last.set) && last.size + size <= packed) {
      last.set[field] = value
      last.over[field] = over
      last.size += size
    } else edits.push({ set: { [field]: value }, over: { [field]: over }, time, size })
  }
  return edits.map(({ set, over, time }) => ({ record: id, kind, set, over, time }))
}
