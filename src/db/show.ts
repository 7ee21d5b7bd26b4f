import { kindOf } from '../records/kinds.ts'
import { translatedWords } from '../records/translated-words.ts'
import type { Fields, Value } from '../shared/value.ts'
import type { Register, Registers } from './merge.ts'
import { isNewer, readStamp, type Stamp } from './stamp.ts'

/** What lists, searches and pages read of a record: one row, made anew with every change. */
export type Row = {
  readonly id: string
  readonly kind: string
  /** The kind while it stands, 'bin' while it is deleted: so no list ever meets a deleted one. */
  readonly list: string
  readonly sort: string
  readonly label: string
  readonly detail: string
  readonly photo: string
  readonly fields: Fields
  readonly words: readonly string[]
  /** Those of its words that are in the index. */
  readonly lookup: readonly string[]
  readonly about: readonly string[]
  /** Fields that hold two different versions, to be settled by a person. */
  readonly twice: readonly string[]
  /** Milliseconds since 1970; 0 while it stands. */
  readonly deletedAt: number
  readonly changedAt: number
  /** The device that changed it last. */
  readonly changedBy: string
  /** When another one's change arrived here last, in milliseconds since 1970; 0 for none. */
  readonly heardAt: number
}

const isMap = (value: Value | undefined): value is { readonly [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether two values say the same; the order of an object's keys says nothing. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one: Value, at) => sameValue(one, b[at] as Value))
  if (!isMap(a) || !isMap(b)) return a === b
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameValue(a[key], b[key]))
}

/** A field's different values, the newest first, each with the stamps that carry it. */
export function valuesOf(register: Register): { value: Value; time: number; stamps: Stamp[] }[] {
  const versions = Object.entries(register.live).map(([stamp, version]) => ({ stamp, ...version }))
  // Nearly always there is one.
  if (versions.length > 1) versions.sort((a, b) => (isNewer(a, b) ? -1 : 1))
  const values: { value: Value; time: number; stamps: Stamp[] }[] = []
  for (const { stamp, value, time } of versions) {
    const twin = values.find((one) => sameValue(one.value, value))
    if (twin) twin.stamps.push(stamp)
    else values.push({ value, time, stamps: [stamp] })
  }
  return values
}

/** The stamps of what a form shows of a field: the newest value and its equal-valued twins. */
export function shownStamps(registers: Registers, field: string): Stamp[] {
  const register = registers[field]
  // Whether a record stands is what all versions say together, so that is what a screen shows.
  if (register && field === 'deletedAt') return Object.keys(register.live)
  return register ? (valuesOf(register)[0]?.stamps ?? []) : []
}

/** The values that a form shows. */
export function shownFields(registers: Registers): Fields {
  const fields: Record<string, Value> = {}
  for (const [field, register] of Object.entries(registers)) {
    const newest = valuesOf(register)[0]
    if (newest && field !== 'deletedAt') fields[field] = newest.value
  }
  return fields
}

/** Deleted only if no version says that it stands. Returns the newest time of deletion, or 0. */
function deletedAt(registers: Registers): number {
  const values = registers['deletedAt'] ? valuesOf(registers['deletedAt']) : []
  if (values.some((one) => one.value === null)) return 0
  return typeof values[0]?.value === 'number' ? values[0].value : 0
}

const isTwice = (register: Register): boolean =>
  Object.keys(register.live).length > 1 && valuesOf(register).length > 1

/** The version that was written last. */
function latestOf(registers: Registers): { stamp: Stamp; time: number } | undefined {
  let latest: { stamp: Stamp; time: number } | undefined
  for (const { live } of Object.values(registers))
    for (const [stamp, { time }] of Object.entries(live))
      if (!latest || time > latest.time || (stamp !== latest.stamp && isNewer({ stamp, time }, latest)))
        latest = { stamp, time }
  return latest
}

/** The row of a record, from its registers. A kind of a newer version of the app has a row that no list shows. */
export function toRow(id: string, kind: string, registers: Registers, heardAt = 0): Row {
  const fields = shownFields(registers)
  const known = kindOf(kind)
  const deleted = deletedAt(registers)
  const twice = Object.entries(registers).flatMap(([field, register]) => (isTwice(register) ? field : []))
  const latest = latestOf(registers)
  const words =
    deleted || !known ? [] : known.words(fields).concat(known.texts ? translatedWords(fields) : [])
  return {
    id,
    kind,
    list: deleted ? 'bin' : kind,
    sort: known?.sort(fields) ?? '',
    label: known?.label(fields) ?? '',
    detail: known?.detail?.(fields) ?? '',
    photo: known?.photo?.(fields) ?? '',
    fields,
    words,
    lookup: known?.isLookedUp ? words : [],
    about: deleted ? [] : (known?.about?.(fields) ?? []),
    twice: twice.filter((field) => field !== 'deletedAt'),
    deletedAt: deleted,
    changedAt: latest?.time ?? 0,
    changedBy: latest ? readStamp(latest.stamp).device : '',
    heardAt,
  }
}
