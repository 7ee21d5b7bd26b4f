import type { Register, RecordState, Version } from '../../db/merge.ts'
import { isStamp } from '../../crypto/envelope.ts'
import { concat, fromHex, Malformed, toHex, utf8, type Bytes } from '../../shared/bytes.ts'
import { writeCanonical } from '../../shared/canonical.ts'
import { digestOf } from '../../shared/digest.ts'
import { isKindName, isName, isValue } from '../../shared/fields.ts'
import { hexOf, isCount } from '../../shared/shape.ts'
import type { Value } from '../../shared/value.ts'

/** Stands where a version's time would: the stamp names one that was replaced before it came. */
const isAhead = -1

const isId = hexOf(16)
const decode = new TextDecoder()

const byKey = <T>(map: { readonly [key: string]: T }): [string, T][] =>
  Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1))

function* partsOf(field: string, { live, ahead }: Register): Generator<Value> {
  for (const [stamp, { time, value }] of byKey(live)) yield* [field, stamp, time, value]
  for (const stamp of [...ahead].sort()) yield* [field, stamp, isAhead, null]
}

/** A record as a line: its id, its kind, then field, stamp, time and value of each version, all in one order. */
export function lineOf(id: string, { kind, registers }: RecordState): Bytes {
  const parts = byKey(registers).flatMap(([field, register]) => [...partsOf(field, register)])
  return writeCanonical([id, kind, ...parts])
}

type Open = { live: Record<string, Version>; ahead: string[] }

function addPart(registers: Record<string, Open>, [field, stamp, time, value]: readonly unknown[]): void {
  if (typeof field !== 'string' || !isName(field) || typeof stamp !== 'string' || !isStamp(stamp))
    throw new Malformed('a version of nothing')
  const register = (registers[field] ??= { live: {}, ahead: [] })
  if (stamp in register.live || register.ahead.includes(stamp)) throw new Malformed('a version twice')
  if (time === isAhead && value === null) register.ahead.push(stamp)
  else if (isCount(time) && isValue(value)) register.live[stamp] = { time: time as number, value }
  else throw new Malformed('a version without a time')
}

/** What stands in the place of a record that was erased since: its id, and the digest of the line that it had. */
const gap = /^\["([0-9a-f]{32})",0,"([0-9a-f]{64})"\]$/
const beginning = /^\["([0-9a-f]{32})",/

function idOf(line: string): string {
  const id = beginning.exec(line)?.[1]
  if (id === undefined) throw new Malformed('a line without a record')
  return id
}

function readLine(line: string): [string, RecordState] {
  let parts: unknown
  try {
    parts = JSON.parse(line)
  } catch (cause) {
    throw new Malformed('a line that is no JSON', { cause })
  }
  if (!Array.isArray(parts) || parts.length % 4 !== 2) throw new Malformed('a line of another shape')
  const [id, kind] = parts as unknown[]
  if (!isId(id) || !isKindName(kind)) throw new Malformed('a line without a record')
  const registers: Record<string, Open> = {}
  for (let at = 2; at < parts.length; at += 4) addPart(registers, parts.slice(at, at + 4))
  return [id as string, { kind: kind as string, registers }]
}

/** The text of a chunk: a line for each record. */
export const textOf = (lines: readonly Bytes[]): Bytes =>
  utf8(lines.map((line) => decode.decode(line)).join('\n'))

const linesOf = (text: Bytes): string[] => new TextDecoder('utf-8').decode(text).split('\n')

/**
 * The records in a chunk's text, without those that were erased. Throws Malformed for anything that no record can be, and where
 * something is missing that nobody erased.
 */
export function readText(text: Bytes, erased: ReadonlySet<string>): Map<string, RecordState> {
  const records = new Map<string, RecordState>()
  const ids = new Set<string>()
  for (const line of linesOf(text)) {
    const id = idOf(line)
    if (ids.has(id)) throw new Malformed('a record twice')
    ids.add(id)
    const isGap = gap.test(line)
    if (isGap && !erased.has(id)) throw new Malformed('a gap that nobody made')
    if (!isGap && !erased.has(id)) records.set(...readLine(line))
  }
  return records
}

/** What a line said when it was sealed first. */
function digestIn(line: string): Bytes {
  const left = gap.exec(line)?.[2]
  return left === undefined ? digestOf(utf8(line)) : fromHex(left)
}

/** The id and the digest of each line: what stays the same when a record in it is erased. Throws Malformed for lines of no record. */
export const digestsOf = (text: Bytes): Bytes =>
  concat(...linesOf(text).flatMap((line) => [fromHex(idOf(line)), digestIn(line)]))

/** The id of the first record of a chunk's text. */
export const firstOf = (text: Bytes): string => idOf(linesOf(text)[0] ?? '')

/** The text with gaps where these records were. */
export function withoutLines(text: Bytes, erased: ReadonlySet<string>): Bytes {
  const lines = linesOf(text).map((line) => {
    const id = idOf(line)
    return erased.has(id) ? JSON.stringify([id, 0, toHex(digestIn(line))]) : line
  })
  return utf8(lines.join('\n'))
}
