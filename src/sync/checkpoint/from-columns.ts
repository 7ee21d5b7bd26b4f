import { concat, Malformed, readU32, toHex, utf8, type Bytes } from '../../shared/bytes.ts'
import { limits } from '../../shared/limits.ts'
import { isCount } from '../../shared/shape.ts'
import { byDevice, mostRows, noString, planesLength, readPlanes, timeAfter } from './columns.ts'

/** What a text of lines begins with; columns begin with how many rows there are, whose first byte is always less. */
const lineStart = 0x5b

const lineFeed = 0x0a

const countsEnd = 20
const idLength = 16

type Shape = {
  readonly head: string
  readonly fields: readonly { readonly name: string; readonly column: number }[]
}

const malformed = (): never => {
  throw new Malformed('columns of another shape')
}

function readShape(json: string): Shape {
  let parts: unknown
  try {
    parts = JSON.parse(json)
  } catch (cause) {
    throw new Malformed('a shape that is no JSON', { cause })
  }
  if (!Array.isArray(parts)) return malformed()
  const [kind, ...rest] = parts as unknown[]
  if (kind === 0 && rest.length === 1 && typeof rest[0] === 'string')
    return { head: `0,${JSON.stringify(rest[0])}`, fields: [] }
  if (typeof kind !== 'string' || rest.length % 2 !== 0) return malformed()
  const fields = Array.from({ length: rest.length / 2 }, (_, at) => {
    const [name, column] = [rest[2 * at], rest[2 * at + 1]]
    if (typeof name !== 'string' || !isCount(column)) return malformed()
    return { name: JSON.stringify(name), column: column as number }
  })
  return { head: JSON.stringify(kind), fields }
}

function itemsOf(bytes: Uint8Array, count: number): string[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new Malformed('columns that are no text', { cause })
  }
  const items = text.split('\n', count + 1)
  return items.length === count ? items : malformed()
}

/** Everything that stands in columns, each list as long as the counts at the beginning say: so none is longer than what was sealed. */
function readParts(plain: Bytes) {
  if (plain.length < countsEnd) return malformed()
  const count = (at: number): number => readU32(plain, 4 * at)
  const [rows, versions, changes, devices, shapes] = [count(0), count(1), count(2), count(3), count(4)]
  const idsEnd = countsEnd + idLength * rows
  const textAt = idsEnd + planesLength(rows + versions + 3 * changes)
  if (rows > mostRows || textAt > plain.length || devices > changes || shapes > rows) return malformed()
  let at = idsEnd
  const numbers = (length: number): Float64Array => {
    const list = readPlanes(plain, at, length)
    at += planesLength(length)
    return list
  }
  const lists = {
    ids: toHex(plain.subarray(countsEnd, idsEnd)),
    shapeOf: numbers(rows),
    backs: numbers(versions),
    deviceOf: numbers(changes),
    seqs: numbers(changes),
    steps: numbers(changes),
  }
  const items = itemsOf(plain.subarray(textAt), devices + shapes + versions)
  return {
    ...lists,
    devices: items.slice(0, devices),
    shapes: items.slice(devices, devices + shapes).map(readShape),
    values: items.slice(devices + shapes),
  }
}

type Parts = ReturnType<typeof readParts>

/** Stamp and time of each change, as they stand in a line. */
function stampsOf({ devices, deviceOf, seqs, steps }: Parts): string[] {
  if (!devices.every((id) => /^[0-9a-f]{32}$/.test(id))) return malformed()
  const placed = Array.from(seqs, (seq, at) => ({ device: deviceOf[at] ?? 0, seq, at }))
  const stamps = placed.map(() => '')
  let time = 0
  for (const [index, { device, seq, at }] of placed.sort(byDevice).entries()) {
    time = timeAfter(time, steps[index] ?? 0)
    stamps[at] = `"${devices[device] ?? malformed()}:${seq}",${time - 1}`
  }
  return stamps
}

/** Where the values of each column begin: the columns stand one behind the other, each in the order of the rows. */
function beginnings(shapes: readonly Shape[], versions: number): Uint32Array {
  if (shapes.reduce((sum, { fields }) => sum + fields.length, 0) !== versions) return malformed()
  const begins = new Uint32Array(versions + 1)
  for (const { fields } of shapes)
    for (const { column } of fields) begins[column + 1] = (begins[column + 1] ?? malformed()) + 1
  for (let column = 1; column <= versions; column += 1)
    begins[column] = (begins[column] ?? 0) + (begins[column - 1] ?? 0)
  return begins
}

const jsonOf = (value: string): string => (value.startsWith(noString) ? value.slice(1) : `"${value}"`)

/** The lines, in the order of the rows. */
function linesOf(parts: Parts): string[] {
  const { ids, backs, seqs, values } = parts
  const shapes = Array.from(parts.shapeOf, (index) => parts.shapes[index] ?? malformed())
  const [stamps, next] = [stampsOf(parts), beginnings(shapes, values.length)]
  let [version, change, length] = [0, 0, 0]
  const lines = shapes.map(({ head, fields }, row) => {
    const own: number[] = []
    let line = `["${ids.slice(2 * idLength * row, 2 * idLength * (row + 1))}",${head}`
    for (const { name, column } of fields) {
      const back = backs[version++] ?? 0
      if (back === 0) own.push(change++)
      const stamp = stamps[own[own.length - Math.max(1, back)] ?? -1] ?? malformed()
      const at = next[column] ?? 0
      next[column] = at + 1
      line += `,${name},${stamp},${jsonOf(values[at] ?? '')}`
      if (length + line.length > limits.chunkText) return malformed()
    }
    length += line.length + 2
    if (length > limits.chunkText) return malformed()
    return `${line}]`
  })
  return change === seqs.length ? lines : malformed()
}

const countOf = (bytes: Uint8Array, wanted: number): number =>
  bytes.reduce((count, byte) => (byte === wanted ? count + 1 : count), 0)

/**
 * The text of a chunk out of what was sealed: columns, or the lines as they are, as version 0.4.0 sealed them. Throws Malformed for
 * anything else, and where more than a chunk's text would come of it.
 */
export function fromColumns(plain: Bytes): Bytes {
  if (plain[0] === lineStart) return countOf(plain, lineFeed) < mostRows ? plain : malformed()
  // Each begins with its id, so this is the order of the ids.
  const lines = linesOf(readParts(plain)).sort()
  // One by one: where one letter needs two bytes all those joined to it would take them, and five times as long.
  const text = concat(...lines.map((line, at) => utf8(at === 0 ? line : `\n${line}`)))
  if (text.length > limits.chunkText) throw new Malformed('a text that is too long')
  return text
}
