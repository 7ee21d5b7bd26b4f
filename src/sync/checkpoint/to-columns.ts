import { isStamp } from '../../crypto/envelope.ts'
import { concat, fromHex, Malformed, sameBytes, u32, utf8, type Bytes } from '../../shared/bytes.ts'
import { writeCanonical } from '../../shared/canonical.ts'
import { hexOf } from '../../shared/shape.ts'
import type { Value } from '../../shared/value.ts'
import { byDevice, noString, stepTo, writePlanes } from './columns.ts'
import { fromColumns } from './from-columns.ts'

type Change = { readonly device: string; readonly seq: number; readonly time: number }
type Version = {
  readonly field: string
  readonly back: number
  readonly value: string
  readonly column: string
}
type Row = {
  readonly id: string
  readonly head: readonly (string | 0)[]
  readonly changes: readonly Change[]
  readonly versions: readonly Version[]
}

const isId = hexOf(16)
const decode = (bytes: Bytes): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const itemOf = (value: Value): string =>
  typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : noString + decode(writeCanonical(value))

function partsOf(line: string): unknown[] {
  let parts: unknown
  try {
    parts = JSON.parse(line)
  } catch (cause) {
    throw new Malformed('a line that is no JSON', { cause })
  }
  if (!Array.isArray(parts) || !isId(parts[0])) throw new Malformed('a line without a record')
  return parts
}

/** A change is said once in a row, and named by its versions: how many back it came first, 0 for one that didn't yet. */
function versionsOf(kind: string, parts: readonly unknown[]): Pick<Row, 'changes' | 'versions'> {
  const changes: Change[] = []
  const versions: Version[] = []
  const places = new Map<string, number>()
  for (let at = 2; at < parts.length; at += 4) {
    const [field, stamp, time, value] = parts.slice(at, at + 4) as Value[]
    if (typeof field !== 'string' || typeof stamp !== 'string' || typeof time !== 'number' || !isStamp(stamp))
      throw new Malformed('a version of nothing')
    const name = `${stamp} ${time}`
    const place = places.get(name)
    if (place === undefined) {
      places.set(name, changes.length)
      changes.push({ device: stamp.slice(0, 32), seq: Number(stamp.slice(33)), time })
    }
    const back = place === undefined ? 0 : changes.length - place
    // All elements of a list share a column, whatever they are called.
    versions.push({
      field,
      back,
      value: itemOf(value ?? null),
      column: `${kind} ${field.split('/', 1)[0] ?? ''}`,
    })
  }
  return { changes, versions }
}

function rowOf(line: string): Row {
  const parts = partsOf(line)
  const [id, kind, digest] = parts as [string, unknown, unknown]
  if (kind === 0 && parts.length === 3 && typeof digest === 'string')
    return { id, head: [0, digest], changes: [], versions: [] }
  if (typeof kind !== 'string' || parts.length % 4 !== 2) throw new Malformed('a line of another shape')
  return { id, head: [kind], ...versionsOf(kind, parts) }
}

/** By kind, then as they were written: so the numbers of what stands together are close to each other. */
function inOrder(rows: readonly Row[]): Row[] {
  const keyed = rows.map((row) => {
    const { device = '', seq = 0 } = row.changes[0] ?? {}
    return { row, key: [row.head[0], device, String(seq).padStart(16, '0')].join(' ') }
  })
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ row }) => row)
}

/** The values by column, the shortest one first: deflating finds only again what isn't far away. */
function columnsOf(versions: readonly Version[]): [string, string[]][] {
  const columns = new Map<string, string[]>()
  for (const { column, value } of versions) {
    const values = columns.get(column)
    if (values) values.push(value)
    else columns.set(column, [value])
  }
  const lengthOf = (values: readonly string[]): number => values.reduce((sum, { length }) => sum + length, 0)
  return [...columns]
    .map(([name, values]) => ({ name, values, length: lengthOf(values) }))
    .sort((one, other) => one.length - other.length)
    .map(({ name, values }) => [name, values])
}

/** Each once, with the place at which it stands. */
function listOf(items: readonly string[]): Map<string, number> {
  const list = new Map<string, number>()
  for (const item of items) if (!list.has(item)) list.set(item, list.size)
  return list
}

/** Times in the order of the devices' own numbers. One more: so -1, of what was replaced before it came, is a number too. */
function stepsOf(changes: readonly Change[], deviceOf: readonly number[]): number[] {
  const placed = changes.map(({ seq }, at) => ({ device: deviceOf[at] ?? 0, seq, at }))
  let before = 0
  return placed.sort(byDevice).map(({ at }) => {
    const time = (changes[at]?.time ?? 0) + 1
    if (!Number.isSafeInteger(time) || time < 0) throw new Malformed('a time that is none')
    const step = stepTo(time, before)
    before = time
    return step
  })
}

function write(text: Bytes): Bytes[] {
  const rows = inOrder(decode(text).split('\n').map(rowOf))
  const [changes, versions] = [rows.flatMap((row) => row.changes), rows.flatMap((row) => row.versions)]
  const columns = columnsOf(versions)
  const places = listOf(columns.map(([name]) => name))
  const shapesOf = rows.map(({ head, versions: own }) =>
    JSON.stringify([...head, ...own.flatMap(({ field, column }) => [field, places.get(column) ?? 0])]),
  )
  const [devices, shapes] = [listOf(changes.map(({ device }) => device)), listOf(shapesOf)]
  const deviceOf = changes.map(({ device }) => devices.get(device) ?? 0)
  const numbers = [
    shapesOf.map((shape) => shapes.get(shape) ?? 0),
    versions.map(({ back }) => back),
    deviceOf,
    changes.map(({ seq }) => seq),
    stepsOf(changes, deviceOf),
  ]
  const counts = [rows.length, versions.length, changes.length, devices.size, shapes.size]
  const items = [...devices.keys(), ...shapes.keys(), ...columns.flatMap(([, values]) => values)]
  return [
    concat(...counts.map(u32), ...rows.map(({ id }) => fromHex(id)), ...numbers.map(writePlanes)),
    utf8(items.join('\n')),
  ]
}

/**
 * A chunk's text as it is sealed: by columns, in two parts, numbers and words. What can't be said so, or would be read otherwise, stays as
 * it is.
 */
export function toColumns(text: Bytes): Bytes[] {
  try {
    const parts = write(text)
    return sameBytes(fromColumns(concat(...parts)), text) ? parts : [text]
  } catch (error) {
    if (error instanceof Malformed) return [text]
    throw error
  }
}
