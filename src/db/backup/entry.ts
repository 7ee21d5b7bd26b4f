import type { Value } from '../../shared/value.ts'
import { mostBytes, type Edit } from '../save.ts'
import { valuesOf } from '../show.ts'
import type { VersionsRow } from '../tables.ts'
import type { Entry } from './format.ts'

/** The last moment that a calendar has. */
const lastMoment = 8.64e15

const isoTime = (time: number): string => new Date(Math.min(Math.max(time, 0), lastMoment)).toISOString()

/** A record with everything that is known of it, but its photo's bytes. */
export function toEntry(row: VersionsRow): Entry {
  const fields = Object.entries(row.registers)
    .map(([field, register]) => ({ field, values: valuesOf(register) }))
    .flatMap(({ field, values: [shown, ...others] }) => (shown ? [{ field, shown, others }] : []))
  const changed = isoTime(
    Math.max(0, ...fields.flatMap(({ shown, others }) => [shown, ...others].map((one) => one.time))),
  )
  const times = fields.filter(({ shown }) => isoTime(shown.time) !== changed)
  const twice = fields.filter(({ others }) => others.length > 0)
  return {
    id: row.record,
    kind: row.kind,
    changed,
    fields: Object.fromEntries(fields.map(({ field, shown }) => [field, shown.value])),
    ...(times.length > 0 && {
      times: Object.fromEntries(times.map(({ field, shown }) => [field, isoTime(shown.time)])),
    }),
    ...(twice.length > 0 && {
      others: Object.fromEntries(
        twice.map(({ field, others }) => [
          field,
          others.map(({ value, time }) => ({ value, changed: isoTime(time) })),
        ]),
      ),
    }),
  }
}

/** How much of a record goes into one change, in bytes: whoever amends that change later needs room too. */
const packed = 16 * 1024

/** The bytes of a change of this one field, as `save` counts them. */
const sizeOf = (field: string, value: Value): number =>
  new TextEncoder().encode(JSON.stringify([{ [field]: value }, { [field]: [] }])).length

/** Whether a field fits into a change, alone. */
export const fits = (field: string, value: Value): boolean => sizeOf(field, value) <= mostBytes

type Written = { readonly field: string; readonly value: Value; readonly time: number }

/** All versions that an entry holds, oldest first. */
function versionsOf(entry: Entry): Written[] {
  const versions = Object.entries(entry.fields).flatMap(([field, value]) => {
    const shown = { value, changed: entry.times?.[field] ?? entry.changed }
    return [shown, ...(entry.others?.[field] ?? [])]
      .map((one) => ({ field, value: one.value, time: Date.parse(one.changed) }))
      .reverse()
  })
  return versions.sort((a, b) => a.time - b.time)
}

/**
 * The edits that make an entry's record again: one for each time at which something was written, the oldest first,
 * and never two versions of a field in one. They replace nothing, so two versions stay two.
 */
export function toEdits(entry: Entry): Edit[] {
  const edits: { set: Record<string, Value>; time: number; size: number }[] = []
  for (const { field, value, time } of versionsOf(entry)) {
    const size = sizeOf(field, value)
    const last = edits.at(-1)
    if (last && last.time === time && !(field in last.set) && last.size + size <= packed) {
      last.set[field] = value
      last.size += size
    } else edits.push({ set: { [field]: value }, time, size })
  }
  // A record without a single field is kept as well.
  if (edits.length === 0) edits.push({ set: {}, time: Date.parse(entry.changed), size: 0 })
  return edits.map(({ set, time }) => ({ record: entry.id, kind: entry.kind, set, over: {}, time }))
}
